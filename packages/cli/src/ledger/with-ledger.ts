import { LedgerError } from '@hearsay/ledger/store/ledger-error';
import { type OpenOptions, openStore } from '@hearsay/ledger/store/open-store';
import type { Store } from '@hearsay/ledger/store/store';

/**
 * Opens a ledger, works on it and closes it, whatever happens. Says in one line what was wrong with the ledger where that
 * is known; returns whether all was well.
 */
export async function withLedger(
  address: string,
  options: OpenOptions,
  work: (store: Store) => Promise<boolean>,
): Promise<boolean> {
  return reportingLedgerErrors(async () => {
    const store = await openStore(address, options);
    try {
      return await work(store);
    } catch (error) {
      throw store.dialect.explain(error);
    } finally {
      await store.close();
    }
  });
}

/** What a ledger error says names the ledger already. */
export async function reportingLedgerErrors(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    process.stderr.write(`hearsay: ${error.message}\n`);
    return false;
  }
}
