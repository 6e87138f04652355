import { CompiledQuery, Kysely, type RawBuilder } from 'kysely';
import type { LedgerDialect } from './dialect.ts';
import { Statements } from './statements.ts';
import type { Ledger, LedgerTables } from './tables.ts';
import { Writing } from './writing.ts';

/** An open ledger. Questions go through `db`; everything that writes goes through `write`. */
export class Store {
  readonly db: Ledger;
  readonly dialect: LedgerDialect;
  readonly #statements: Statements;

  constructor(dialect: LedgerDialect, db: Ledger = new Kysely<LedgerTables>({ dialect: dialect.kysely })) {
    this.dialect = dialect;
    this.db = db;
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

  /**
   * Answers from the ledger as it stands now, in however many statements: what others commit meanwhile is not seen. One at
   * a time. A snapshot that lasts keeps SQLite from taking its log back into the file.
   */
  async snapshot<T>(ask: (store: Store) => Promise<T>): Promise<T> {
    return this.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((transaction) => ask(new Store(this.dialect, transaction)));
  }

  /** The rows of a statement written with `?`, where building a query would cost more than running it. */
  async query<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const compiled = CompiledQuery.raw(this.dialect.placeholders(text), [...parameters]);
    return (await this.db.executeQuery<Row>(compiled)).rows;
  }

  /** A list of any length as one parameter, for `in` through the query builder. */
  listed<T extends number | string>(values: readonly T[]): RawBuilder<T> {
    return this.dialect.listed(values);
  }

  async close(): Promise<void> {
    await this.dialect.stopWriting();
    await this.db.destroy();
  }
}
