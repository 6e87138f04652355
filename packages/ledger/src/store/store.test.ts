import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import { LedgerError } from './ledger-error.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import type { SkippedTable } from './tables.ts';

const skippedRow = (id: number, reason = 'why'): SkippedTable => ({
  id,
  at: '2031-04-02T00:00:00.000Z',
  input: 'input',
  place: 'place',
  code: 'code',
  reason,
});

for (const kind of ledgerKinds()) {
  describe(`a ledger in ${kind.name}`, { skip: kind.skip }, () => {
    after(() => kind.clear());
    const openNew = async () => openStore(await kind.make(), { access: 'write', name: 'the test' });

    test('keeps what was written, also past a reopening', async () => {
      const address = await kind.make();
      const store = await openStore(address, { access: 'write' });
      const rows = Array.from({ length: 150 }, (_, at) => skippedRow(at + 1, `reason ${at}`));
      await store.write((writing) => writing.insert('skipped', rows));
      await store.close();
      const again = await openStore(address, { access: 'read' });
      const kept = await again.db.selectFrom('skipped').selectAll().orderBy('id').execute();
      await again.close();
      assert.deepEqual(
        kept.map((row) => ({ ...row })),
        rows,
      );
    });

    test('keeps all of a transaction or nothing', async () => {
      const store = await openNew();
      const failing = store.write(async (writing) => {
        await writing.insert('skipped', [skippedRow(await writing.nextIds('skipped', 1))]);
        throw new Error('in the middle');
      });
      await assert.rejects(failing, /in the middle/);
      assert.deepEqual(await store.db.selectFrom('skipped').selectAll().execute(), []);
      await store.close();
    });

    test('never gives an identifier out twice, whatever is deleted', async () => {
      const store = await openNew();
      const first = await store.write((writing) => writing.nextIds('skipped', 3));
      await store.write((writing) => writing.insert('skipped', [skippedRow(first + 2)]));
      await store.db.deleteFrom('skipped').execute();
      const next = await store.write((writing) => writing.nextIds('skipped', 1));
      await store.close();
      assert.deepEqual([first, next], [1, 4]);
    });

    test('changes many rows by key, nulls and numbers alike', async () => {
      const store = await openNew();
      await store.write(async (writing) => {
        await writing.insert(
          'skipped',
          Array.from({ length: 80 }, (_, at) => skippedRow(at + 1)),
        );
        await writing.insert(
          'decision',
          [1, 2].map((id) => ({ id, at: '', author: '', kind: '', payload: '', undoes: null })),
        );
        const changed = Array.from({ length: 75 }, (_, at) => ({ id: at + 1, reason: `new ${at}`, code: 'changed' }));
        await writing.update('skipped', 'id', changed);
        await writing.update('decision', 'id', [{ id: 2, undoes: 1 }]);
      });
      const changed = await store.db.selectFrom('skipped').select('reason').where('code', '=', 'changed').execute();
      const undone = await store.db.selectFrom('decision').select('id').where('undoes', '=', 1).execute();
      await store.close();
      assert.deepEqual([changed.length, changed.at(-1)?.reason.startsWith('new')], [75, true]);
      assert.deepEqual(
        undone.map(({ id }) => id),
        [2],
      );
    });

    test('finds by a list of any length, also an empty one', async () => {
      const store = await openNew();
      await store.write((writing) =>
        writing.insert(
          'skipped',
          [1, 2, 3].map((id) => skippedRow(id, `r${id}`)),
        ),
      );
      const byId = async (ids: number[]) =>
        (
          await store.db.selectFrom('skipped').select('id').where('id', 'in', store.listed(ids)).orderBy('id').execute()
        ).map(({ id }) => id);
      const byText = await store.db
        .selectFrom('skipped')
        .select('id')
        .where('reason', 'in', store.listed(['r2']))
        .execute();
      assert.deepEqual([await byId([3, 1, 9]), await byId([]), byText.map(({ id }) => id)], [[1, 3], [], [2]]);
      await store.close();
    });

    test('a snapshot stands still while others write, and holds nobody up', async () => {
      const address = await kind.make();
      const writer = await openStore(address, { access: 'write' });
      const write = (id: number) => writer.write((writing) => writing.insert('skipped', [skippedRow(id)]));
      const reader = await openStore(address, { access: 'read' });
      const count = async (store: Store) =>
        Number((await store.query<{ n: number }>('select count(*) as n from skipped'))[0].n);
      await write(1);
      const seen = await reader.snapshot(async (ledger) => {
        const first = await count(ledger);
        await write(2);
        const built = await ledger.db.selectFrom('skipped').select('id').execute();
        return [first, await count(ledger), built.length];
      });
      assert.deepEqual([seen, await count(reader)], [[1, 1, 1], 2]);
      await assert.rejects(
        reader.snapshot(async () => {
          throw new Error('in the middle');
        }),
        /in the middle/,
      );
      assert.equal(await reader.snapshot(count), 2);
      await reader.close();
      await writer.close();
    });

    test('tells a second writer who the first is, and lets others read and decide meanwhile', async () => {
      const address = await kind.make();
      const first = await openStore(address, { access: 'write', name: 'hearsay ingest' });
      await assert.rejects(
        openStore(address, { access: 'write', name: 'second' }),
        (error) =>
          error instanceof LedgerError &&
          error.code === 'locked' &&
          /hearsay ingest \(.*process \d+/.test(error.message),
      );
      const editor = await openStore(address, { access: 'edit' });
      await editor.write((writing) => writing.insert('skipped', [skippedRow(1)]));
      await editor.close();
      assert.equal((await first.db.selectFrom('skipped').selectAll().execute()).length, 1);
      await first.close();
      const next = await openStore(address, { access: 'write', name: 'next' });
      await next.close();
    });

    test('opened to read, it cannot be written', async () => {
      const address = await kind.make();
      await (await openStore(address, { access: 'write' })).close();
      const store = await openStore(address, { access: 'read' });
      await assert.rejects(
        store.write((writing) => writing.insert('skipped', [skippedRow(1)])),
        (error) =>
          error instanceof LedgerError && error.code === 'read-only' && /hearsay|cannot|can only/.test(error.message),
      );
      await store.close();
    });

    test('from a newer version it is refused, and stays as it is', async () => {
      const address = await kind.make();
      const store = await openStore(address, { access: 'write' });
      await store.db.insertInto('migration').values({ number: 9999, name: 'later', at: '' }).execute();
      await store.close();
      for (const access of ['read', 'edit', 'write'] as const) {
        await assert.rejects(
          openStore(address, { access }),
          (error) => error instanceof LedgerError && error.code === 'newer' && /update hearsay/.test(error.message),
        );
      }
    });

    test('with the tables of a draft it is refused, and says what to do', async () => {
      const address = await kind.make();
      const store = await openStore(address, { access: 'write' });
      await store.db.updateTable('migration').set({ name: 'base' }).where('number', '=', 1).execute();
      await store.close();
      await assert.rejects(
        openStore(address, { access: 'read' }),
        (error) => error instanceof LedgerError && error.code === 'draft' && /into a new one/.test(error.message),
      );
    });

    test('a migration that fails half way leaves nothing behind, and runs whole the next time', async () => {
      const store = await openNew();
      const broken = {
        number: 500,
        name: 'half',
        statements: () => ['create table half (id integer)', 'no statement'],
      };
      await assert.rejects(migrate(store.db, store.dialect, [...MIGRATIONS, broken]));
      assert.deepEqual(await pendingMigrations(store.db, store.dialect, MIGRATIONS), []);
      const whole = { ...broken, statements: () => ['create table half (id integer)'] };
      await migrate(store.db, store.dialect, [...MIGRATIONS, whole]);
      await migrate(store.db, store.dialect, [...MIGRATIONS, whole]);
      const tables = (await store.db.introspection.getTables()).map(({ name }) => name);
      await store.close();
      assert.ok(tables.includes('half'));
    });

    test('where there is none, only ingest makes one', async () => {
      const address = await kind.make();
      for (const access of ['read', 'edit', 'write'] as const) {
        await assert.rejects(
          openStore(address, { access, create: false }),
          (error) => error instanceof LedgerError && error.code === 'missing' && /hearsay ingest/.test(error.message),
        );
      }
    });
  });
}
