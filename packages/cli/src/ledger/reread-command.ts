import { reread } from '@hearsay/ledger/ingest/reread';
import { print } from '../output.ts';
import { ProgressBar } from './progress-bar.ts';
import { withLedger } from './with-ledger.ts';

export interface RereadCommandOptions {
  ledger: string;
  jobs?: number;
  all?: boolean;
}

/** Reads the stored articles again and says how many. */
export async function runReread({ ledger, ...options }: RereadCommandOptions): Promise<boolean> {
  return withLedger(ledger, { access: 'write', name: 'hearsay reread' }, async (store) => {
    const bar = new ProgressBar('readings');
    try {
      const count = await reread(store, { ...options, onBatch: (done, total) => bar.show(done, done / total) });
      bar.clear();
      await print(count === 0 ? 'All readings are of this version and model.\n' : `${count} readings made again.\n`);
      return true;
    } finally {
      bar.clear();
    }
  });
}
