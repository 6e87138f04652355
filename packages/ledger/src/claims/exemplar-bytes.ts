import type { Exemplar } from './claim-index.ts';
import type { EventPrint } from './fingerprint.ts';
import type { NumberRange } from './numbers.ts';

/**
 * A claim's exemplars as bytes. First every hash in them once, three bytes each: wordings of one claim share most of their
 * words, and an article's topic is in its words. Then the exemplars, in which a hash is its place in that list, and small
 * numbers take one byte (LEB128). Their layout is the order of the calls below; a first byte tells the version.
 */
export function packExemplars(exemplars: readonly Exemplar[]): Uint8Array {
  const bytes = new Writer();
  bytes.list(exemplars, ({ assertionId, topic, fingerprint }) => {
    bytes.number(assertionId);
    bytes.hashes(topic);
    bytes.hashes(fingerprint.words);
    for (const weight of fingerprint.weights) bytes.byte(Math.min(255, weight));
    bytes.list(fingerprint.events, ({ sense, isKnown, isMain, affected }) => {
      bytes.hash(sense);
      bytes.byte((isKnown ? 1 : 0) | (isMain ? 2 : 0));
      bytes.hashes(affected);
    });
    bytes.list(fingerprint.numbers, ({ of, range: { low, high, open } }) => {
      bytes.hash(of);
      bytes.byte(OPEN.indexOf(open ?? null) + 4 * sizeOf(low) + 16 * (high === low ? SAME : sizeOf(high)));
      bytes.bound(low);
      if (high !== low) bytes.bound(high);
    });
    bytes.number(fingerprint.quotation.step);
    bytes.hashes(fingerprint.quotation.runs);
    bytes.byte(POLARITIES.indexOf(fingerprint.polarity));
    bytes.byte(
      (fingerprint.isNegated ? 1 : 0) |
        (fingerprint.isWish ? 2 : 0) |
        (fingerprint.isUnrealised ? 4 : 0) |
        (fingerprint.standing.isNested ? 8 : 0) |
        (fingerprint.isEarlier ? 16 : 0),
    );
    bytes.byte(fingerprint.standing.lead);
    bytes.byte(fingerprint.standing.central);
    bytes.byte(fingerprint.standing.place);
    bytes.hash(fingerprint.standing.speaker);
  });
  return bytes.done();
}

/** @throws {RangeError} where the bytes are not what `packExemplars` made. */
export function unpackExemplars(packed: Uint8Array): Exemplar[] {
  const bytes = new Reader(packed);
  return bytes.list(() => {
    const assertionId = bytes.number();
    const topic = bytes.hashes();
    const words = bytes.hashes();
    const weights = words.map(() => bytes.byte());
    const events = bytes.list((): EventPrint => {
      const sense = bytes.hash();
      const flags = bytes.byte();
      return { sense, isKnown: (flags & 1) > 0, isMain: (flags & 2) > 0, affected: bytes.hashes() };
    });
    const numbers = bytes.list(() => ({ of: bytes.hash(), range: readRange(bytes) }));
    const quotation = { step: bytes.number(), runs: bytes.hashes() };
    const polarity = POLARITIES[bytes.byte()];
    const flags = bytes.byte();
    const isNegated = (flags & 1) > 0;
    const isWish = (flags & 2) > 0;
    const isUnrealised = (flags & 4) > 0;
    const isEarlier = (flags & 16) > 0;
    const standing = {
      lead: bytes.byte(),
      central: bytes.byte(),
      place: bytes.version < WITH_PLACE ? 0 : bytes.byte(),
      isNested: (flags & 8) > 0,
      speaker: bytes.hash(),
    };
    return {
      assertionId,
      topic,
      fingerprint: {
        words,
        weights,
        events,
        numbers,
        quotation,
        polarity,
        isNegated,
        isWish,
        isUnrealised,
        isEarlier,
        standing,
      },
    };
  });
}

function readRange(bytes: Reader): NumberRange {
  const flags = bytes.byte();
  const open = OPEN[flags & 3];
  const low = bytes.bound((flags >> 2) & 3);
  const high = flags >> 4 === SAME ? low : bytes.bound((flags >> 4) & 3);
  return { low, high, ...(open === null ? {} : { open }) };
}

/** How a bound of a range is written. */
const NONE = 0;
const WHOLE = 1;
const FLOAT = 2;
const SAME = 3;

function sizeOf(bound: number | null): number {
  if (bound === null) return NONE;
  return Number.isInteger(bound) && bound >= 0 && bound < 2 ** 31 ? WHOLE : FLOAT;
}

const VERSION = 5;
/** Older ones say nothing of where in its article a wording stands. */
const WITH_PLACE = 5;
const OLDEST = 4;
const HASH_BYTES = 3;
const POLARITIES = ['for', 'against', 'observing'] as const;
const OPEN = [null, 'low', 'high'] as const;

class Writer {
  readonly #places = new Map<number, number>();
  #bytes = new DataView(new ArrayBuffer(512));
  #at = 0;

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes.setUint8(this.#at++, value);
  }

  /** LEB128 of what is under 2^31. */
  number(value: number): void {
    let left = value;
    for (; left > 127; left >>>= 7) this.byte((left & 127) | 128);
    this.byte(left);
  }

  hash(value: number): void {
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(value, place);
    }
    this.number(place);
  }

  hashes(values: readonly number[]): void {
    this.list(values, (value) => this.hash(value));
  }

  bound(value: number | null): void {
    const size = sizeOf(value);
    if (value === null || size === NONE) return;
    if (size === WHOLE) {
      this.number(value);
      return;
    }
    this.#reserve(8);
    this.#bytes.setFloat64(this.#at, value);
    this.#at += 8;
  }

  /** At most 255 items. */
  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.byte(items.length);
    for (const item of items) write(item);
  }

  /** Version, number of hashes, hashes, and what was written. */
  done(): Uint8Array {
    const head = 3 + HASH_BYTES * this.#places.size;
    const done = new Uint8Array(head + this.#at);
    const view = new DataView(done.buffer);
    view.setUint8(0, VERSION);
    view.setUint16(1, this.#places.size);
    for (const [hash, place] of this.#places) {
      view.setUint16(3 + HASH_BYTES * place, hash >>> 8);
      view.setUint8(5 + HASH_BYTES * place, hash & 255);
    }
    done.set(new Uint8Array(this.#bytes.buffer, 0, this.#at), head);
    return done;
  }

  #reserve(count: number): void {
    if (this.#at + count <= this.#bytes.byteLength) return;
    const larger = new Uint8Array(this.#bytes.byteLength * 2);
    larger.set(new Uint8Array(this.#bytes.buffer));
    this.#bytes = new DataView(larger.buffer);
  }
}

class Reader {
  readonly version: number;
  readonly #bytes: DataView;
  #at: number;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    this.#bytes = new DataView(buffer, byteOffset, byteLength);
    this.version = byteLength < 3 ? 0 : this.#bytes.getUint8(0);
    if (this.version < OLDEST || this.version > VERSION) {
      throw new RangeError('exemplars of a claim are of another version');
    }
    this.#at = 3 + HASH_BYTES * this.#bytes.getUint16(1);
  }

  byte(): number {
    return this.#bytes.getUint8(this.#at++);
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  hash(): number {
    const at = 3 + HASH_BYTES * this.number();
    return this.#bytes.getUint16(at) * 256 + this.#bytes.getUint8(at + 2);
  }

  hashes(): number[] {
    const hashes: number[] = [];
    for (let left = this.byte(); left > 0; left--) hashes.push(this.hash());
    return hashes;
  }

  bound(size: number): number | null {
    if (size === NONE) return null;
    if (size === WHOLE) return this.number();
    this.#at += 8;
    return this.#bytes.getFloat64(this.#at - 8);
  }

  list<T>(read: () => T): T[] {
    const items: T[] = [];
    for (let left = this.byte(); left > 0; left--) items.push(read());
    return items;
  }
}
