/** Appends a whole number from 0 to 2^53 as LEB128: seven bits a byte, the lowest first. */
export function pushNumber(bytes: number[], value: number): void {
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  bytes.push(left);
}

/** Bytes that a number takes at most. */
export const MOST_NUMBER_BYTES = 8;

/** What `pushNumber` appends, written from `at` on; returns where it ends. */
export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes[end++] = (left % 128) | 128;
  bytes[end++] = left;
  return end;
}

/** Reads bytes one after the other. */
export class NumberReader {
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.at++];
  }

  /** What `pushNumber` appended. */
  number(): number {
    let value = 0;
    let scale = 1;
    for (; this.#bytes[this.at] > 127; scale *= 128) value += (this.#bytes[this.at++] & 127) * scale;
    return value + this.#bytes[this.at++] * scale;
  }

  /** Goes past a number that is not asked for. */
  skipNumber(): void {
    while (this.#bytes[this.at] > 127) this.at++;
    this.at++;
  }
}
