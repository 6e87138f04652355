import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import { openStore } from '../store/open-store.ts';
import { decide, undo } from './decide.ts';
import { decisionsOf } from './decisions.ts';

for (const kind of ledgerKinds()) {
  describe(`editors’ decisions in ${kind.name}`, { skip: kind.skip }, () => {
    after(() => kind.clear());

    test('those in force are what was decided less what was undone; nothing recorded is changed', async () => {
      const store = await openStore(await kind.make(), { access: 'write' });
      const first = await decide(store, { author: 'Nell', kind: 'not-a-copy', payload: { article: 3, of: 1 } });
      const second = await decide(store, { author: 'Tom', kind: 'not-a-copy', payload: { article: 4 } });
      await decide(store, { author: 'Tom', kind: 'claim-merge', payload: { into: 7, from: [8, 9] } });
      await undo(store, first.id, 'Tom');
      assert.deepEqual(await decisionsOf(store, 'not-a-copy'), [second]);
      await decide(store, { author: 'Nell', kind: 'not-a-copy', payload: { article: 3, of: 1 } });
      assert.equal((await decisionsOf(store, 'not-a-copy')).length, 2);
      const rows = await store.db.selectFrom('decision').select(['author', 'kind', 'undoes']).orderBy('id').execute();
      assert.deepEqual(
        rows.map(({ author, kind, undoes }) => [author, kind, undoes]),
        [
          ['Nell', 'not-a-copy', null],
          ['Tom', 'not-a-copy', null],
          ['Tom', 'claim-merge', null],
          ['Tom', 'not-a-copy', first.id],
          ['Nell', 'not-a-copy', null],
        ],
      );
      await store.close();
    });

    test('what is not of its kind is refused, and leaves no trace', async () => {
      const store = await openStore(await kind.make(), { access: 'write' });
      await assert.rejects(decide(store, { author: 'Nell', kind: 'story-merge', payload: { into: 1, from: [] } }));
      await assert.rejects(decide(store, { author: 'Nell', kind: 'not-a-copy', payload: { article: -1 } }));
      await assert.rejects(undo(store, 1, 'Nell'), /no decision 1/);
      assert.deepEqual(await store.db.selectFrom('decision').selectAll().execute(), []);
      await store.close();
    });
  });
}
