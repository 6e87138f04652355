import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { LedgerError, type LedgerErrorCode } from '@hearsay/ledger/store/ledger-error';
import { migrate } from '@hearsay/ledger/store/migrate';
import { MIGRATIONS } from '@hearsay/ledger/store/migrations';
import { openStore } from '@hearsay/ledger/store/open-store';
import { sqliteDialect } from '@hearsay/ledger/store/sqlite/sqlite-dialect';
import { Store } from '@hearsay/ledger/store/store';
import { openDesk } from '../src/open-desk.ts';
import { sampleLedger } from '../src/sample/sample-ledger.ts';

describe('a desk is opened on a ledger of another version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-versions-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function olderLedger(name: string): Promise<string> {
    const ledger = join(folder, name);
    const store = new Store(sqliteDialect(ledger, { access: 'write', create: true }));
    await migrate(store.db, store.dialect, MIGRATIONS.slice(0, -1));
    await store.close();
    return ledger;
  }

  const opening = (ledger: string) => openDesk({ ledger, port: 0 });
  const refused = (code: LedgerErrorCode, words: RegExp) => (error: unknown) =>
    error instanceof LedgerError && error.code === code && words.test(error.message);

  test('an older one is brought up', async () => {
    const ledger = await olderLedger('older.db');
    const desk = await opening(ledger);
    assert.equal((await fetch(`${desk.address}/api/desk`)).status, 200);
    await desk.close();
    await (await openStore(ledger, { access: 'read' })).close();
  });

  test('an older one that somebody writes to is left alone, and who writes is named', async () => {
    const ledger = await olderLedger('held.db');
    const holder = sqliteDialect(ledger, { access: 'write', create: false });
    await holder.becomeWriter('hearsay ingest');
    await assert.rejects(opening(ledger), refused('locked', /held\.db: hearsay ingest \(process.*older version/));
    const store = new Store(holder);
    assert.equal((await store.query('select number from migration')).length, MIGRATIONS.length - 1);
    await store.close();
    await (await opening(ledger)).close();
  });

  test('a newer one is refused', async () => {
    const ledger = join(folder, 'newer.db');
    copyFileSync(await sampleLedger(), ledger);
    const store = await openStore(ledger, { access: 'write' });
    await store.db.insertInto('migration').values({ number: 9999, name: 'later', at: '' }).execute();
    await store.close();
    await assert.rejects(opening(ledger), refused('newer', /newer\.db: .*newer version.*update hearsay/));
  });
});
