import type { AskOptions, TestDesk } from './test-desk.ts';

/** A request: its address, or how it is made where it depends on what the ledger holds. */
export type Case = string | ((desk: TestDesk) => Promise<{ path: string } & AskOptions>);

const NO_SUCH = 2_000_000_000;
const JSON_BODY = { 'Content-Type': 'application/json' };
export const WRITES = { 'Hearsay-Desk': '1' };
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
export const CASES: Record<string, { answered: Case; problems: Record<string, Case> }> = {
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
  stories: { answered: '/api/stories?q=Northern+Column', problems: { 'bad-request': '/api/stories' } },
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
  storySingleClaims: {
    answered: '/api/stories/1/single-claims',
    problems: {
      'bad-request': '/api/stories/x/single-claims',
      'unknown-cursor': '/api/stories/1/single-claims?cursor=x',
    },
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
  events: {
    answered: async () => ({ path: '/api/events?after=another-run-7', method: 'HEAD' }),
    problems: { 'bad-request': `/api/events?after=${'x'.repeat(101)}` },
  },
  export: {
    answered: '/api/exports/csv?claim=1',
    problems: { 'bad-request': '/api/exports/csv?q=-speaker:Vell', 'not-found': `/api/exports/csv?story=${NO_SUCH}` },
  },
  corrections: { answered: '/api/corrections.jsonl', problems: {} },
};

export async function requestOf(made: Case, desk: TestDesk): Promise<{ path: string } & AskOptions> {
  return typeof made === 'string' ? { path: made } : made(desk);
}
