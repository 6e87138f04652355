import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { takePiped } from './incoming.ts';
import { gzipRecords, warcResponse } from './warc-bytes.ts';

/** Inputs of each kind, damaged at random from a fixed seed. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 150);

/** None of these inputs takes a tenth of this on a slow machine. */
const TIME_LIMIT_MS = 10_000;

const page = '<!doctype html><title>Dam</title><p>The dam holds, Ida Lorn said.</p>';
const records = ['a', 'b', 'c'].map((name) =>
  warcResponse(`https://orlen.example/${name}`, gzipSync(page), { headers: { 'Content-Encoding': 'gzip' } }),
);
const chunked = warcResponse('https://orlen.example/d', `5\r\n<p>No\r\n3\r\nw.\n\r\n0\r\n\r\n`, {
  headers: { 'Transfer-Encoding': 'chunked' },
});
const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
  <title>Post</title><link>https://post.example/</link><item><title>Dam</title><link>/dam</link><pubDate>Wed, 02 Apr 2031
  10:00:00 GMT</pubDate><content:encoded><![CDATA[${page}]]></content:encoded></item><item><description>&lt;p&gt;x</description></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Dam</title><link href="/dam"/>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It holds.</p></div></content></entry></feed>`;
const item = { id: 'a', url: '/dam', title: 'Dam', date_published: '2031-04-02', content_html: page };
const jsonFeed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Post', items: [item, item] });
const lines = Array.from({ length: 5 }, (_, id) => JSON.stringify({ id, html: page, published: '2031-04-02' })).join(
  '\n',
);

const inputs: Record<string, Buffer> = {
  warc: Buffer.concat([...records, chunked]),
  'warc.gz': gzipRecords([...records, chunked]),
  rss: Buffer.from(rss),
  atom: Buffer.from(atom),
  'json feed': Buffer.from(jsonFeed),
  'json lines': Buffer.from(lines),
  'json lines.gz': gzipSync(lines),
};

for (const [kind, whole] of Object.entries(inputs)) {
  test(`no damage to ${kind} stops or crashes its reading`, async () => {
    const random = mulberry32(whole.length);
    for (let round = 0; round < ROUNDS; round++) {
      const damaged = damage(whole, random);
      const taken = takePiped(damaged, 1 + Math.floor(random() * 500));
      const result = await Promise.race([taken, watchdog()]);
      assert.ok(result !== undefined, `round ${round} of ${kind} did not end`);
      const found = `${result.articles.length} articles, ${result.skips.length} skips`;
      assert.ok(
        result.articles.length <= 10 && result.skips.length <= 200,
        `round ${round} of ${kind}: ${found} ${JSON.stringify(result.skips.slice(-2))}`,
      );
      assert.ok(result.articles.length + result.skips.length > 0, `round ${round} of ${kind} says nothing`);
      for (const { code } of result.skips) assert.notEqual(code, 'internal', `round ${round} of ${kind}`);
    }
  });
}

const SNIPPETS = [
  '\r\n\r\n',
  '\n',
  'WARC/1.0\r\n',
  'Content-Length: 99999999999\r\n',
  'Content-Length: -1\r\n',
  '</item>',
  '<item>',
  ']]>',
  '"',
  '}',
  '\0',
  '&',
  '\x1f\x8b\x08',
  '0\r\n',
];

function damage(whole: Buffer, random: () => number): Buffer {
  let bytes = Buffer.from(whole);
  const count = 1 + Math.floor(random() * 4);
  for (let step = 0; step < count; step++) {
    const at = Math.floor(random() * bytes.length);
    const length = Math.floor(random() * 60);
    const kind = Math.floor(random() * 6);
    if (kind === 0) bytes[at] ^= 1 << Math.floor(random() * 8);
    else if (kind === 1) bytes = bytes.subarray(0, Math.max(8, at));
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    else if (kind === 4) bytes.subarray(at, at + length).fill(Math.floor(random() * 256));
    else {
      const snippet = Buffer.from(SNIPPETS[Math.floor(random() * SNIPPETS.length)], 'latin1');
      bytes = Buffer.concat([bytes.subarray(0, at), snippet, bytes.subarray(at)]);
    }
  }
  return bytes.length === 0 ? Buffer.from(' ') : bytes;
}

function watchdog(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), TIME_LIMIT_MS).unref());
}

/** A small generator of the same numbers everywhere (Mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
