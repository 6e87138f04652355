import type { Exemplar } from './claim-index.ts';
import type { EventPrint } from './fingerprint.ts';
import type { NumberRange } from './numbers.ts';

/**
 * A claim's exemplars as bytes: one byte for a count, a flag or a weight, four for a hash or a number. Their layout is
 * the order of the calls below; a first byte tells the version.
 */
export function packExemplars(exemplars: readonly Exemplar[]): Uint8Array {
  const bytes = new Writer();
  bytes.byte(VERSION);
  bytes.list(exemplars, ({ assertionId, topic, fingerprint }) => {
    bytes.int(assertionId);
    bytes.list(topic, (word) => bytes.int(word));
    bytes.list(fingerprint.words, (word, at) => {
      bytes.int(word);
      bytes.byte(Math.min(255, fingerprint.weights[at]));
    });
    bytes.list(fingerprint.events, ({ sense, isKnown, isMain, affected }) => {
      bytes.int(sense);
      bytes.byte((isKnown ? 1 : 0) | (isMain ? 2 : 0));
      bytes.list(affected, (word) => bytes.int(word));
    });
    bytes.list(fingerprint.numbers, ({ of, range }) => {
      bytes.int(of);
      bytes.byte(OPEN.indexOf(range.open ?? null));
      bytes.float(range.low ?? Number.NEGATIVE_INFINITY);
      bytes.float(range.high ?? Number.POSITIVE_INFINITY);
    });
    bytes.int(fingerprint.quotation.step);
    bytes.list(fingerprint.quotation.runs, (run) => bytes.int(run));
    bytes.byte(POLARITIES.indexOf(fingerprint.polarity));
    bytes.byte((fingerprint.isNegated ? 1 : 0) | (fingerprint.isWish ? 2 : 0));
    bytes.byte(fingerprint.standing.lead);
    bytes.byte(fingerprint.standing.central);
    bytes.int(fingerprint.standing.speaker);
  });
  return bytes.done();
}

/** @throws {RangeError} where the bytes are not what `packExemplars` made. */
export function unpackExemplars(packed: Uint8Array): Exemplar[] {
  const bytes = new Reader(packed);
  if (bytes.byte() !== VERSION) throw new RangeError('exemplars of a claim are of another version');
  return bytes.list(() => {
    const assertionId = bytes.int();
    const topic = bytes.list(() => bytes.int());
    const weights: number[] = [];
    const words = bytes.list(() => {
      const word = bytes.int();
      weights.push(bytes.byte());
      return word;
    });
    const events = bytes.list((): EventPrint => {
      const sense = bytes.int();
      const flags = bytes.byte();
      return { sense, isKnown: (flags & 1) > 0, isMain: (flags & 2) > 0, affected: bytes.list(() => bytes.int()) };
    });
    const numbers = bytes.list(() => ({ of: bytes.int(), range: readRange(bytes) }));
    const quotation = { step: bytes.int(), runs: bytes.list(() => bytes.int()) };
    const polarity = POLARITIES[bytes.byte()];
    const flags = bytes.byte();
    const isNegated = (flags & 1) > 0;
    const isWish = (flags & 2) > 0;
    const standing = { lead: bytes.byte(), central: bytes.byte(), speaker: bytes.int() };
    return {
      assertionId,
      topic,
      fingerprint: { words, weights, events, numbers, quotation, polarity, isNegated, isWish, standing },
    };
  });
}

function readRange(bytes: Reader): NumberRange {
  const open = OPEN[bytes.byte()];
  const low = bytes.float();
  const high = bytes.float();
  return {
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
    ...(open === null ? {} : { open }),
  };
}

const VERSION = 2;
const POLARITIES = ['for', 'against', 'observing'] as const;
const OPEN = [null, 'low', 'high'] as const;

class Writer {
  #bytes = new DataView(new ArrayBuffer(512));
  #at = 0;

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes.setUint8(this.#at, value);
    this.#at += 1;
  }

  int(value: number): void {
    this.#reserve(4);
    this.#bytes.setInt32(this.#at, value);
    this.#at += 4;
  }

  float(value: number): void {
    this.#reserve(8);
    this.#bytes.setFloat64(this.#at, value);
    this.#at += 8;
  }

  /** At most 255 items. */
  list<T>(items: readonly T[], write: (item: T, at: number) => void): void {
    this.byte(items.length);
    items.forEach(write);
  }

  done(): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, 0, this.#at).slice();
  }

  #reserve(count: number): void {
    if (this.#at + count <= this.#bytes.byteLength) return;
    const larger = new Uint8Array(this.#bytes.byteLength * 2);
    larger.set(new Uint8Array(this.#bytes.buffer));
    this.#bytes = new DataView(larger.buffer);
  }
}

class Reader {
  readonly #bytes: DataView;
  #at = 0;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    this.#bytes = new DataView(buffer, byteOffset, byteLength);
  }

  byte(): number {
    return this.#bytes.getUint8(this.#at++);
  }

  int(): number {
    this.#at += 4;
    return this.#bytes.getInt32(this.#at - 4);
  }

  float(): number {
    this.#at += 8;
    return this.#bytes.getFloat64(this.#at - 8);
  }

  list<T>(read: () => T): T[] {
    return Array.from({ length: this.byte() }, read);
  }
}
