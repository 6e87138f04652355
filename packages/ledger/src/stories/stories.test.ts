import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { analysed, JudgedLedger } from '../../test/judged-ledger.ts';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import { stories } from './stories.ts';
import { StoriesInMemory } from './stories-in-memory.ts';

const FERRY = [
  analysed(
    'The ferry Alda Maris sank off Port Orrin on Tuesday with 140 people aboard, the coast guard said. Divers searched the hull of the Alda Maris for the missing passengers. Captain Renn Oskar was rescued from a lifeboat.',
    'Ferry Alda Maris sinks off Port Orrin',
  ),
  analysed(
    'Divers in Port Orrin recovered twelve bodies from the sunken ferry Alda Maris, the coast guard said. The captain, Renn Oskar, told investigators that the hull had been leaking. Passengers said there were too few lifeboats.',
  ),
  analysed(
    'Investigators have detained Renn Oskar, captain of the ferry Alda Maris, which sank off Port Orrin. The coast guard ended its search for missing passengers. The hull of the Alda Maris is to be raised next week.',
    'Captain of sunken ferry detained',
  ),
];
const BAKERY = [
  analysed(
    'A bakery in Tolsk claims to have baked the largest poppy loaf of the valley. Baker Ines Moravel used 300 kilos of rye flour for the poppy loaf. Judges from Tolsk weighed the loaf on a cattle scale.',
    'Tolsk bakery bakes largest poppy loaf',
  ),
  analysed(
    'Judges in Tolsk have taken back the record of the poppy loaf. Baker Ines Moravel had put stones into the rye flour, a judge said, and the cattle scale was wrong. The bakery sold the poppy loaf by the slice.',
  ),
];

describe('stories in memory', () => {
  test('puts articles about one event together and others apart', () => {
    const index = new StoriesInMemory();
    for (const article of [FERRY[0], BAKERY[0], FERRY[1], BAKERY[1], FERRY[2]])
      index.add(stories.features(article), null);
    assert.deepEqual(index.stories(), [1, 2, 1, 2, 1]);
  });

  test('lets an old story rest: the same words months later begin a new one', () => {
    const index = new StoriesInMemory();
    index.add(stories.features(FERRY[0]), Date.parse('2031-04-02'));
    index.add(stories.features(FERRY[1]), Date.parse('2031-04-05'));
    index.add(stories.features(FERRY[2]), Date.parse('2032-04-05'));
    assert.deepEqual(index.stories(), [1, 1, 2]);
  });
});

for (const kind of ledgerKinds())
  describe(`stories in the ledger, ${kind.name}`, { skip: kind.skip }, () => {
    after(() => kind.clear());
    let ledger: JudgedLedger;
    beforeEach(async () => {
      ledger = await JudgedLedger.open(await kind.make(), [stories]);
    });
    afterEach(async () => {
      assert.deepEqual(await stories.check?.(ledger.store), [], 'every test leaves a sound ledger');
      await ledger.close();
    });

    const storyOf = async (): Promise<(number | null)[]> =>
      (await ledger.store.db.selectFrom('article').select('story_id').orderBy('id').execute()).map(
        (row) => row.story_id,
      );
    const story = (id: number | null) =>
      ledger.store.db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const changes = async () =>
      (await ledger.store.db.selectFrom('story_change').selectAll().orderBy('id').execute()).map(
        ({ kind, decision_id, undone }) => [kind, decision_id === null ? 'machine' : 'editor', undone],
      );

    test('finds the stories of earlier batches, and titles them from a headline', async () => {
      await ledger.record([FERRY[1]]);
      await ledger.record([BAKERY[1], FERRY[0]]);
      const [first, second, third] = await storyOf();
      assert.equal(first, third);
      assert.notEqual(first, second);
      assert.equal((await story(first)).title, 'Ferry Alda Maris sinks off Port Orrin');
      assert.equal((await story(first)).articles, 2);
      assert.equal((await story(second)).title, 'Judges in Tolsk have taken back the record of the poppy loaf.');
    });

    test('an article that is read again stays in its story, and one alone in a story keeps the story', async () => {
      const ids = await ledger.record([FERRY[0], FERRY[1], BAKERY[0]]);
      const before = await storyOf();
      await ledger.reread(ids, [FERRY[0], FERRY[1], BAKERY[0]]);
      assert.deepEqual(await storyOf(), before);
      assert.equal((await story(before[0])).articles, 2);
      assert.equal((await story(before[2])).articles, 1);
    });

    test("an editor's merge holds when articles are read again, is in the history, and can be undone", async () => {
      const ids = await ledger.record([FERRY[0], BAKERY[0], BAKERY[1]]);
      const [ferry, bakery] = await storyOf();
      assert.ok(ferry !== null && bakery !== null);
      const decision = await ledger.decide('story-merge', { into: ferry, from: [bakery] });
      assert.deepEqual(await storyOf(), [ferry, ferry, ferry]);
      await ledger.reread(ids, [FERRY[0], BAKERY[0], BAKERY[1]]);
      assert.deepEqual(await storyOf(), [ferry, ferry, ferry]);
      assert.equal((await story(ferry)).articles, 3);
      assert.equal((await story(bakery)).merged_into, ferry);
      await ledger.undo(decision);
      assert.deepEqual(await storyOf(), [ferry, bakery, bakery]);
      assert.equal((await story(bakery)).merged_into, null);
      assert.equal((await story(bakery)).articles, 2);
      assert.deepEqual(await changes(), [
        ['merge', 'editor', 0],
        ['split', 'editor', 1],
      ]);
    });

    test("an editor's split holds when articles are read again and when more arrive, and can be undone", async () => {
      const ids = await ledger.record(FERRY);
      const [ferry] = await storyOf();
      assert.ok(ferry !== null);
      const decision = await ledger.decide('story-split', { story: ferry, articles: [ids[2]] });
      const [, , own] = await storyOf();
      assert.notEqual(own, ferry);
      await ledger.reread(ids, FERRY);
      assert.deepEqual(await storyOf(), [ferry, ferry, own]);
      await ledger.record([FERRY[0], FERRY[1], FERRY[2]]);
      assert.deepEqual((await storyOf()).slice(0, 3), [ferry, ferry, own]);
      assert.equal((await story(own)).title, 'Captain of sunken ferry detained');
      await ledger.undo(decision);
      assert.equal(new Set(await storyOf()).size, 1);
    });

    test('goes on with a story that others were poured into, found under their terms too', async () => {
      const ids = await ledger.record([FERRY[0], BAKERY[0]]);
      const [ferry, bakery] = await storyOf();
      assert.ok(ferry !== null && bakery !== null);
      await ledger.decide('story-merge', { into: ferry, from: [bakery] });
      await ledger.record([FERRY[1], BAKERY[1]]);
      await ledger.record([FERRY[2], BAKERY[0]]);
      assert.equal(new Set(await storyOf()).size, 1);
      assert.equal((await story(ferry)).articles, ids.length + 4);
    });

    test('a forgotten article leaves its story, and its headline leaves the title', async () => {
      const ids = await ledger.record([FERRY[0], FERRY[1]]);
      const [ferry] = await storyOf();
      await ledger.forget([ids[0]]);
      assert.deepEqual(await storyOf(), [null, ferry]);
      const { title, articles } = await story(ferry);
      assert.match(title, /^Divers in Port Orrin/);
      assert.equal(articles, 1);
    });
  });
