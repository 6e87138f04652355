/**
 * Counts what is written to the ledger: what was answered at one count is answered again as long as it stands. Another run
 * of the desk counts under another name.
 */
export class LedgerVersion {
  readonly #run = Date.now().toString(36);
  #count = 0;

  get current(): string {
    return `${this.#run}-${this.#count}`;
  }

  advance(): void {
    this.#count++;
  }
}
