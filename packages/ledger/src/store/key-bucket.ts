import { MOST_NUMBER_BYTES, NumberReader, writeNumber } from './packed-numbers.ts';

/** A bucket holds the keys that differ in their last so many bits only; of these, two bytes are kept. */
const BUCKET_BITS = 15;
const REST_MASK = 2 ** BUCKET_BITS - 1;
/** How many buckets keys of 32 bits have. */
export const BUCKETS = 2 ** (32 - BUCKET_BITS);
const MOST_ENTRY_BYTES = 2 + MOST_NUMBER_BYTES;

/** The bucket of a key from 0 to 2^32. */
export function bucketOf(key: number): number {
  return key >>> BUCKET_BITS;
}

/**
 * Looks for keys in a bucket: for each entry the rest of its key in two bytes and its identifier (LEB128), in no order.
 * @param wanted keys in order, those of this bucket from `first` on
 * @param take is told which of them an identifier stands under
 */
export function findInBucket(
  entries: Uint8Array,
  wanted: Uint32Array,
  first: number,
  take: (at: number, id: number) => void,
): void {
  const bucket = bucketOf(wanted[first]);
  let end = first + 1;
  while (end < wanted.length && bucketOf(wanted[end]) === bucket) end++;
  for (const reader = new NumberReader(entries); !reader.isAtEnd; ) {
    const rest = reader.byte() * 256 + reader.byte();
    let at = first;
    while (at < end && (wanted[at] & REST_MASK) !== rest) at++;
    if (at === end) reader.skipNumber();
    else take(at, reader.number());
  }
}

/** Keys with their identifiers, side by side. */
export interface KeyColumns {
  readonly keys: Uint32Array;
  readonly ids: Float64Array;
}

/** Puts entries into the bytes of buckets, one bucket after the other. */
export class BucketMerge {
  readonly #slots: number;
  #rests = new Uint16Array(256);
  #ids = new Float64Array(256);
  #length = 0;

  /** `slots`: a later identifier takes the place of one under the same key whose remainder by it is the same. */
  constructor(slots: number) {
    this.#slots = slots;
  }

  /** The bytes of a bucket with entries of its keys, from one place to another of some columns, added in their order. */
  merged(before: Uint8Array | undefined, { keys, ids }: KeyColumns, from: number, to: number): Uint8Array {
    this.#length = 0;
    if (before !== undefined) {
      for (const reader = new NumberReader(before); !reader.isAtEnd; ) {
        const rest = reader.byte() * 256 + reader.byte();
        this.#append(rest, reader.number());
      }
    }
    for (let at = from; at < to; at++) this.#put(keys[at] & REST_MASK, ids[at]);
    return this.#packed();
  }

  #put(rest: number, id: number): void {
    const slots = this.#slots;
    for (let at = 0; at < this.#length; at++) {
      if (this.#rests[at] !== rest) continue;
      const other = this.#ids[at];
      if (other !== id && (slots === Number.POSITIVE_INFINITY || other % slots !== id % slots)) continue;
      this.#ids[at] = id;
      return;
    }
    this.#append(rest, id);
  }

  #append(rest: number, id: number): void {
    if (this.#length === this.#rests.length) {
      const [rests, ids] = [this.#rests, this.#ids];
      this.#rests = new Uint16Array(2 * rests.length);
      this.#rests.set(rests);
      this.#ids = new Float64Array(2 * ids.length);
      this.#ids.set(ids);
    }
    this.#rests[this.#length] = rest;
    this.#ids[this.#length++] = id;
  }

  #packed(): Uint8Array {
    const bytes = new Uint8Array(this.#length * MOST_ENTRY_BYTES);
    let end = 0;
    for (let at = 0; at < this.#length; at++) {
      bytes[end++] = this.#rests[at] >> 8;
      bytes[end++] = this.#rests[at] & 255;
      end = writeNumber(bytes, end, this.#ids[at]);
    }
    return bytes.slice(0, end);
  }
}
