import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ingest } from '@hearsay/ledger/ingest/ingest';
import { openSource } from '@hearsay/ledger/ingest/sources/open-source';
import { MIGRATIONS } from '@hearsay/ledger/store/migrations';
import { openStore } from '@hearsay/ledger/store/open-store';
import { loadModel } from '@hearsay/reader/model/load-model';
import { READER_VERSION } from '@hearsay/reader/read';

/** What the sample ledger is made of, in the order in which it came in. */
export const REPORTS = fileURLToPath(new URL('../../../../samples/desk/reports.jsonl', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../../../.sample-desk/', import.meta.url));

/** For telling one version's schema from another's. */
const SQLITE = { dialect: 'sqlite', blob: 'blob', withoutRowid: '' } as const;

/**
 * The ledger of the sample reports, made where it is not there yet for these reports and this version. What was decided in
 * it stays until then. Reports are taken in in the order of the file: one is a revision of another.
 */
export async function sampleLedger(reports = REPORTS, folder = FOLDER): Promise<string> {
  const print = createHash('sha256').update(readFileSync(reports)).update(READER_VERSION).update(loadModel().version);
  for (const migration of MIGRATIONS) print.update(migration.statements(SQLITE).join());
  const name = `sample-${print.digest('hex').slice(0, 16)}.db`;
  const ledger = join(folder, name);
  if (existsSync(ledger)) return ledger;
  mkdirSync(folder, { recursive: true });
  for (const other of readdirSync(folder)) if (isLeftOver(folder, other)) rmSync(join(folder, other), { force: true });
  // Another start can be at the same: each makes its own, and the last one stays.
  const making = join(folder, `making-${process.pid}.db`);
  const store = await openStore(making, { access: 'write', name: 'npm start' });
  try {
    await ingest(store, openSource([reports]), { jobs: 1 });
  } finally {
    await store.close();
  }
  rmSync(`${making}-writer`, { force: true });
  renameSync(making, ledger);
  return ledger;
}

/** Of another version, or of a start that was cut off an hour ago and more. */
function isLeftOver(folder: string, name: string): boolean {
  return name.startsWith('sample-') || statSync(join(folder, name)).mtimeMs < Date.now() - 3_600_000;
}
