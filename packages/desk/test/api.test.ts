import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { problem } from '@hearsay/ledger/questions/answers';
import { OPERATIONS } from '../src/api/operations.ts';
import { CASES, type Case, requestOf, WRITES } from './api-cases.ts';
import { type AskOptions, openTestDesk, type TestDesk } from './test-desk.ts';

interface Documented {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, { description: string }> }>>;
}
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
    // What another test sent in may still be on its way into the ledger.
    const etagNow = async () => (await desk.ask('/api/claims/1')).headers.etag;
    const before = await etagNow();
    const answer = await desk.ask('/api/claims/1', { method: 'HEAD' });
    assert.deepEqual([answer.status, answer.text], [200, '']);
    assert.ok([before, await etagNow()].includes(answer.headers.etag));
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
