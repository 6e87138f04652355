import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { decide } from '@hearsay/ledger/edits/decide';
import { ingest } from '@hearsay/ledger/ingest/ingest';
import { openSource } from '@hearsay/ledger/ingest/sources/open-source';
import type { ClaimAnswer } from '@hearsay/ledger/questions/answers';
import { openStore } from '@hearsay/ledger/store/open-store';
import { postgresKind } from '../../ledger/test/test-ledgers.ts';
import { OPERATIONS } from '../src/api/operations.ts';
import { REPORTS } from '../src/sample/sample-ledger.ts';
import { CASES, requestOf } from './api-cases.ts';
import { openTestDesk, type TestDesk } from './test-desk.ts';

const kind = postgresKind();

describe('the desk of a ledger in PostgreSQL', { skip: kind.skip }, () => {
  let desk: TestDesk;
  before(async () => {
    const ledger = await kind.make();
    const store = await openStore(ledger, { access: 'write' });
    await ingest(store, openSource([REPORTS]), { jobs: 1 });
    await store.close();
    desk = await openTestDesk({ ledger });
  });
  after(async () => {
    await desk?.close();
    await kind.clear();
  });

  for (const { name, method, path, status, answer: schemas } of OPERATIONS) {
    test(`${method.toUpperCase()} ${path} answers as its schema says`, async () => {
      const { path: address, ...options } = await requestOf(CASES[name].answered, desk);
      const answer = await desk.ask(address, options);
      assert.equal(answer.status, status, answer.text);
      schemas[answer.headers['content-type']?.split(';')[0] ?? '']?.parse(answer.json());
    });
  }

  test('a decision shows at once, also one that is made elsewhere, and goes when it is undone', async () => {
    const claim = async (): Promise<ClaimAnswer> => (await desk.ask('/api/claims/1')).json() as ClaimAnswer;
    const [{ articleId, revisionId, content }] = (await claim()).evidence.for.items;
    const assertions = [{ article: articleId, revision: revisionId, ...content[0] }];
    const before = (await claim()).claim.for;
    const made = await desk.write('POST', '/api/decisions', {
      kind: 'claim-split',
      payload: { claim: 1, assertions },
    });
    assert.equal((await claim()).claim.for, before - 1);
    await desk.write('DELETE', `/api/decisions/${(made.json() as { id: number }).id}`);
    assert.equal((await claim()).claim.for, before);

    const elsewhere = await openStore(desk.ledger, { access: 'edit' });
    const { id } = await decide(elsewhere, { author: 'Nell', kind: 'verdict', payload: { claim: 1, rating: 'false' } });
    await elsewhere.close();
    for (let turn = 0; turn < 40 && (await claim()).verdicts[0]?.id !== id; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal((await claim()).verdicts[0].author, 'Nell');
  });

  test('a report comes in, and is found', async () => {
    const text =
      'SARN, May 2 — Ola Brend, the mayor of Sarn, said on Saturday that the Kessa bridge would stay closed.';
    const { id } = (await desk.write('POST', '/api/ingests', { text })).json() as { id: number };
    const { state, added } = await desk.finished(id);
    assert.deepEqual([state, added], ['done', 1]);
    const { articles } = (await desk.ask('/api/search?q=mayor+Brend')).json() as { articles: { total: number } };
    assert.equal(articles.total, 1);
  });
});
