import { sql } from 'kysely';
import { BUCKETS, BucketMerge, bucketOf, findInBucket, type KeyColumns } from './key-bucket.ts';
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
    const wanted = Uint32Array.from(new Set(keys)).sort();
    const found = new Array<number[] | undefined>(wanted.length).fill(undefined);
    const take = (at: number, id: number): void => {
      const ids = found[at];
      if (ids === undefined) found[at] = [id];
      else this.#put(ids, id);
    };
    const firstOf = new Map<number, number>();
    for (const [at, key] of wanted.entries()) if (!firstOf.has(bucketOf(key))) firstOf.set(bucketOf(key), at);
    for (const { bucket, entries } of await this.#buckets([...firstOf.keys()], ledger)) {
      findInBucket(entries, wanted, firstOf.get(bucket)!, take);
    }
    for (const { entries } of await this.#waiting(ledger)) findInWaiting(entries, wanted, take);
    const placeOf = new Map<number, number>();
    for (const [at, key] of wanted.entries()) placeOf.set(key, at);
    const under = new Map<number, number[]>();
    for (const key of keys) {
      // Whoever asks may know keys as signed numbers.
      const ids = found[placeOf.get(key >>> 0)!];
      if (ids !== undefined && !under.has(key)) under.set(key, inOrder(ids));
    }
    return under;
  }

  async add(entries: readonly KeyEntry[], writing: Writing): Promise<void> {
    if (entries.length === 0) return;
    const waiting = await this.#waiting(writing);
    const packed = packWaiting(entries.map(({ key, id }) => ({ key: key >>> 0, id })));
    if (waiting.length >= MOST_WAITING) {
      await this.#settle([...waiting.map((row) => row.entries), packed], writing);
      await writing.query(`delete from ${this.#name}_waiting`);
    } else {
      const id = 1 + (waiting.at(-1)?.id ?? 0);
      await writing.query(`insert into ${this.#name}_waiting (id, entries) values (?, ?)`, [id, packed]);
    }
  }

  async #settle(waiting: readonly Uint8Array[], writing: Writing): Promise<void> {
    const { columns, starts, buckets } = byBucket(waiting);
    const merge = new BucketMerge(this.#slots);
    for (let at = 0; at < buckets.length; at += BUCKETS_AT_ONCE) {
      const some = buckets.slice(at, at + BUCKETS_AT_ONCE);
      const before = new Map(
        (await this.#buckets(some, writing)).map(({ bucket, entries }) => [bucket, entries] as const),
      );
      const rows: [number, Uint8Array][] = some.map((bucket) => [
        bucket,
        merge.merged(before.get(bucket), columns, starts[bucket], starts[bucket + 1]),
      ]);
      await this.#writeBuckets(rows, writing);
    }
  }

  #put(ids: number[], id: number): void {
    const slots = this.#slots;
    const taken = slots === Number.POSITIVE_INFINITY ? -1 : ids.findIndex((other) => other % slots === id % slots);
    if (taken < 0) ids.push(id);
    else ids[taken] = id;
  }

  async #buckets(numbers: readonly number[], ledger: Asked): Promise<{ bucket: number; entries: Uint8Array }[]> {
    const { rows } = await sql<{ bucket: number; entries: Uint8Array }>`
      select bucket, entries from ${sql.table(this.#name)} where bucket in ${ledger.listed(numbers)}`.execute(
      ledger.db,
    );
    return rows;
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
  let isOrdered = true;
  for (let at = 1; at < ids.length && isOrdered; at++) isOrdered = ids[at - 1] < ids[at];
  if (isOrdered) return ids;
  ids.sort((a, b) => a - b);
  return ids.filter((id, at) => at === 0 || ids[at - 1] !== id);
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

/** Looks for keys, which are in order, among entries that wait. */
function findInWaiting(bytes: Uint8Array, wanted: Uint32Array, take: (at: number, id: number) => void): void {
  let key = 0;
  let at = 0;
  for (const reader = new NumberReader(bytes); !reader.isAtEnd; ) {
    key += reader.number();
    while (at < wanted.length && wanted[at] < key) at++;
    if (at === wanted.length) return;
    if (wanted[at] === key) take(at, reader.number());
    else reader.skipNumber();
  }
}

/** Entries that wait, those of one bucket side by side and there in their order. */
interface ByBucket {
  columns: KeyColumns;
  /** By bucket: where its entries begin; one more, where the last ones end. */
  starts: Uint32Array;
  /** Those that have entries. */
  buckets: number[];
}

function byBucket(waiting: readonly Uint8Array[]): ByBucket {
  const bytes = waiting.reduce((sum, { length }) => sum + length, 0);
  // An entry has two bytes at least.
  const keys = new Uint32Array(bytes >> 1);
  const ids = new Float64Array(bytes >> 1);
  const starts = new Uint32Array(BUCKETS + 1);
  let count = 0;
  for (const entries of waiting) {
    let key = 0;
    for (const reader = new NumberReader(entries); !reader.isAtEnd; ) {
      key += reader.number();
      keys[count] = key;
      ids[count++] = reader.number();
      starts[bucketOf(key) + 1]++;
    }
  }
  const buckets: number[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    if (starts[bucket + 1] > 0) buckets.push(bucket);
    starts[bucket + 1] += starts[bucket];
  }
  const columns = { keys: new Uint32Array(count), ids: new Float64Array(count) };
  const next = starts.slice();
  for (let at = 0; at < count; at++) {
    const place = next[bucketOf(keys[at])]++;
    columns.keys[place] = keys[at];
    columns.ids[place] = ids[at];
  }
  return { columns, starts, buckets };
}
