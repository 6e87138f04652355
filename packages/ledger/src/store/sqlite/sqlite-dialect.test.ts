import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, test } from 'node:test';
import { LedgerError, type LedgerErrorCode } from '../ledger-error.ts';
import { openStore } from '../open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-sqlite-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const fails = (code: LedgerErrorCode, path: string) => (error: unknown) =>
  error instanceof LedgerError && error.code === code && error.message.includes(path);

describe('what is no ledger is left as it is, and named', () => {
  test('a text, another database, a folder, a path without a folder', async () => {
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'These are notes, and longer than the head of a database would be. '.repeat(20));
    const other = join(folder, 'other.db');
    const database = new DatabaseSync(other);
    database.exec('create table mine (id integer)');
    database.close();
    const options = { access: 'write', create: true } as const;
    await assert.rejects(openStore(text, options), fails('not-a-ledger', text));
    await assert.rejects(openStore(other, options), fails('not-a-ledger', other));
    await assert.rejects(openStore(folder, options), fails('not-a-ledger', folder));
    const nowhere = join(folder, 'no', 'such', 'ledger.db');
    await assert.rejects(openStore(nowhere, options), fails('missing', nowhere));
  });
});

test('a full disk stops the batch, says so, and keeps what was there', async () => {
  const path = join(folder, 'full.db');
  const store = await openStore(path, { access: 'write', create: true });
  const row = (id: number) => ({ id, at: '', input: '', place: '', code: '', reason: 'x'.repeat(100_000) });
  await store.write((writing) => writing.insert('skipped', [row(1)]));
  // The limit on pages is what SQLite itself answers with when the disk has no more.
  await store.query('pragma max_page_count = 60');
  await assert.rejects(
    store.write((writing) =>
      writing.insert(
        'skipped',
        Array.from({ length: 20 }, (_, at) => row(at + 2)),
      ),
    ),
    fails('full', path),
  );
  assert.equal((await store.db.selectFrom('skipped').select('id').execute()).length, 1);
  await store.close();
});

test('the lock of a writer that was killed is free at once', async () => {
  const path = join(folder, 'killed.db');
  await (await openStore(path, { access: 'write', create: true })).close();
  const script = `
    const { openStore } = await import(${JSON.stringify(new URL('../open-store.ts', import.meta.url).href)});
    await openStore(${JSON.stringify(path)}, { access: 'write', name: 'to be killed' });
    process.kill(process.pid, 'SIGKILL');`;
  assert.throws(() => execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }));
  const store = await openStore(path, { access: 'write' });
  await store.close();
});
