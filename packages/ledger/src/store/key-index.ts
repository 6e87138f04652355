import { sql } from 'kysely';
import type { SchemaFragments } from './migration.ts';
import { NumberReader, pushNumber } from './packed-numbers.ts';
import type { Ledger } from './tables.ts';
import type { Writing } from './writing.ts';

/** What stands under a key: an identifier. */
export interface KeyEntry {
  readonly key: number;
  readonly id: number;
}

/** Whoever can be asked for rows: a store, or a transaction of its writer. */
type Asked = Pick<Writing, 'query' | 'listed'> & { readonly db: Ledger };

/** A bucket holds the keys that differ in their last so many bits only; of these, two bytes are kept. */
const BUCKET_BITS = 15;
/**
 * Additions that wait until they are put into their buckets: keys lie anywhere, so that each addition would change a page
 * of its own; together they change every page once. With twice as many, looking through them costs more than it saves.
 */
const MOST_WAITING = 32;
const ROWS_AT_ONCE = 64;

/** The two tables of a key index: buckets, and additions that wait. */
export function keyIndexTables(name: string, { blob }: Pick<SchemaFragments, 'blob'>): string[] {
  return [
    `create table ${name} (bucket integer primary key, entries ${blob} not null)`,
    `create table ${name}_waiting (id integer primary key, entries ${blob} not null)`,
  ];
}

/**
 * Identifiers under keys of 32 bits, some six bytes an entry: a row for each would take four times that. With `slots`, a
 * later identifier takes the place of an earlier one under the same key whose remainder by `slots` is the same.
 */
export class KeyIndex {
  readonly #name: string;
  readonly #slots: number;

  constructor(name: string, slots: number = Number.POSITIVE_INFINITY) {
    this.#name = name;
    this.#slots = slots;
  }

  /** What stands under these keys, by key and then by slot or id. */
  async find(keys: readonly number[], ledger: Asked): Promise<KeyEntry[]> {
    if (keys.length === 0) return [];
    const wanted = new Set(keys.map(unsigned));
    const buckets = await this.#buckets([...new Set([...wanted].map(bucketOf))], ledger);
    const found = new Map<number, Map<number, number>>();
    const take = (entry: KeyEntry): void => {
      if (wanted.has(entry.key)) this.#put(found, entry);
    };
    for (const [bucket, entries] of buckets) readBucket(bucket, entries, take);
    for (const { entries } of await this.#waiting(ledger)) readWaiting(entries, take);
    const signed = new Map(keys.map((key) => [unsigned(key), key]));
    return [...found]
      .sort(([a], [b]) => a - b)
      .flatMap(([key, slots]) =>
        [...slots].sort(([a], [b]) => a - b).map(([, id]) => ({ key: signed.get(key) ?? key, id })),
      );
  }

  async add(entries: readonly KeyEntry[], writing: Writing): Promise<void> {
    if (entries.length === 0) return;
    const waiting = await this.#waiting(writing);
    const packed = packWaiting(entries.map(({ key, id }) => ({ key: unsigned(key), id })));
    if (waiting.length >= MOST_WAITING) {
      await this.#settle([...waiting.map((row) => row.entries), packed], writing);
      await writing.query(`delete from ${this.#name}_waiting`);
    } else {
      const id = 1 + (waiting.at(-1)?.id ?? 0);
      await writing.query(`insert into ${this.#name}_waiting (id, entries) values (?, ?)`, [id, packed]);
    }
  }

  async #settle(waiting: readonly Uint8Array[], writing: Writing): Promise<void> {
    const byBucket = new Map<number, KeyEntry[]>();
    const sort = (entry: KeyEntry): void => {
      const bucket = bucketOf(entry.key);
      const own = byBucket.get(bucket);
      if (own === undefined) byBucket.set(bucket, [entry]);
      else own.push(entry);
    };
    for (const entries of waiting) readWaiting(entries, sort);
    const numbers = [...byBucket.keys()].sort((a, b) => a - b);
    const before = new Map(await this.#buckets(numbers, writing));
    const rows = numbers.map((bucket): [number, Uint8Array] => {
      const keys = new Map<number, Map<number, number>>();
      const entries = before.get(bucket);
      if (entries !== undefined) readBucket(bucket, entries, (entry) => this.#put(keys, entry));
      for (const entry of byBucket.get(bucket) ?? []) this.#put(keys, entry);
      return [bucket, packBucket([...keys].flatMap(([key, ids]) => [...ids.values()].map((id) => ({ key, id }))))];
    });
    await this.#writeBuckets(rows, writing);
  }

  #put(keys: Map<number, Map<number, number>>, { key, id }: KeyEntry): void {
    let ids = keys.get(key);
    if (ids === undefined) {
      ids = new Map();
      keys.set(key, ids);
    }
    ids.set(Number.isFinite(this.#slots) ? id % this.#slots : id, id);
  }

  async #buckets(numbers: readonly number[], ledger: Asked): Promise<[number, Uint8Array][]> {
    const { rows } = await sql<{ bucket: number; entries: Uint8Array }>`
      select bucket, entries from ${sql.table(this.#name)} where bucket in ${ledger.listed(numbers)}`.execute(
      ledger.db,
    );
    return rows.map(({ bucket, entries }) => [bucket, entries]);
  }

  async #writeBuckets(rows: readonly [number, Uint8Array][], writing: Writing): Promise<void> {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const some = rows.slice(at, at + ROWS_AT_ONCE);
      await writing.query(
        `insert into ${this.#name} (bucket, entries) values ${some.map(() => '(?, ?)').join()}
         on conflict (bucket) do update set entries = excluded.entries`,
        some.flat(),
      );
    }
  }

  #waiting(ledger: Asked): Promise<{ id: number; entries: Uint8Array }[]> {
    return ledger.query(`select id, entries from ${this.#name}_waiting order by id`);
  }
}

function unsigned(key: number): number {
  return key >>> 0;
}

function bucketOf(key: number): number {
  return key >>> BUCKET_BITS;
}

/** For each entry the rest of its key in two bytes and its identifier (LEB128). */
function packBucket(entries: readonly KeyEntry[]): Uint8Array {
  const bytes: number[] = [];
  for (const { key, id } of entries) {
    const rest = key & ((1 << BUCKET_BITS) - 1);
    bytes.push(rest >> 8, rest & 255);
    pushNumber(bytes, id);
  }
  return Uint8Array.from(bytes);
}

function readBucket(bucket: number, bytes: Uint8Array, take: (entry: KeyEntry) => void): void {
  for (const reader = new NumberReader(bytes); !reader.isAtEnd; ) {
    const key = bucket * 2 ** BUCKET_BITS + reader.byte() * 256 + reader.byte();
    take({ key, id: reader.number() });
  }
}

/** For each entry, by key, how much more its key is than the one before, and its identifier (LEB128). */
function packWaiting(entries: readonly KeyEntry[]): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const { key, id } of [...entries].sort((a, b) => a.key - b.key)) {
    pushNumber(bytes, key - last);
    pushNumber(bytes, id);
    last = key;
  }
  return Uint8Array.from(bytes);
}

function readWaiting(bytes: Uint8Array, take: (entry: KeyEntry) => void): void {
  let key = 0;
  for (const reader = new NumberReader(bytes); !reader.isAtEnd; ) {
    key += reader.number();
    take({ key, id: reader.number() });
  }
}
