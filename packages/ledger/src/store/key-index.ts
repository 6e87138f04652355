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
/** Buckets that are read and written together while additions are put there: all of them at once took 100 MB. */
const BUCKETS_AT_ONCE = 4096;

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

  /** The identifiers under these keys, by key, in their order; a key that nothing stands under is not among them. */
  async find(keys: readonly number[], ledger: Asked): Promise<Map<number, number[]>> {
    if (keys.length === 0) return new Map();
    const wanted = new Map(keys.map((key): [number, number[]] => [unsigned(key), []]));
    const buckets = await this.#buckets([...new Set(keys.map(bucketOf))], ledger);
    const take = (key: number, id: number): void => {
      const ids = wanted.get(key);
      if (ids !== undefined) this.#put(ids, id);
    };
    for (const [bucket, entries] of buckets) readBucket(bucket, entries, take);
    for (const { entries } of await this.#waiting(ledger)) readWaiting(entries, take);
    const found = new Map<number, number[]>();
    for (const key of keys) {
      const ids = wanted.get(unsigned(key));
      if (ids !== undefined && ids.length > 0) found.set(key, inOrder(ids));
    }
    return found;
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
    const added = new Map<number, number[]>();
    for (const entries of waiting) {
      readWaiting(entries, (key, id) => {
        const pairs = added.get(bucketOf(key));
        if (pairs === undefined) added.set(bucketOf(key), [key, id]);
        else pairs.push(key, id);
      });
    }
    const numbers = [...added.keys()].sort((a, b) => a - b);
    for (let at = 0; at < numbers.length; at += BUCKETS_AT_ONCE) {
      const some = numbers.slice(at, at + BUCKETS_AT_ONCE);
      const before = new Map(await this.#buckets(some, writing));
      const rows = some.map((bucket): [number, Uint8Array] => [
        bucket,
        this.#merged(bucket, before.get(bucket), added.get(bucket) ?? []),
      ]);
      await this.#writeBuckets(rows, writing);
    }
  }

  /** A bucket with what is added to it: keys and identifiers in turn. */
  #merged(bucket: number, before: Uint8Array | undefined, pairs: readonly number[]): Uint8Array {
    const keys = new Map<number, number[]>();
    const put = (key: number, id: number): void => {
      const ids = keys.get(key);
      if (ids === undefined) keys.set(key, [id]);
      else this.#put(ids, id);
    };
    if (before !== undefined) readBucket(bucket, before, put);
    for (let at = 0; at < pairs.length; at += 2) put(pairs[at], pairs[at + 1]);
    return packBucket(keys);
  }

  #put(ids: number[], id: number): void {
    const taken = Number.isFinite(this.#slots)
      ? ids.findIndex((other) => other % this.#slots === id % this.#slots)
      : -1;
    if (taken < 0) ids.push(id);
    else ids[taken] = id;
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

/** Each once, the least first. */
function inOrder(ids: number[]): number[] {
  if (!ids.every((id, at) => at === 0 || ids[at - 1] < id)) ids.sort((a, b) => a - b);
  return ids.filter((id, at) => at === 0 || ids[at - 1] !== id);
}

function unsigned(key: number): number {
  return key >>> 0;
}

function bucketOf(key: number): number {
  return key >>> BUCKET_BITS;
}

/** For each entry the rest of its key in two bytes and its identifier (LEB128). */
function packBucket(keys: ReadonlyMap<number, number[]>): Uint8Array {
  const bytes: number[] = [];
  for (const [key, ids] of keys) {
    const rest = key & ((1 << BUCKET_BITS) - 1);
    for (const id of inOrder(ids)) {
      bytes.push(rest >> 8, rest & 255);
      pushNumber(bytes, id);
    }
  }
  return Uint8Array.from(bytes);
}

function readBucket(bucket: number, bytes: Uint8Array, take: (key: number, id: number) => void): void {
  for (const reader = new NumberReader(bytes); !reader.isAtEnd; ) {
    const key = bucket * 2 ** BUCKET_BITS + reader.byte() * 256 + reader.byte();
    take(key, reader.number());
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

function readWaiting(bytes: Uint8Array, take: (key: number, id: number) => void): void {
  let key = 0;
  for (const reader = new NumberReader(bytes); !reader.isAtEnd; ) {
    key += reader.number();
    take(key, reader.number());
  }
}
