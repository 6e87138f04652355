import { Kysely } from 'kysely';
import type { LedgerDialect } from './dialect.ts';
import { Statements } from './statements.ts';
import type { Ledger, LedgerTables } from './tables.ts';
import { Writing } from './writing.ts';

/** An open ledger. Questions go through `db`; everything that writes goes through `write`. */
export class Store {
  readonly db: Ledger;
  readonly dialect: LedgerDialect;
  readonly #statements: Statements;

  constructor(dialect: LedgerDialect) {
    this.dialect = dialect;
    this.db = new Kysely<LedgerTables>({ dialect: dialect.kysely });
    this.#statements = new Statements(dialect);
  }

  /** The file or address, as messages name it; without a password. */
  get address(): string {
    return this.dialect.address;
  }

  /**
   * Does work in one transaction: all of it is kept, or nothing where it throws. Waits for another process's transaction.
   * @throws {LedgerError} where the ledger could not be written.
   */
  async write<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction().execute(async (transaction) => {
        await this.dialect.awaitTurn(transaction);
        return work(new Writing(transaction, this.dialect, this.#statements, new Date().toISOString()));
      });
    } catch (error) {
      throw this.dialect.explain(error);
    }
  }

  async close(): Promise<void> {
    await this.db.destroy();
    await this.dialect.close();
  }
}
