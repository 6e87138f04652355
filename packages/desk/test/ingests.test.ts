import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Change, IngestProgress } from '@hearsay/ledger/questions/answers';
import { type Answered, openTestDesk, type TestDesk } from './test-desk.ts';

const REPORT = 'SARN, May 2 — Ola Brend, the mayor of Sarn, said on Saturday that the Kessa bridge would stay closed.';
const PAGE = `<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1><p>The ferry was an hour late because of the fog, harbour master Ivo Tarn said on Sunday afternoon.</p><p>“Nobody was hurt,” he said.</p></article></body></html>`;

const begun = (answer: Answered): number => {
  assert.equal(answer.status, 202, answer.text);
  return (answer.json() as { id: number }).id;
};
const files = async (
  desk: TestDesk,
  given: Record<string, string | Uint8Array<ArrayBuffer>>,
  said: Record<string, string> = {},
): Promise<Answered> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  for (const [name, content] of Object.entries(given)) form.append('files', new Blob([content]), name);
  const body = new Response(form);
  return desk.ask('/api/ingests', {
    method: 'POST',
    headers: { 'Hearsay-Desk': '1', Origin: desk.address, 'Content-Type': body.headers.get('content-type') ?? '' },
    body: new Uint8Array(await body.arrayBuffer()),
  });
};
// Other tests run beside, and upload too: this one has temporary files of its own.
const temporary = mkdtempSync(join(tmpdir(), 'hearsay-uploads-'));
process.env.TMPDIR = temporary;
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
// Other tests' desks take uploads at the same time: what is counted here must be this one's alone.
process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'hearsay-uploads-'));
after(() => rmSync(process.env.TMPDIR ?? '', { recursive: true, force: true }));
const uploadFolders = (): number =>
  readdirSync(tmpdir()).filter((name) => /^hearsay-desk-[A-Za-z0-9]{6}$/.test(name)).length;

describe('reports come in', async () => {
  const desk = await openTestDesk({ allowPrivate: true });
  const strict = await openTestDesk({ limits: { uploadBytes: 10_000, uploadFiles: 2, ingestArticles: 2 } });
  const pages = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(PAGE)).listen(
    0,
    '127.0.0.1',
  );
  const pageAddress = () => `http://127.0.0.1:${(pages.address() as AddressInfo).port}/ferry`;
  after(async () => {
    pages.close();
    await Promise.all([desk.close(), strict.close()]);
  });

  test('as pasted text, with what is known of it; the same again is known, and found', async () => {
    const pasted = { text: REPORT, title: 'Bridge stays closed', outlet: 'Lenn Press', published: '2026-05-02' };
    const first = await desk.finished(begun(await desk.write('POST', '/api/ingests', pasted)));
    assert.deepEqual([first.state, first.added, first.total, first.articles.length], ['done', 1, 1, 1]);
    const { article } = (await desk.ask(`/api/articles/${first.articles[0]}`)).json() as {
      article: { title: string; outlet: string };
    };
    assert.deepEqual([article.title, article.outlet], ['Bridge stays closed', 'Lenn Press']);
    const second = await desk.finished(begun(await desk.write('POST', '/api/ingests', pasted)));
    assert.deepEqual([second.known, second.articles], [1, first.articles]);
  });

  test('what is said of files and addresses holds where they do not say it; a date that is none is refused', async () => {
    const said = { outlet: 'Orn Gazette', published: '2026-04-30' };
    const known = async (id: number) => {
      const { articles } = await desk.finished(id);
      return Promise.all(
        articles.map(async (article) => {
          const { outlet, published } = (
            (await desk.ask(`/api/articles/${article}`)).json() as { article: { outlet: string; published: string } }
          ).article;
          return [outlet, published.slice(0, 10)];
        }),
      );
    };
    const lines = [
      '{"id":"said","text":"It hails, the clerk said.","outlet":"Lenn Press","published":"2026-04-29"}',
      '{"id":"unsaid","text":"It clears up, the clerk said."}',
    ].join('\n');
    const ofFiles = await known(begun(await files(desk, { 'clerk.jsonl': lines }, said)));
    assert.deepEqual(ofFiles, [
      ['Lenn Press', '2026-04-29'],
      ['Orn Gazette', '2026-04-30'],
    ]);
    // Sent again it is found again, though its own bytes do not say where it is from.
    assert.equal((await known(begun(await files(desk, { 'clerk.jsonl': lines }, said)))).length, 2);
    const address = { url: `${pageAddress()}?said`, ...said };
    assert.deepEqual(await known(begun(await desk.write('POST', '/api/ingests', address))), [
      ['Orn Gazette', '2026-04-30'],
    ]);
    const before = uploadFolders();
    assert.equal((await files(desk, { 'clerk.jsonl': lines }, { published: 'last week' })).status, 400);
    assert.equal(uploadFolders(), before);
  });

  test('as an address; not one on this machine, unless that is allowed', async () => {
    const taken = await desk.finished(begun(await desk.write('POST', '/api/ingests', { url: pageAddress() })));
    assert.deepEqual([taken.added, taken.errors], [1, []]);
    const refused = await strict.finished(begun(await strict.write('POST', '/api/ingests', { url: pageAddress() })));
    assert.deepEqual([refused.added, refused.skipped], [0, 1]);
    assert.match(refused.errors[0].reason, /private address.*started with --allow-private/);
  });

  test('as files of every kind at once; what cannot be read is told by its name, and nothing is left of them', async () => {
    const before = uploadFolders();
    const lines = [
      '{"id":"a","text":"It rains, the clerk said."}',
      '{"id":"b"',
      '{"id":"c","text":"It snows, the clerk said."}',
    ].join('\n');
    const record = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE.replace('an hour', 'two hours')}`;
    const warc = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:6c1c5cfa-9a4d-4b0c-8d0d-0f2b6f3d1a11>\r\nWARC-Date: 2026-05-03T10:00:00Z\r\nWARC-Target-URI: https://lenn.example/ferry\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(record)}\r\n\r\n${record}\r\n\r\n`;
    const answer = await files(desk, {
      'notes.txt': 'The dam is safe, engineer Nils Aro said on Monday.',
      'page.html': PAGE.replace('Sunday', 'Tuesday'),
      'many.jsonl': lines,
      'packed.jsonl.gz': new Uint8Array(gzipSync('{"id":"d","text":"It thaws, the clerk said."}\n')),
      'crawl.warc': warc,
      'photo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
    });
    const progress = await desk.finished(begun(answer));
    assert.equal(progress.state, 'done');
    assert.deepEqual([progress.added, progress.skipped], [6, 2], JSON.stringify(progress.errors));
    const named = progress.errors.map(({ input }) => input);
    assert.ok(named.some((name) => name.startsWith('many.jsonl')) && named.includes('photo.png'), named.join());
    assert.equal(uploadFolders(), before);
  });

  test('more than is taken in is refused before it is kept', async () => {
    const before = uploadFolders();
    assert.equal((await files(strict, { 'big.txt': 'x'.repeat(20_000) })).status, 413);
    assert.equal((await files(strict, { a: 'x', b: 'x', c: 'x' })).status, 413);
    const noFile = await strict.ask('/api/ingests', {
      method: 'POST',
      headers: { 'Hearsay-Desk': '1', 'Content-Type': 'multipart/form-data; boundary=x' },
      body: '--x--\r\n',
    });
    assert.equal(noFile.status, 400);
    assert.equal(uploadFolders(), before);
    const many = ['one', 'two', 'three']
      .map((id) => JSON.stringify({ id, text: `Number ${id}, the clerk said.` }))
      .join('\n');
    const cut = await strict.finished(begun(await files(strict, { 'many.jsonl': many })));
    assert.equal(cut.added, 2);
    assert.match(cut.errors.at(-1)?.reason ?? '', /2 articles at once/);
  });

  test('the writer that has the ledger already is named', async () => {
    const { openStore } = await import('@hearsay/ledger/store/open-store');
    const store = await openStore(strict.ledger, { access: 'write', name: 'hearsay ingest' });
    const progress = await strict.finished(begun(await strict.write('POST', '/api/ingests', { text: REPORT })));
    assert.equal(progress.state, 'failed');
    assert.match(progress.errors[0].reason, /hearsay ingest \(process/);
    await store.close();
  });

  test('whoever listens hears an ingest through and what it changed; one that was cut off hears what it missed', async () => {
    const heard = await listen(desk, async () => {
      await desk.finished(begun(await desk.write('POST', '/api/ingests', { text: `${REPORT} She said so twice.` })));
    });
    const ingests = heard.filter(({ kind }) => kind === 'ingest').map(({ data }) => data as IngestProgress);
    assert.deepEqual([ingests[0].state, ingests.at(-1)?.state], ['running', 'done']);
    const change = heard.filter(({ kind }) => kind === 'change').map(({ data }) => data as Change);
    assert.ok(change.some(({ articles }) => articles.includes(ingests.at(-1)?.articles[0] ?? 0)));
    const resumed = await listen(desk, async () => {}, heard[0].id);
    assert.deepEqual(resumed.slice(0, heard.length - 1), heard.slice(1));
    const [unknown] = await listen(desk, async () => {}, 'another-run-7');
    assert.deepEqual([unknown.kind, unknown.data], ['change', { stories: [], claims: [], articles: [] }]);
  });
});

interface Heard {
  id: string;
  kind: string;
  data: unknown;
}

/** What is told while something is done, and for a second after it. */
async function listen(desk: TestDesk, doing: () => Promise<void>, lastHeard?: string): Promise<Heard[]> {
  const stop = new AbortController();
  const response = await fetch(`${desk.address}/api/events`, {
    signal: stop.signal,
    headers: lastHeard === undefined ? {} : { 'Last-Event-ID': lastHeard },
  });
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  let text = '';
  const reading = (async () => {
    for await (const chunk of response.body ?? []) text += new TextDecoder().decode(chunk);
  })().catch(() => {});
  await doing();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  stop.abort();
  await reading;
  return text.split('\n\n').flatMap((block) => {
    const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const [id, kind, data] = [field('id'), field('event'), field('data')];
    return id === undefined || kind === undefined || data === undefined ? [] : [{ id, kind, data: JSON.parse(data) }];
  });
}
