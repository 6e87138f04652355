import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fetchPage } from './fetch-page.ts';

const page = '<p>The ferry sails, Ida Lorn said.</p>';
const limits = { allowPrivate: true, maxBytes: 10_000 };

const answers: Record<string, RequestListener> = {
  '/page': (_, response) => response.setHeader('content-type', 'text/html; charset="windows-1252"').end(page),
  '/gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(page)),
  '/brotli': (_, response) => response.setHeader('content-encoding', 'br').end(brotliCompressSync(page)),
  '/bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(1_000_000, 'a'))),
  '/moved': (_, response) => response.writeHead(301, { location: 'page' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/cut': (_, response) => {
    response.setHeader('content-length', 5000).write(page, () => response.destroy());
  },
  '/silent': () => {},
};

describe('fetchPage', () => {
  const server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
  let site = '';
  before(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const textOf = async (path: string): Promise<string> =>
    Buffer.from((await fetchPage(site + path, limits)).bytes).toString();

  test('gives the bytes, the final address and the content type', async () => {
    const fetched = await fetchPage(`${site}/moved`, limits);
    assert.deepEqual(
      { ...fetched, bytes: Buffer.from(fetched.bytes).toString() },
      { bytes: page, url: `${site}/page`, contentType: 'text/html; charset="windows-1252"' },
    );
  });

  test('undoes content encodings', async () => {
    assert.equal(await textOf('/gzip'), page);
    assert.equal(await textOf('/brotli'), page);
  });

  test('stops at the size limit, counted after decompression', async () => {
    const fetched = await fetchPage(`${site}/bomb`, limits);
    assert.equal(fetched.bytes.length, limits.maxBytes);
    assert.match(fetched.truncated ?? '', /longer than/);
  });

  test('keeps what came before a connection broke, and says so', async () => {
    const fetched = await fetchPage(`${site}/cut`, limits);
    assert.equal(Buffer.from(fetched.bytes).toString(), page);
    assert.match(fetched.truncated ?? '', /broke off/);
  });

  test('names what went wrong', async () => {
    await assert.rejects(fetchPage(`${site}/loop`, limits), { code: 'redirects' });
    await assert.rejects(fetchPage(`${site}/file`, limits), { code: 'url' });
    await assert.rejects(fetchPage(`${site}/gone`, limits), { code: 'http', message: /410/ });
    await assert.rejects(fetchPage('http://', limits), { code: 'url' });
    await assert.rejects(fetchPage(`${site}/silent`, { ...limits, timeLimit: 200 }), { code: 'timeout' });
  });

  test('does not connect to private addresses, by literal, by name or in another notation', async () => {
    const { port } = server.address() as AddressInfo;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0']) {
      const fetching = fetchPage(`http://${host}:${port}/page`, { ...limits, allowPrivate: false });
      await assert.rejects(fetching, { code: 'private', message: /--allow-private/ }, host);
    }
  });
});
