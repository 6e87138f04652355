import type { RawBuilder } from 'kysely';
import type { LedgerTables, LedgerTransaction } from './tables.ts';

/** One transaction of the writer, and what is quicker in it than through the query builder. */
export interface Writing {
  /** The query layer, inside the transaction. */
  readonly db: LedgerTransaction;
  /** When the batch is recorded, ISO 8601 in UTC: the one clock of everything in it. */
  readonly at: string;

  /** Takes `count` identifiers, never given out before, for rows of a table; returns the first. */
  nextIds(table: TableName, count: number): Promise<number>;

  /** Adds rows, many at a time, through statements compiled once. Every row has the same columns. */
  insert<Table extends TableName>(
    table: Table,
    rows: readonly LedgerTables[Table][],
    options?: { ifNew?: boolean },
  ): Promise<void>;

  /** Sets columns of many rows, each found by `key`. Every row has the same columns. */
  update<Table extends TableName, Key extends Column<Table>>(
    table: Table,
    key: Key,
    rows: readonly (Pick<LedgerTables[Table], Key> & Partial<LedgerTables[Table]>)[],
  ): Promise<void>;
}

export type TableName = keyof LedgerTables & string;
export type Column<Table extends TableName> = keyof LedgerTables[Table] & string;

/**
 * A list for `in`, of any length through one statement: ``where(({ eb }) => eb('id', 'in', listed(ids)))``.
 */
export type Listed<T extends number | string> = RawBuilder<T>;
