/** Bytes of answers that are kept. */
const MOST_BYTES = 24_000_000;

/**
 * The latest answers, as long as the ledger stands as it did: its version names them. Whoever asks for the same while it is
 * being found out waits for that answer.
 */
export class AnswerCache {
  readonly #kept = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #asking = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();
  #version = '';
  #bytes = 0;

  async get(
    version: string,
    address: string,
    ask: () => Promise<Uint8Array<ArrayBuffer> | undefined>,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (version !== this.#version) this.#forgetAll(version);
    const kept = this.#kept.get(address);
    if (kept !== undefined) {
      this.#kept.delete(address);
      this.#kept.set(address, kept);
      return kept;
    }
    const known = this.#asking.get(address);
    if (known !== undefined) return known;
    const asking = ask();
    this.#asking.set(address, asking);
    try {
      const answer = await asking;
      if (answer !== undefined && version === this.#version) this.#keep(address, answer);
      return answer;
    } finally {
      if (this.#asking.get(address) === asking) this.#asking.delete(address);
    }
  }

  #keep(address: string, answer: Uint8Array<ArrayBuffer>): void {
    this.#kept.set(address, answer);
    this.#bytes += answer.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }

  #forgetAll(version: string): void {
    this.#version = version;
    this.#kept.clear();
    this.#asking.clear();
    this.#bytes = 0;
  }
}
