import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { LedgerError } from '../ledger-error.ts';

/**
 * Says which process ingests into a ledger. The lock is SQLite's own, held in a small file beside the ledger: it goes with
 * the process, however that ends, and others can read who holds it. The file stays; removing it would let a process lock
 * a file that no longer has a name.
 */
export class WriterLock {
  readonly #file: DatabaseSync;

  /** @throws {LedgerError} that names the holder. */
  constructor(ledgerPath: string, name: string) {
    this.#file = new DatabaseSync(`${ledgerPath}-writer`, { timeout: 0 });
    try {
      this.#file.exec('begin immediate');
      this.#file.exec('create table if not exists holder (name text, process integer, host text, since text)');
      this.#file.exec('delete from holder');
      this.#file
        .prepare('insert into holder values (?, ?, ?, ?)')
        .run(name, process.pid, hostname(), new Date().toISOString());
      this.#file.exec('commit; begin immediate');
    } catch (error) {
      const holder = isBusy(error) ? readHolder(this.#file) : undefined;
      this.#file.close();
      if (holder === undefined) throw error;
      throw new LedgerError(
        'locked',
        `${ledgerPath}: ${holder} is writing to it; wait until it has finished, or end it`,
        { cause: error },
      );
    }
  }

  release(): void {
    this.#file.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function readHolder(file: DatabaseSync): string {
  try {
    const row = file.prepare('select name, process, host, since from holder').get();
    if (row !== undefined) return `${row.name} (process ${row.process} on ${row.host}, since ${row.since})`;
  } catch {
    // It is just being written: somebody holds it all the same.
  }
  return 'another process';
}
