import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { ingest } from '../ingest/ingest.ts';
import { ReaderPool } from '../ingest/reader-pool.ts';
import type { Source } from '../ingest/source.ts';
import { check } from './check.ts';
import { forget } from './forget.ts';
import { openStore } from './open-store.ts';
import { packJson } from './packed-json.ts';
import { restore } from './restore.ts';
import type { Store } from './store.ts';
import { storedReading } from './stored-reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-keep-'));
const readers = new ReaderPool(1);
after(async () => {
  await readers.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
async function ledgerWith(...titles: string[]): Promise<{ store: Store; path: string }> {
  const path = join(folder, `${count++}.db`);
  const store = await openStore(path, { access: 'write' });
  async function* source(): Source {
    for (const title of titles) {
      const text = `The ferry ${title} is late, Orlen harbour police said. “Nobody is hurt,” Captain Ives Marr said.`;
      yield { kind: 'article', input: { id: title, title, text }, place: title };
    }
  }
  await ingest(store, source(), { readers });
  return { store, path };
}

const titlesIn = async (path: string): Promise<(string | null)[]> => {
  const store = await openStore(path, { access: 'read' });
  const rows = await store.db.selectFrom('article').select('title').orderBy('id').execute();
  await store.close();
  return rows.map(({ title }) => title);
};

describe('backup and restore', () => {
  test('a backup is made while a writer goes on, and brings back what was there then', async () => {
    const { store, path } = await ledgerWith('Kestrel', 'Heron');
    const backup = join(folder, 'backup.db');
    const reader = await openStore(path, { access: 'read' });
    await reader.dialect.backup(backup);
    await assert.rejects(reader.dialect.backup(backup), /already/);
    await reader.close();
    await store.db.updateTable('article').set({ title: 'changed' }).execute();
    await assert.rejects(restore(backup, path, { replace: true }), /is writing to it/);
    await store.close();
    await assert.rejects(restore(backup, path, { replace: false }), /--replace/);
    await restore(backup, path, { replace: true });
    assert.deepEqual(await titlesIn(path), ['Kestrel', 'Heron']);
    const again = await openStore(path, { access: 'write' });
    assert.deepEqual(await check(again), []);
    await again.close();
  });

  test('what is no sound backup is not restored', async () => {
    const { store, path } = await ledgerWith('Kestrel');
    await store.close();
    const text = join(folder, 'text.db');
    writeFileSync(text, 'no ledger');
    const damaged = join(folder, 'damaged.db');
    copyFileSync(path, damaged);
    const bytes = readFileSync(damaged);
    bytes.fill(0xff, 8192 * 4, 8192 * 9);
    writeFileSync(damaged, bytes);
    for (const backup of [text, damaged]) await assert.rejects(restore(backup, path, { replace: true }), backup);
    assert.deepEqual(await titlesIn(path), ['Kestrel']);
  });
});

test('after a takedown no byte of the words is in the files', async () => {
  const { store, path } = await ledgerWith('Kestrel', 'Quillonburgh');
  const holds = (): boolean =>
    ['', '-wal'].some((end) => existsSync(path + end) && readFileSync(path + end).includes('Quillonburgh is'));
  await store.db.updateTable('revision').set({ title: 'Quillonburgh is late' }).where('id', '=', 2).execute();
  assert.ok(holds());
  await forget(store, 'Quillonburgh');
  assert.ok(!holds());
  await store.close();
  assert.ok(!holds());
});

describe('check finds', () => {
  const faults: [string, (store: Store) => Promise<unknown>, RegExp][] = [
    [
      'a row that points nowhere',
      async (store) => {
        await store.query('pragma foreign_keys = off');
        await store.db.updateTable('assertion').set({ article_id: 99 }).where('id', '=', 1).execute();
      },
      /points at a row of article that is not there/,
    ],
    [
      'an assertion that its reading does not have',
      (store) => store.db.updateTable('assertion').set({ certainty: 5 }).where('id', '=', 1).execute(),
      /assertion 1 does not say what its reading says/,
    ],
    [
      'a reading that cannot be decoded',
      (store) =>
        store.db
          .updateTable('revision')
          .set({ reading: new Uint8Array([1, 2, 3]) })
          .execute(),
      /cannot be decoded/,
    ],
    [
      'a span outside the text',
      async (store) => {
        const { reading } = await store.db.selectFrom('revision').select('reading').executeTakeFirstOrThrow();
        const wrong = { ...storedReading(reading!), text: 'short' };
        await store.db
          .updateTable('revision')
          .set({ reading: packJson(wrong) })
          .execute();
      },
      /outside the text/,
    ],
    [
      'a title that is not the reading’s',
      (store) => store.db.updateTable('article').set({ title: 'other' }).execute(),
      /title, date or outlet is not its reading’s/,
    ],
    [
      'an identifier that would be given out twice',
      (store) => store.db.updateTable('identity').set({ next: 1 }).where('name', '=', 'assertion').execute(),
      /never given out/,
    ],
  ];
  for (const [name, damage, expected] of faults) {
    test(name, async () => {
      const { store } = await ledgerWith('Kestrel');
      assert.deepEqual(await check(store), []);
      await damage(store);
      assert.match((await check(store)).join('\n'), expected);
      await store.close();
    });
  }
});
