import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ingest } from '@hearsay/ledger/ingest/ingest';
import { openSource } from '@hearsay/ledger/ingest/sources/open-source';
import { MIGRATIONS } from '@hearsay/ledger/store/migrations';
import { openStore } from '@hearsay/ledger/store/open-store';
import { loadModel } from '@hearsay/reader/model/load-model';
import { READER_VERSION } from '@hearsay/reader/read';

const REPORTS = fileURLToPath(new URL('../../../../samples/desk/reports.jsonl', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../../../.sample-desk/', import.meta.url));

/**
 * The ledger of the sample reports, made where it is not there yet for these reports and this version. What was decided in
 * it stays until then. Reports are taken in in the order of the file: one is a revision of another.
 */
export async function sampleLedger(reports = REPORTS, folder = FOLDER): Promise<string> {
  const print = createHash('sha256').update(readFileSync(reports)).update(READER_VERSION).update(loadModel().version);
  for (const { name } of MIGRATIONS) print.update(name);
  const name = `sample-${print.digest('hex').slice(0, 16)}.db`;
  const ledger = join(folder, name);
  if (existsSync(ledger)) return ledger;
  mkdirSync(folder, { recursive: true });
  // Those of other versions go, and what an interrupted start left.
  for (const other of readdirSync(folder)) rmSync(join(folder, other), { recursive: true, force: true });
  const making = join(folder, 'making.db');
  const store = await openStore(making, { access: 'write', name: 'npm start' });
  try {
    await ingest(store, openSource([reports]), { jobs: 1 });
  } finally {
    await store.close();
  }
  renameSync(making, ledger);
  return ledger;
}
