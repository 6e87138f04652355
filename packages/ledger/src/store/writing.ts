import { CompiledQuery, type RawBuilder } from 'kysely';
import type { SearchDialect } from '../search/search-dialect.ts';
import type { LedgerDialect } from './dialect.ts';
import { type Statements, steps } from './statements.ts';
import type { LedgerTables, LedgerTransaction } from './tables.ts';

export type TableName = keyof LedgerTables & string;
export type Row<Table extends TableName> = LedgerTables[Table];

/**
 * One transaction of the writer: the query layer in `db`, and beside it what is quicker than through the query builder,
 * through statements that are compiled once.
 */
export class Writing {
  /** The query layer, inside the transaction. */
  readonly db: LedgerTransaction;
  /** When the transaction was begun, ISO 8601 in UTC: the one clock of everything in it. */
  readonly at: string;
  readonly #dialect: LedgerDialect;
  readonly #statements: Statements;

  constructor(db: LedgerTransaction, dialect: LedgerDialect, statements: Statements, at: string) {
    this.db = db;
    this.at = at;
    this.#dialect = dialect;
    this.#statements = statements;
  }

  /** Full-text search as this database writes it. */
  get search(): SearchDialect {
    return this.#dialect.search;
  }

  /** Takes `count` identifiers of a table, never given out before; returns the first. */
  async nextIds(table: TableName, count: number): Promise<number> {
    const [{ next }] = await this.query<{ next: number }>(
      `insert into identity (name, next) values (?, 1 + cast(? as integer))
       on conflict (name) do update set next = identity.next + cast(? as integer) returning next`,
      [table, count, count],
    );
    return next - count;
  }

  /** Adds rows, all with the same columns. With `ifNew`, a row whose key is there already is left out. */
  async insert<Table extends TableName>(
    table: Table,
    rows: readonly Row<Table>[],
    options: { ifNew: boolean } = { ifNew: false },
  ): Promise<void> {
    if (rows.length === 0) return;
    const columns = Object.keys(rows[0]) as (keyof Row<Table> & string)[];
    let at = 0;
    for (const step of steps(rows.length)) {
      const parameters: unknown[] = [];
      for (const row of rows.slice(at, at + step)) for (const column of columns) parameters.push(row[column]);
      await this.#run(this.#statements.insert(table, columns, step, options.ifNew), parameters);
      at += step;
    }
  }

  /** Sets columns of rows that `key` finds, all with the same columns. */
  async update<Table extends TableName, Key extends keyof Row<Table> & string>(
    table: Table,
    key: Key,
    rows: readonly (Pick<Row<Table>, Key> & Partial<Row<Table>>)[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const columns = (Object.keys(rows[0]) as (keyof Row<Table> & string)[]).filter((column) => column !== key);
    let at = 0;
    for (const step of steps(rows.length)) {
      const parameters: unknown[] = [];
      for (const row of rows.slice(at, at + step)) {
        parameters.push(row[key]);
        for (const column of columns) parameters.push(row[column]);
      }
      await this.#run(this.#statements.update(table, key, columns, step), parameters);
      at += step;
    }
  }

  /** The rows of a statement written with `?`: for the hot paths, where building a query costs more than running it. */
  async query<Answer>(text: string, parameters: readonly unknown[] = []): Promise<Answer[]> {
    const compiled = CompiledQuery.raw(this.#dialect.placeholders(text), [...parameters]);
    return (await this.db.executeQuery<Answer>(compiled)).rows;
  }

  /** A list of any length as one parameter, for `in` through the query builder. */
  listed<T extends number | string>(values: readonly T[]): RawBuilder<T> {
    return this.#dialect.listed(values);
  }

  async #run(text: string, parameters: unknown[]): Promise<void> {
    await this.db.executeQuery(CompiledQuery.raw(text, parameters));
  }
}
