import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import { ingest } from '../ingest/ingest.ts';
import { ReaderPool } from '../ingest/reader-pool.ts';
import { openSource } from '../ingest/sources/open-source.ts';
import { openStore } from '../store/open-store.ts';
import { entityStatements } from '../timeline/entity-statements.ts';
import { storyTimeline } from '../timeline/timelines.ts';
import { claimContradictions } from './contradictions.ts';
import { isContradictory, storyTolls } from './story-tolls.ts';

const readers = new ReaderPool(1);
after(() => readers.close());

const SAMPLE = fileURLToPath(new URL('../../../../samples/desk/reports.jsonl', import.meta.url));

for (const kind of ledgerKinds()) {
  describe(`contradictions and timelines in ${kind.name}`, { skip: kind.skip }, () => {
    after(() => kind.clear());

    test('a toll is a series, who is dead speaks later, a statement is checked', async () => {
      const store = await openStore(await kind.make(), { access: 'write', create: true, name: 'the test' });
      try {
        await ingest(store, openSource([SAMPLE]), { readers });
        const claim = await store.db
          .selectFrom('claim')
          .select(['id', 'story_id'])
          .where('text', 'like', 'Tamas Orel%was killed in an air strike%')
          .executeTakeFirstOrThrow();
        const [toll] = await storyTolls(store, Number(claim.story_id));
        assert.equal(toll.label, 'killed');
        assert.deepEqual(
          toll.points.map(({ low, high }) => [low, high]),
          [
            [14, null],
            [17, null],
            [17, 17],
            [23, 23],
            [14, null],
            [21, 21],
            [21, 21],
          ],
        );
        assert.equal(toll.contradictory, true);

        const [contradiction] = await claimContradictions(store, claim.id);
        assert.equal(contradiction.kind, 'dead-and-speaking');
        assert.match(contradiction.text, /^Tamas Orel/);

        const dasch = await store.db
          .selectFrom('entity')
          .select('id')
          .where('name', '=', 'Iven Dasch')
          .executeTakeFirstOrThrow();
        const statements = await entityStatements(store, dasch.id);
        assert.equal(statements.length, 1, 'two articles report one statement');

        const timeline = await storyTimeline(store, Number(claim.story_id));
        assert.deepEqual(
          [...timeline].sort((a, b) => a.at.localeCompare(b.at)),
          timeline,
        );
        assert.ok(timeline.some(({ kind, text }) => kind === 'status' && text.startsWith('Disputed: Tamas Orel')));
      } finally {
        await store.close();
      }
    });
  });
}

test('a toll that shrinks contradicts itself, one that grows does not', () => {
  assert.equal(
    isContradictory([
      { low: 14, high: null },
      { low: 21, high: 21 },
    ]),
    false,
  );
  assert.equal(
    isContradictory([
      { low: 23, high: 23 },
      { low: 21, high: 21 },
    ]),
    true,
  );
});
