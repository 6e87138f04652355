/** Appends a whole number from 0 to 2^53 as LEB128: seven bits a byte, the lowest first. */
export function pushNumber(bytes: number[], value: number): void {
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  bytes.push(left);
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
}
