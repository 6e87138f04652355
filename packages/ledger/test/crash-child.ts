import { writeSync } from 'node:fs';
import { ingest } from '../src/ingest/ingest.ts';
import { openSource } from '../src/ingest/sources/open-source.ts';
import { openStore } from '../src/store/open-store.ts';

/** Ingests a file into a ledger, and says after every batch how many articles are in: what was said must survive. */
const [ledger, file] = process.argv.slice(2);
const store = await openStore(ledger, { access: 'write', create: true, name: 'crash test' });
await ingest(store, openSource([file]), {
  jobs: 1,
  onBatch: ({ added, known }) => writeSync(1, `${added + known}\n`),
});
await store.close();
writeSync(1, 'done\n');
