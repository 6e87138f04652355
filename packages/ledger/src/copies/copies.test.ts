import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import { decide, undo } from '../edits/decide.ts';
import { ingest } from '../ingest/ingest.ts';
import { reread } from '../ingest/reread.ts';
import type { Incoming } from '../ingest/source.ts';
import { forget } from '../store/forget.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { copies } from './copies.ts';
import { FACTS_ONLY, FULL, REWRITTEN, TRIMMED, TWO_SENTENCES } from './example-reports.ts';

interface Given {
  id: string;
  text: string;
  outlet?: string;
  published?: string;
}

async function add(store: Store, articles: readonly Given[]): Promise<void> {
  async function* source(): AsyncGenerator<Incoming> {
    for (const input of articles) yield { kind: 'article', input, place: input.id };
  }
  await ingest(store, source(), { jobs: 1 });
}

/** The key of each article's origin, by the article's own key. */
async function origins(store: Store): Promise<Record<string, string | null>> {
  const rows = await store.db.selectFrom('article').select(['id', 'key', 'origin_id']).orderBy('id').execute();
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  return Object.fromEntries(rows.map(({ key, origin_id }) => [key, keys.get(origin_id ?? 0) ?? null]));
}

async function idOf(store: Store, key: string): Promise<number> {
  return (await store.db.selectFrom('article').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id;
}

for (const kind of ledgerKinds()) {
  describe(`copies in ${kind.name}`, { skip: kind.skip }, () => {
    after(() => kind.clear());

    async function ledgerOf(articles: readonly Given[]): Promise<Store> {
      const store = await openStore(await kind.make(), { access: 'write', create: true });
      await add(store, articles);
      return store;
    }

    test('copies have the fullest text as their origin, with the reason; other reports are their own', async () => {
      const store = await ledgerOf([
        { id: 'cut', text: TRIMMED },
        { id: 'other', text: FACTS_ONLY },
        { id: 'full', text: FULL },
        { id: 'rewrite', text: REWRITTEN },
        { id: 'plan', text: TWO_SENTENCES },
      ]);
      assert.deepEqual(await origins(store), {
        cut: 'full',
        other: 'other',
        full: 'full',
        rewrite: 'full',
        plan: 'plan',
      });
      const { origin_reason } = await store.db
        .selectFrom('article')
        .select('origin_reason')
        .where('key', '=', 'cut')
        .executeTakeFirstOrThrow();
      assert.equal(origin_reason, 'it has the fullest text, of which the others are a part');
      const parts = await store.db.selectFrom('copy').selectAll().where('label', '=', 'part').execute();
      assert.ok(parts.some(({ b_id, a_id }) => b_id === 5 && a_id === 3));
      assert.deepEqual(await copies.check?.(store), []);
      await store.close();
    });

    test('an article that comes in later and was published earlier becomes the origin of those before it', async () => {
      const store = await ledgerOf([
        { id: 'late', text: FULL, published: '2021-04-03T10:00:00Z' },
        { id: 'later', text: REWRITTEN, published: '2021-04-04T10:00:00Z' },
      ]);
      assert.deepEqual(await origins(store), { late: 'late', later: 'late' });
      await add(store, [{ id: 'early', text: TRIMMED, published: '2021-04-02T10:00:00Z' }]);
      assert.deepEqual(await origins(store), { late: 'early', later: 'early', early: 'early' });
      assert.deepEqual(await copies.check?.(store), []);
      await store.close();
    });

    test('an editor\'s "not a copy" is obeyed, stays so when articles are read again, and can be undone', async () => {
      const store = await ledgerOf([
        { id: 'full', text: FULL },
        { id: 'cut', text: TRIMMED },
        { id: 'rewrite', text: REWRITTEN },
      ]);
      const decision = await decide(store, {
        author: 'Ines Roth',
        kind: 'not-a-copy',
        payload: { article: await idOf(store, 'rewrite') },
      });
      const apart = { full: 'full', cut: 'full', rewrite: 'rewrite' };
      assert.deepEqual(await origins(store), apart);
      await reread(store, { all: true, jobs: 1 });
      assert.deepEqual(await origins(store), apart);
      await add(store, [{ id: 'again', text: `${REWRITTEN}\n\nMore is to follow.` }]);
      assert.equal((await origins(store)).rewrite, 'rewrite');
      await undo(store, decision.id, 'Ines Roth');
      assert.equal((await origins(store)).rewrite, 'full');
      assert.deepEqual(await copies.check?.(store), []);
      await store.close();
    });

    test('two articles kept apart by an editor do not come together through a third', async () => {
      const store = await ledgerOf([
        { id: 'full', text: FULL },
        { id: 'rewrite', text: REWRITTEN },
      ]);
      const [article, of] = [await idOf(store, 'rewrite'), await idOf(store, 'full')];
      await decide(store, { author: 'Ines Roth', kind: 'not-a-copy', payload: { article, of } });
      await add(store, [{ id: 'reprint', text: `${FULL}\n\nMore is to follow.` }]);
      const now = await origins(store);
      assert.notEqual(now.rewrite, now.full);
      assert.deepEqual(await copies.check?.(store), []);
      await store.close();
    });

    test('when an origin is taken down its copies find another', async () => {
      const store = await ledgerOf([
        { id: 'full', text: FULL },
        { id: 'cut', text: TRIMMED },
        { id: 'rewrite', text: REWRITTEN },
      ]);
      await forget(store, 'full');
      const now = await origins(store);
      assert.equal(now.full, null);
      assert.equal(now.cut, now.rewrite);
      const left = await store.db.selectFrom('copy_text').select('article_id').execute();
      assert.equal(left.length, 2);
      assert.deepEqual(await copies.check?.(store), []);
      await store.close();
    });
  });
}
