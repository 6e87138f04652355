import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { takePiped, wordsOf } from '../../../test/incoming.ts';
import { gzipRecords, warcRecord, warcResponse } from '../../../test/warc-bytes.ts';

const page = (name: string) => `<!doctype html><title>${name}</title><p>The dam at ${name} holds, Ida Lorn said.</p>`;
const url = (name: string) => `https://orlen.example/${name}`;
const response = (name: string) => warcResponse(url(name), page(name));

describe('a WARC', () => {
  test('gives its pages with address and time of fetching, which is no date of publication', async () => {
    const records = [
      warcRecord({ 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' }, 'software: orlen\r\n'),
      warcRecord({ 'WARC-Type': 'request', 'WARC-Target-URI': url('a') }, 'GET /a HTTP/1.1\r\n\r\n'),
      warcResponse(url('a'), page('a'), { version: '1.0', fields: { 'WARC-Target-URI': `<${url('a')}>` } }),
      warcRecord(
        { 'WARC-Type': 'resource', 'WARC-Target-URI': url('b'), 'Content-Type': 'text/plain' },
        'Ida Lorn said no.',
      ),
    ];
    for (const bytes of [Buffer.concat(records), gzipRecords(records)]) {
      const { articles, skips } = await takePiped(bytes);
      assert.deepEqual(skips, []);
      assert.deepEqual(
        articles.map(({ input, fetched }) => [input.url, input.published, input.contentType, fetched]),
        [
          [url('a'), undefined, 'text/html; charset=utf-8', '2031-04-03T08:00:00Z'],
          [url('b'), undefined, 'text/plain', '2031-04-03T08:00:00Z'],
        ],
      );
      assert.equal(wordsOf(articles[0]), page('a'));
      assert.equal(articles[1].input.text?.toString(), 'Ida Lorn said no.');
    }
  });

  test('gives nothing but pages: no pictures, answers other than 200, rules for crawlers, or logs', async () => {
    const log = {
      'WARC-Type': 'resource',
      'WARC-Target-URI': 'metadata://crawler/log.txt',
      'Content-Type': 'text/plain',
    };
    const { articles, skips } = await takePiped(
      Buffer.concat([
        warcResponse(url('a.png'), Buffer.from([0x89, 0x50]), { headers: { 'Content-Type': 'image/png' } }),
        warcResponse(url('gone'), page('gone'), { status: '404 Not Found' }),
        warcResponse(url('moved'), '', { status: '301 Moved', headers: { Location: url('a') } }),
        warcResponse(url('robots.txt'), 'User-agent: *', { headers: { 'Content-Type': 'text/plain' } }),
        warcRecord(log, 'fetched 5 pages'),
        response('a'),
      ]),
    );
    assert.deepEqual(skips, []);
    assert.deepEqual(
      articles.map(({ input }) => input.url),
      [url('a')],
    );
  });

  test('undoes transfer and content encodings, and takes pages whose archive undid them already', async () => {
    const half = Math.floor(page('x').length / 2);
    const chunked = (bytes: Buffer) =>
      Buffer.concat([
        Buffer.from(`${half.toString(16)}\r\n`),
        bytes.subarray(0, half),
        Buffer.from(`\r\n${(bytes.length - half).toString(16)};x=y\r\n`),
        bytes.subarray(half),
        Buffer.from('\r\n0\r\n\r\n'),
      ]);
    const plain = Buffer.from(page('x'));
    const sent: [Record<string, string>, Buffer][] = [
      [{ 'Content-Encoding': 'gzip' }, gzipSync(plain)],
      [{ 'Content-Encoding': 'br' }, brotliCompressSync(plain)],
      [{ 'Content-Encoding': 'deflate' }, deflateSync(plain)],
      [{ 'Content-Encoding': 'deflate' }, deflateRawSync(plain)],
      [{ 'Content-Encoding': 'zstd' }, zstdCompressSync(plain)],
      [{ 'Content-Encoding': 'gzip' }, plain],
      [{ 'Transfer-Encoding': 'chunked' }, chunked(plain)],
      [{ 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }, chunked(gzipSync(plain))],
      [{ 'Transfer-Encoding': 'chunked' }, plain],
    ];
    const records = sent.map(([headers, body], at) => warcResponse(url(String(at)), body, { headers }));
    const { articles, skips } = await takePiped(Buffer.concat(records));
    assert.deepEqual(skips, []);
    assert.deepEqual(
      articles.map(wordsOf),
      sent.map(() => page('x')),
    );
  });

  test('that breaks off gives its whole records and one skip that names the byte', async () => {
    const [first, second, third] = [response('a'), response('b'), response('c')];
    const cut = await takePiped(Buffer.concat([first, second, third]).subarray(0, first.length + second.length + 200));
    assert.deepEqual(
      cut.articles.map(({ input }) => input.url),
      [url('a'), url('b')],
    );
    assert.deepEqual(
      cut.skips.map(({ code, place }) => [code, place]),
      [['truncated', `-, record at byte ${first.length + second.length}`]],
    );
    const zipped = gzipRecords([first, second, third]);
    const cutZip = await takePiped(zipped.subarray(0, zipped.length - 30));
    assert.deepEqual(
      cutZip.articles.map(({ input }) => input.url),
      [url('a'), url('b')],
    );
    assert.deepEqual(
      cutZip.skips.map(({ code, place }) => [code, place]),
      [['gzip', `-, record at byte ${first.length + second.length}`]],
    );
  });

  test('goes on past damage to its gzip at the next record that is found whole', async () => {
    const noise = (name: string) =>
      warcResponse(
        url(name),
        page(name) + Array.from({ length: 3000 }, (_, at) => `<p>${name} ${at * 7919}</p>`).join(''),
      );
    const members = Array.from({ length: 40 }, (_, at) => gzipSync(noise(String(at))));
    const bytes = Buffer.concat(members);
    bytes.fill(0xff, members[0].length * 20 + 500, members[0].length * 20 + 900);
    const { articles, skips } = await takePiped(bytes, 100_000);
    const found = articles.map(({ input }) => Number(input.url?.split('/').at(-1)));
    assert.deepEqual(
      skips.map(({ code }) => code),
      ['gzip'],
    );
    assert.ok(found.includes(0) && found.includes(39) && found.length >= 35 && found.length < 40, String(found));
    assert.deepEqual(
      found,
      [...new Set(found)].sort((a, b) => a - b),
    );
    assert.match(articles[articles.length - 1].place, /past damage 1$/);
  });

  test('that breaks off anywhere ends, loses no whole record and says where it broke off', async () => {
    const records = [response('a'), response('b')];
    const bytes = Buffer.concat(records);
    for (let length = 8; length < bytes.length; length += 7) {
      const { articles, skips } = await takePiped(bytes.subarray(0, length), 64);
      const whole = length >= bytes.length - 4 ? 2 : length >= records[0].length - 4 ? 1 : 0;
      assert.equal(articles.length, whole, `cut at ${length}`);
      const atBorder = length >= bytes.length - 4 || Math.abs(length - records[0].length) <= 4;
      assert.equal(skips.length, atBorder && whole > 0 ? 0 : 1, `cut at ${length}`);
    }
  });

  test('goes on at the next record after what is none, and past a record that is too long', async () => {
    const long = warcResponse(url('long'), Buffer.alloc(20_000_001, 'a'));
    const film = warcResponse(url('film'), Buffer.alloc(20_000_001), { headers: { 'Content-Type': 'video/mp4' } });
    const bomb = warcResponse(url('bomb'), gzipSync(Buffer.alloc(30_000_000)), {
      headers: { 'Content-Encoding': 'gzip' },
    });
    const noLength = warcResponse(url('x'), page('x'), { fields: { 'Content-Length': 'many' } });
    const bytes = Buffer.concat([
      response('a'),
      Buffer.from('noise\r\n\0\0\r\n'),
      response('b'),
      noLength,
      long,
      film,
      bomb,
      response('c'),
    ]);
    const { articles, skips } = await takePiped(bytes, 100_000);
    assert.deepEqual(
      articles.map(({ input }) => input.url),
      [url('a'), url('b'), url('c')],
    );
    assert.deepEqual(
      skips.map(({ code, input }) => [code, input]),
      [
        ['warc', '-'],
        ['warc', '-'],
        ['too-large', url('long')],
        ['too-large', url('bomb')],
      ],
    );
  });

  test('names what is wrong with a page, and marks one that its archive cut', async () => {
    const { articles, skips } = await takePiped(
      Buffer.concat([
        warcResponse(url('empty'), ' \n'),
        warcResponse(url('pdf'), '%PDF-1.4'),
        warcResponse(url('odd'), Buffer.from([1, 2, 3]), { headers: { 'Content-Encoding': 'gzip' } }),
        warcResponse(url('part'), page('part'), { fields: { 'WARC-Segment-Number': '1' } }),
        warcRecord({ 'WARC-Type': 'response', 'WARC-Target-URI': url('none') }, 'nothing'),
        warcResponse(url('cut'), page('cut'), { fields: { 'WARC-Truncated': 'length' } }),
      ]),
    );
    assert.deepEqual(
      skips.map(({ code, input }) => [code, input]),
      [
        ['empty', url('empty')],
        ['binary', url('pdf')],
        ['content-encoding', url('odd')],
        ['segmented', url('part')],
        ['http', url('none')],
      ],
    );
    assert.equal(articles[0].warnings?.[0].code, 'truncated');
  });

  test('without a page says so', async () => {
    const extract = warcRecord(
      { 'WARC-Type': 'conversion', 'WARC-Target-URI': url('a'), 'Content-Type': 'text/plain' },
      'x',
    );
    assert.deepEqual(
      (await takePiped(extract)).skips.map(({ code }) => code),
      ['no-page'],
    );
  });

  test('with a header that does not end is given up, not taken in', async () => {
    const endless = Buffer.concat([response('a'), Buffer.from('WARC/1.1\r\n'), Buffer.alloc(3_000_000, 'x: y\r\n')]);
    const { articles, skips } = await takePiped(endless, 60_000);
    assert.deepEqual([articles.length, skips.map(({ code }) => code)], [1, ['warc']]);
  });
});
