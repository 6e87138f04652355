import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import { ingest } from '../ingest/ingest.ts';
import { ReaderPool } from '../ingest/reader-pool.ts';
import type { Source } from '../ingest/source.ts';
import { openStore } from '../store/open-store.ts';

const REPORTS = 80;
const readers = new ReaderPool(1);
after(() => readers.close());

async function* reports(): Source {
  for (let number = 1; number <= REPORTS; number++) {
    const speaker = `Officer ${'ABCDEFGHIJ'[number % 10]}${'aeiou'[number % 5]}rn`;
    const text = `${speaker} said that the minister, Mara Vell, was killed in an explosion near Lake Orro.`;
    yield { kind: 'article', input: { id: `report ${number}`, text }, place: '' };
  }
}

for (const kind of ledgerKinds()) {
  describe(`counts of claims in ${kind.name}`, { skip: kind.skip }, () => {
    after(() => kind.clear());

    test('a claim with more evidence than the rule looks at is counted whole', async () => {
      const store = await openStore(await kind.make(), { access: 'write', create: true, name: 'the test' });
      try {
        await ingest(store, reports(), { readers });
        const [largest] = await store.db
          .selectFrom('claim_standing')
          .select(['articles', 'for_count', 'against_count'])
          .orderBy('articles', 'desc')
          .execute();
        assert.deepEqual({ ...largest }, { articles: REPORTS, for_count: REPORTS, against_count: 0 });
      } finally {
        await store.close();
      }
    });
  });
}
