import type { Store } from '@hearsay/ledger/store/store';

/**
 * Keeps a connection of the desk small. One that ingests maps a gigabyte of the file, and so would each of several here:
 * the pages of a large ledger would count three times in the memory of the desk. The system caches the file all the same.
 */
export async function limitLedgerMemory(store: Store, cacheKib: number): Promise<void> {
  if (/^postgres/i.test(store.address)) return;
  await store.query('pragma mmap_size = 0');
  await store.query(`pragma cache_size = -${cacheKib}`);
}
