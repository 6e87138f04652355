/** Shorter batches are done before a person wonders. */
const SHOWN_FROM = 5;
const CLEAR_LINE = '\r\u001b[K';

/** How far a batch is, on standard error where that is a terminal and standard output is not the same one. */
export class Progress {
  readonly #total: number;
  readonly #shown: boolean;
  #done = 0;

  constructor(total: number) {
    this.#total = total;
    this.#shown = total >= SHOWN_FROM && process.stderr.isTTY && !process.stdout.isTTY;
  }

  start(input: string): void {
    this.#done++;
    if (this.#shown) process.stderr.write(`${CLEAR_LINE}${this.#done}/${this.#total} ${input}`);
  }

  /** Frees the line for other words. */
  clear(): void {
    if (this.#shown) process.stderr.write(CLEAR_LINE);
  }
}
