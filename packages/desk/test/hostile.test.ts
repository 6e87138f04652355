import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { hostileArticles } from './hostile-articles.ts';
import { openTestDesk } from './test-desk.ts';

describe('words of articles are data, whatever they are', async () => {
  const desk = await openTestDesk();
  after(() => desk.close());
  const sent = await upload(hostileArticles.map((article) => JSON.stringify(article)).join('\n'));
  const progress = await desk.finished(sent);

  test('a hostile corpus is taken in, and does not harm the rest', () => {
    assert.equal(progress.state, 'done');
    assert.equal(progress.added + progress.revised + progress.skipped, hostileArticles.length);
    assert.ok(progress.added >= hostileArticles.length - 1, JSON.stringify(progress.errors));
  });

  test('everything said of it is JSON or a file, never a page', async () => {
    const paths = ['/api/desk', '/api/search?q=script', '/api/skipped', '/api/search?q=%3Cscript%3E', '/api/decisions'];
    for (const id of progress.articles) {
      paths.push(
        `/api/articles/${id}`,
        `/api/exports/csv?article=${id}`,
        `/api/exports/jsonl?article=${id}`,
        `/api/exports/web-annotation?article=${id}`,
      );
      const { assertions, entityIds, article } = (await desk.ask(`/api/articles/${id}`)).json() as {
        assertions: { claimId: number | null }[];
        entityIds: (number | null)[];
        article: { storyId: number | null };
      };
      paths.push(
        ...assertions.slice(0, 3).flatMap(({ claimId }) => (claimId === null ? [] : [`/api/claims/${claimId}`])),
      );
      paths.push(...entityIds.slice(0, 3).flatMap((entity) => (entity === null ? [] : [`/api/entities/${entity}`])));
      if (article.storyId !== null) paths.push(`/api/stories/${article.storyId}`);
    }
    for (const path of paths) {
      const { status, headers, text } = await desk.ask(path);
      assert.equal(status, 200, `${path} ${text.slice(0, 200)}`);
      assert.match(String(headers['content-type']), /^(?:application\/(?:json|jsonl|ld\+json)|text\/csv)/, path);
      assert.match(String(headers['content-security-policy']), /default-src 'none'.*sandbox/, path);
      if (path.includes('/exports/')) assert.match(String(headers['content-disposition']), /^attachment/, path);
      if (!path.includes('/exports/')) JSON.parse(text);
    }
  });

  test('an address that a browser would run is no link of an article', async () => {
    for (const id of progress.articles) {
      const { article } = (await desk.ask(`/api/articles/${id}`)).json() as { article: { url: string | null } };
      assert.ok(article.url === null || /^https?:/.test(article.url), String(article.url));
    }
  });

  test('what is asked for is not echoed as anything but text', async () => {
    for (const path of ['/<script>alert(1)</script>', '/api/%3Cscript%3E', '/api/articles/%3Cimg%20src=x%3E']) {
      const { headers } = await desk.ask(encodeURI(path));
      assert.equal(headers['content-type'], 'application/problem+json', path);
    }
  });

  async function upload(lines: string): Promise<number> {
    const form = new FormData();
    form.append('files', new Blob([lines]), '"><img src=x onerror=alert(1)>.jsonl');
    const body = new Response(form);
    const answer = await desk.ask('/api/ingests', {
      method: 'POST',
      headers: { 'Hearsay-Desk': '1', 'Content-Type': body.headers.get('content-type') ?? '' },
      body: new Uint8Array(await body.arrayBuffer()),
    });
    assert.equal(answer.status, 202, answer.text);
    return (answer.json() as { id: number }).id;
  }
});
