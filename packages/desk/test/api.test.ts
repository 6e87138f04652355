import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { problem } from '@hearsay/ledger/questions/answers';
import { OPERATIONS } from '../src/api/operations.ts';
import { type AskOptions, openTestDesk, type TestDesk } from './test-desk.ts';

interface Documented {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, { description: string }> }>>;
}
/** A request: its address, or how it is made where it depends on what the ledger holds. */
type Case = string | ((desk: TestDesk) => Promise<{ path: string } & AskOptions>);

const NO_SUCH = 2_000_000_000;
const JSON_BODY = { 'Content-Type': 'application/json' };
const WRITES = { 'Hearsay-Desk': '1' };
const post = (path: string, body: string, headers: Record<string, string> = JSON_BODY): Case => {
  return async () => ({ path, method: 'POST', headers: { ...WRITES, ...headers }, body });
};
const remove =
  (path: string): Case =>
  async () => ({ path, method: 'DELETE', headers: WRITES });
const verdict = JSON.stringify({ kind: 'verdict', payload: { claim: 1, rating: 'mixed' } });
const decided = async (desk: TestDesk): Promise<number> => {
  const { id } = (await desk.write('POST', '/api/decisions', JSON.parse(verdict))).json() as { id: number };
  return id;
};

/** By operation: one request that is answered, and one for each error that it is documented with, by the end of its type. */
const CASES: Record<string, { answered: Case; problems: Record<string, Case> }> = {
  desk: {
    answered: '/api/desk?since=2026-04-01T00:00:00Z',
    problems: { 'bad-request': '/api/desk?since=yesterday', 'unknown-cursor': '/api/desk?cursor=x' },
  },
  article: {
    answered: '/api/articles/1',
    problems: { 'bad-request': '/api/articles/x', 'not-found': `/api/articles/${NO_SUCH}` },
  },
  comparison: {
    answered: '/api/articles/5/comparison?before=1&after=2',
    problems: {
      'bad-request': '/api/articles/5/comparison?before=1',
      'not-found': '/api/articles/5/comparison?before=1&after=99',
    },
  },
  claims: { answered: '/api/claims?q=Tamas+Orel+was+killed', problems: { 'bad-request': '/api/claims' } },
  claim: {
    answered: '/api/claims/1',
    problems: { 'bad-request': '/api/claims/-1', 'not-found': `/api/claims/${NO_SUCH}` },
  },
  evidence: {
    answered: '/api/claims/1/evidence?polarity=for',
    problems: {
      'bad-request': '/api/claims/1/evidence?polarity=maybe',
      'unknown-cursor': '/api/claims/1/evidence?polarity=for&cursor=x',
    },
  },
  story: {
    answered: '/api/stories/1',
    problems: { 'bad-request': '/api/stories/1.5', 'not-found': `/api/stories/${NO_SUCH}` },
  },
  storyArticles: {
    answered: '/api/stories/1/articles',
    problems: { 'bad-request': '/api/stories/x/articles', 'unknown-cursor': '/api/stories/1/articles?cursor=x' },
  },
  storyClaims: {
    answered: '/api/stories/1/claims',
    problems: { 'bad-request': '/api/stories/x/claims', 'unknown-cursor': '/api/stories/1/claims?cursor=x' },
  },
  entity: {
    answered: '/api/entities/1',
    problems: { 'bad-request': '/api/entities/x', 'not-found': `/api/entities/${NO_SUCH}` },
  },
  said: {
    answered: '/api/entities/1/said',
    problems: { 'bad-request': '/api/entities/x/said', 'unknown-cursor': '/api/entities/1/said?cursor=x' },
  },
  about: {
    answered: '/api/entities/1/about',
    problems: { 'bad-request': '/api/entities/x/about', 'unknown-cursor': '/api/entities/1/about?cursor=x' },
  },
  actors: {
    answered: '/api/entities/1/actors',
    problems: { 'bad-request': '/api/entities/x/actors', 'unknown-cursor': '/api/entities/1/actors?cursor=x' },
  },
  search: {
    answered: '/api/search?q=Orel&in=claims',
    problems: {
      'bad-request': '/api/search?q=Orel&in=poems',
      'unknown-cursor': '/api/search?q=Orel&in=claims&cursor=x',
    },
  },
  suggestions: { answered: '/api/suggestions?q=speak', problems: { 'bad-request': '/api/suggestions' } },
  decisions: {
    answered: '/api/decisions',
    problems: {
      'bad-request': `/api/decisions?cursor=${'x'.repeat(501)}`,
      'unknown-cursor': '/api/decisions?cursor=x',
    },
  },
  skipped: {
    answered: '/api/skipped',
    problems: { 'bad-request': `/api/skipped?cursor=${'x'.repeat(501)}`, 'unknown-cursor': '/api/skipped?cursor=x' },
  },
  statistics: { answered: '/api/statistics', problems: {} },
  decide: {
    answered: post('/api/decisions', verdict),
    problems: {
      'bad-request': post('/api/decisions', '{"kind":"verdict","payload":{"claim":1,"rating":"perhaps"}}'),
      'not-found': post('/api/decisions', `{"kind":"claim-merge","payload":{"into":1,"from":[${NO_SUCH}]}}`),
      'too-large': post('/api/decisions', `"${'x'.repeat(5_100_000)}"`),
      'unsupported-type': post('/api/decisions', verdict, { 'Content-Type': 'text/plain' }),
    },
  },
  undo: {
    answered: async (desk) => ({ path: `/api/decisions/${await decided(desk)}`, method: 'DELETE', headers: WRITES }),
    problems: {
      'bad-request': remove('/api/decisions/x'),
      'not-found': remove(`/api/decisions/${NO_SUCH}`),
      conflict: async (desk) => {
        const path = `/api/decisions/${await decided(desk)}`;
        await desk.write('DELETE', path);
        return { path, method: 'DELETE', headers: WRITES };
      },
    },
  },
  beginIngest: {
    answered: post('/api/ingests', JSON.stringify({ text: 'The harbour is open, the mayor of Sarn said on Monday.' })),
    problems: {
      'bad-request': post('/api/ingests', '{"url":"file:///etc/passwd"}'),
      'too-large': post('/api/ingests', JSON.stringify({ text: 'x'.repeat(5_100_000) })),
      'unsupported-type': post('/api/ingests', 'text', { 'Content-Type': 'text/plain' }),
    },
  },
  ingest: {
    answered: async (desk) => {
      const { id } = (await desk.write('POST', '/api/ingests', { text: 'It rains, she said.' })).json() as {
        id: number;
      };
      return { path: `/api/ingests/${id}` };
    },
    problems: { 'bad-request': '/api/ingests/x', 'not-found': `/api/ingests/${NO_SUCH}` },
  },
  events: { answered: async () => ({ path: '/api/events', method: 'HEAD' }), problems: {} },
  export: {
    answered: '/api/exports/csv?claim=1',
    problems: { 'bad-request': '/api/exports/poem', 'not-found': `/api/exports/csv?story=${NO_SUCH}` },
  },
  corrections: { answered: '/api/corrections.jsonl', problems: {} },
};

const requestOf = async (made: Case, desk: TestDesk): Promise<{ path: string } & AskOptions> =>
  typeof made === 'string' ? { path: made } : made(desk);

describe('the API does what its OpenAPI document says', async () => {
  const desk = await openTestDesk();
  const busy = await openTestDesk({ limits: { waitingQuestions: 0, waitingIngests: 0, listeners: 0 } });
  const hasty = await openTestDesk({ limits: { longQuestionTime: 1 } });
  after(async () => {
    await Promise.all([desk.close(), busy.close(), hasty.close()]);
  });
  const { paths } = (await desk.ask('/openapi.json')).json() as Documented;
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );

  test('every route of the document has its cases here, and every case its route', () => {
    assert.deepEqual(documented.map(({ operationId }) => operationId).sort(), Object.keys(CASES).sort());
  });

  for (const { path, method, operationId, responses } of documented) {
    const { answered, problems } = CASES[operationId] ?? { answered: path, problems: {} };
    const operation = OPERATIONS.find(({ name }) => name === operationId);
    const addressOf = async (): Promise<string> => (await requestOf(answered, desk)).path;

    test(`${method.toUpperCase()} ${path} answers as its schema says`, async () => {
      const { path: address, ...options } = await requestOf(answered, desk);
      const answer = await desk.ask(address, options);
      assert.equal(String(answer.status), Object.keys(responses)[0], answer.text);
      const type = answer.headers['content-type']?.split(';')[0] ?? '';
      assert.ok(operation !== undefined && type in operation.answer, type);
      operation.answer[type]?.parse(answer.json());
      if (answer.headers.etag !== undefined) {
        const again = await desk.ask(address, { headers: { 'If-None-Match': answer.headers.etag } });
        assert.equal(again.status, 304);
        assert.equal(again.text, '');
      }
      assert.equal(answer.headers.etag !== undefined, '304' in responses);
    });

    const kinds = Object.values(responses).flatMap(({ description }) =>
      [...description.matchAll(/problem:([a-z-]+)/g)].map(([, kind]) => kind),
    );
    for (const kind of kinds) {
      test(`${method.toUpperCase()} ${path} is refused: ${kind}`, async () => {
        const { asked, of } = await refused(kind, { problems, answered, method, addressOf, desk, busy, hasty });
        const { path: address, ...options } = asked;
        const answer = await of.ask(address, options);
        assert.equal(
          answer.headers['content-type'],
          'application/problem+json',
          `${answer.status} ${answer.text.slice(0, 300)}`,
        );
        const { type, status, detail } = problem.parse(answer.json());
        assert.equal(type, `urn:hearsay:problem:${kind}`, detail);
        assert.equal(status, answer.status);
        assert.ok(String(answer.status) in responses);
        assert.ok(detail !== undefined && detail.length > 10);
      });
    }
  }

  test('HEAD is answered as GET, without the body', async () => {
    const answer = await desk.ask('/api/claims/1', { method: 'HEAD' });
    assert.deepEqual([answer.status, answer.text], [200, '']);
    assert.equal(answer.headers.etag, (await desk.ask('/api/claims/1')).headers.etag);
  });

  test('a list goes on where its cursor says', async () => {
    const seen = new Set<number>();
    for (let path = '/api/search?q=Orel&in=quotations'; ; ) {
      const { quotations } = (await desk.ask(path)).json() as {
        quotations: { items: { assertionId: number }[]; next: string | null };
      };
      for (const { assertionId } of quotations.items) {
        assert.ok(!seen.has(assertionId));
        seen.add(assertionId);
      }
      if (quotations.next === null) break;
      path = `/api/search?q=Orel&in=quotations&cursor=${quotations.next}`;
    }
    assert.ok(seen.size > 10, `${seen.size}`);
  });
});

interface Sources {
  problems: Record<string, Case>;
  answered: Case;
  method: string;
  addressOf(): Promise<string>;
  desk: TestDesk;
  busy: TestDesk;
  hasty: TestDesk;
}

/** The request that meets an error: the operation's own, or one that meets it everywhere. */
async function refused(
  kind: string,
  { problems, answered, method, addressOf, desk, busy, hasty }: Sources,
): Promise<{ asked: { path: string } & AskOptions; of: TestDesk }> {
  const plain = { path: await addressOf(), method: method.toUpperCase() };
  switch (kind) {
    case 'wrong-host':
      return { asked: { ...plain, headers: { ...WRITES, Host: 'desk.example:80' } }, of: desk };
    case 'foreign-request':
      return { asked: { ...plain, headers: { ...WRITES, Origin: 'https://evil.example' } }, of: desk };
    case 'method-not-allowed':
      return { asked: { ...plain, method: 'PATCH', headers: WRITES }, of: desk };
    case 'busy': {
      const asked = await requestOf(answered, desk);
      return { asked: asked.method === 'HEAD' ? { ...asked, method: 'GET' } : asked, of: busy };
    }
    case 'took-too-long':
      return { asked: plain, of: hasty };
    default: {
      const own = problems[kind];
      assert.ok(own !== undefined, `"${kind}" has no case`);
      return { asked: await requestOf(own, desk), of: desk };
    }
  }
}
