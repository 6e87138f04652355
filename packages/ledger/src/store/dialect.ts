import type { Dialect, RawBuilder } from 'kysely';
import type { SearchDialect } from '../search/search-dialect.ts';
import type { SchemaFragments } from './migration.ts';
import type { Ledger, LedgerTransaction } from './tables.ts';

/** Everything about a database that its SQL does not share with the other one. */
export interface LedgerDialect {
  /** The file or address, as messages name it. */
  readonly address: string;
  readonly schema: SchemaFragments;
  readonly search: SearchDialect;
  /** For the query builder. */
  readonly kysely: Dialect;

  /**
   * A list of any length as one parameter, for `in`: ``eb('id', 'in', dialect.listed(ids))`` is one prepared statement
   * for every length.
   */
  listed<T extends number | string>(values: readonly T[]): RawBuilder<T>;

  /** A statement written with `?`, as this database takes it. */
  placeholders(text: string): string;

  /** A parameter of `update … from (values …)`, with its type where the database would not know it. */
  typed(table: string, column: string): string;

  /** Makes this process the one that ingests, until `stopWriting`. @throws {LedgerError} that says who is. */
  becomeWriter(name: string): Promise<void>;

  /** First in every transaction that writes: waits for the one before. */
  awaitTurn(transaction: LedgerTransaction): Promise<void>;

  /** Looks up the types that `typed` needs, once the tables are there. */
  learnSchema(ledger: Ledger): Promise<void>;

  /** What the database itself finds wrong with its pages, indexes and references; empty where all is well. */
  integrityProblems(ledger: Ledger): Promise<string[]>;

  /** Copies the ledger as it stands to a new file, while others go on. @throws {LedgerError} where the file exists. */
  backup(file: string): Promise<void>;

  /** Leaves nothing of deleted rows in free pages or logs. */
  eraseDeleted(ledger: Ledger): Promise<void>;

  /** Bytes that the ledger takes up, without the log of what is just being written. */
  size(ledger: Ledger): Promise<number>;

  /** Turns what the database threw into a `LedgerError` where its meaning is known, and gives anything else back. */
  explain(error: unknown): unknown;

  stopWriting(): Promise<void>;
}
