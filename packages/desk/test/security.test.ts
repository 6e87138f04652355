import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openDesk } from '../src/open-desk.ts';
import { openTestDesk } from './test-desk.ts';

describe('the desk answers to this machine and its own pages only', async () => {
  const desk = await openTestDesk();
  const { port } = new URL(desk.address);
  after(() => desk.close());

  test('it refuses to listen anywhere but on loopback, and says why', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.0.4', 'desk.example']) {
      await assert.rejects(openDesk({ ledger: desk.ledger, port: 0, host }), /127\.0\.0\.1 or ::1 only.*accounts/);
    }
  });

  test('a name that was pointed at this machine is turned away, whatever is asked', async () => {
    for (const Host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) + 1}`,
      `127.0.0.1.evil.example:${port}`,
    ]) {
      for (const path of ['/', '/api/desk', '/openapi.json', '/theme.js']) {
        assert.equal((await desk.ask(path, { headers: { Host } })).status, 421, `${Host} ${path}`);
      }
    }
    for (const Host of [`localhost:${port}`, `[::1]:${port}`, `127.0.0.1:${port}`]) {
      assert.equal((await desk.ask('/api/desk', { headers: { Host } })).status, 200, Host);
    }
  });

  test('what another site has the browser ask is turned away, and changes nothing', async () => {
    const body = JSON.stringify({ text: 'Planted.' });
    const write = (headers: Record<string, string>) =>
      desk.ask('/api/ingests', { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
    const own = { 'Hearsay-Desk': '1' };
    const foreign: Record<string, string>[] = [
      {},
      { Origin: desk.address },
      { ...own, Origin: 'https://evil.example' },
      { ...own, Origin: 'null' },
      { ...own, Origin: `http://127.0.0.1:${Number(port) + 1}` },
      { ...own, 'Sec-Fetch-Site': 'cross-site' },
      { ...own, 'Sec-Fetch-Site': 'same-site' },
      { ...own, 'Sec-Fetch-Site': 'none' },
    ];
    for (const headers of foreign) assert.equal((await write(headers)).status, 403, JSON.stringify(headers));
    assert.equal((await desk.ask('/api/ingests/1')).status, 404);
    const read = await desk.ask('/api/desk', { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    assert.equal(read.status, 403);
    // A link from elsewhere opens a page of the desk.
    assert.equal((await desk.ask('/claims/1', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status, 200);
    assert.equal((await write({ ...own, Origin: desk.address, 'Sec-Fetch-Site': 'same-origin' })).status, 202);
  });

  test('nobody else is let read: no CORS, not even on a preflight', async () => {
    const preflight = await desk.ask('/api/ingests', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://evil.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'hearsay-desk',
      },
    });
    for (const { headers } of [preflight, await desk.ask('/api/desk')]) {
      assert.deepEqual(
        Object.keys(headers).filter((name) => name.startsWith('access-control')),
        [],
      );
    }
  });

  test('every answer says that it is not to be run, framed or guessed at', async () => {
    for (const path of [
      '/',
      '/articles/1',
      '/api/articles/1',
      '/api/nothing',
      '/api/exports/csv?claim=1',
      '/theme.js',
      '/openapi.json',
    ]) {
      const { headers } = await desk.ask(path);
      const policy = String(headers['content-security-policy']);
      assert.match(policy, /^default-src 'none'/, path);
      assert.doesNotMatch(policy, /unsafe|\*|https?:/, path);
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['referrer-policy'], 'no-referrer', path);
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin', path);
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin', path);
    }
  });

  test('an answer that the browser has kept keeps its policy when it is asked for again', async () => {
    for (const path of ['/', '/theme.js', '/api/articles/1']) {
      const { headers } = await desk.ask(path);
      const again = await desk.ask(path, { headers: { 'If-None-Match': String(headers.etag) } });
      assert.deepEqual([again.status, again.headers['content-security-policy']], [304, undefined], path);
    }
  });

  test('the pages: assets for good, the page itself asked for again, nothing from outside the build', async () => {
    const page = await desk.ask('/');
    assert.equal(page.headers['cache-control'], 'no-cache');
    assert.doesNotMatch(page.text, /<script>|<style|style=|onload=/);
    const asset = /\/assets\/[^"]+\.js/.exec(page.text)?.[0] ?? '';
    const script = await desk.ask(asset);
    assert.match(String(script.headers['cache-control']), /immutable/);
    assert.match(String(script.headers['content-type']), /^text\/javascript/);
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/../../package.json',
      '/..%2f..%2fpackage.json',
      '/index.ts',
      '/nothing',
    ]) {
      assert.equal((await desk.ask(path)).status, 404, path);
    }
    const nowhere = await desk.ask('/poems/7', { headers: { Accept: 'text/html' } });
    assert.deepEqual([nowhere.status, nowhere.text], [404, page.text]);
  });
});
