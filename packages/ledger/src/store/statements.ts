import type { LedgerDialect } from './dialect.ts';

/** Rows in one statement: large steps while many are left, then small ones, so that few texts are ever compiled. */
const STEPS = [64, 8, 1] as const;

/** The texts of the statements that add and change many rows at a time; each is made once. */
export class Statements {
  readonly #dialect: LedgerDialect;
  readonly #texts = new Map<string, string>();

  constructor(dialect: LedgerDialect) {
    this.#dialect = dialect;
  }

  insert(table: string, columns: readonly string[], rows: number, ifNew: boolean): string {
    return this.#text(`insert ${table} ${columns.join()} ${rows} ${ifNew}`, () => {
      const row = `(${columns.map(() => '?').join()})`;
      const rest = ifNew ? ' on conflict do nothing' : '';
      return `insert into "${table}" (${columns.map(quoted).join()}) values ${repeated(row, rows)}${rest}`;
    });
  }

  /** Parameters: the key first, then the columns, row by row. */
  update(table: string, key: string, columns: readonly string[], rows: number): string {
    return this.#text(`update ${table} ${key} ${columns.join()} ${rows}`, () => {
      const row = `(${[key, ...columns].map((column) => this.#dialect.typed(table, column)).join()})`;
      const sets = columns.map((column, at) => `"${column}" = v.column${at + 2}`).join();
      return `update "${table}" set ${sets} from (values ${repeated(row, rows)}) as v where "${table}"."${key}" = v.column1`;
    });
  }

  #text(key: string, make: () => string): string {
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = this.#dialect.placeholders(make());
      this.#texts.set(key, text);
    }
    return text;
  }
}

/** How many rows go into each statement: they add up to `count`. */
export function* steps(count: number): Generator<number> {
  let left = count;
  for (const step of STEPS) {
    while (left >= step) {
      yield step;
      left -= step;
    }
  }
}

function quoted(column: string): string {
  return `"${column}"`;
}

function repeated(row: string, times: number): string {
  return Array.from({ length: times }, () => row).join();
}
