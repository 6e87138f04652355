import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { takeAll, takePiped, wordsOf } from '../../../test/incoming.ts';
import { openSource } from './open-source.ts';

const root = mkdtempSync(join(tmpdir(), 'hearsay-sources-'));
after(() => rmSync(root, { recursive: true }));

/** A folder of files by their paths; gives its own path. */
function folder(name: string, files: Record<string, string | Uint8Array>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, path)), { recursive: true });
    writeFileSync(join(root, name, path), content);
  }
  return join(root, name);
}

const page = '<!doctype html><title>Dam</title><p>The dam holds, Ida Lorn said.</p>';
const text = 'The dam holds, Ida Lorn said.\n';

describe('a folder', () => {
  test('gives its pages and texts, those in folders too, by name, told apart by content; hidden ones are left out', async () => {
    const path = folder('plain', {
      'b.txt': page,
      'a.html': text,
      'c/d.html.gz': gzipSync(page),
      '.hidden.txt': text,
      '.git/x.txt': text,
      'B.txt': text,
    });
    const { articles, skips } = await takeAll([path]);
    assert.deepEqual(skips, []);
    assert.deepEqual(
      articles.map(({ place, input }) => [place, input.html === undefined ? 'text' : 'html']),
      [
        ['B.txt', 'text'],
        ['a.html', 'text'],
        ['b.txt', 'html'],
        ['c/d.html.gz', 'html'],
      ].map(([name, type]) => [join(path, name), type]),
    );
    assert.equal(wordsOf(articles[3]), page);
  });

  test('with loops of links ends, and gives each file once', async () => {
    const path = folder('loops', { 'in/a.txt': text });
    symlinkSync(path, join(path, 'in', 'back'));
    symlinkSync('in', join(path, 'twice'));
    symlinkSync('self', join(path, 'self'));
    symlinkSync('nowhere', join(path, 'gone'));
    const { articles, skips } = await takeAll([path]);
    assert.deepEqual(
      articles.map(({ place }) => place),
      [join(path, 'in/a.txt')],
    );
    assert.deepEqual(
      skips.map(({ code, place }) => [code, place]),
      [
        ['missing', join(path, 'gone')],
        ['unreadable', join(path, 'self')],
      ],
    );
  });

  test('names everything that is no article, with the way out, and gives the rest', async () => {
    const bad: Record<string, [string | Uint8Array, string]> = {
      'cut.gz': [gzipSync(page.repeat(500)).subarray(0, 100), 'gzip'],
      'data.bin': [Buffer.from([1, 0, 2, 0, 0]), 'binary'],
      'document.pdf': ['%PDF-1.7 x', 'binary'],
      'empty.txt': ['', 'empty'],
      'feeds.opml': ['<opml version="2.0"><body/></opml>', 'opml'],
      'image.png': [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'binary'],
      'list.json': ['[{"id": 1, "text": "x"}]', 'json-document'],
      'long.txt': [Buffer.alloc(20_000_001, 'word '), 'too-large'],
      'map.xml': ['<?xml version="1.0"?><urlset/>', 'xml'],
      'one.json': ['{\n  "id": 1,\n  "text": "x"\n}', 'json-document'],
      'sixteen.txt': [Buffer.from(text, 'utf16le'), 'encoding'],
      'space.txt': [' \r\n\t', 'empty'],
      'style.css': ['p { color: red }', 'no-article'],
    };
    const contents = Object.fromEntries(Object.entries(bad).map(([name, [content]]) => [name, content]));
    const path = folder('bad', { ...contents, 'good.txt': text });
    const { articles, skips } = await takeAll([path, join(path, 'missing.txt')]);
    assert.deepEqual(
      articles.map(({ place }) => place),
      [join(path, 'good.txt')],
    );
    assert.deepEqual(
      skips.map(({ code, input }) => [input, code]),
      [
        ...Object.entries(bad).map(([name, [, code]]) => [join(path, name), code]),
        [join(path, 'missing.txt'), 'missing'],
      ],
    );
    for (const { reason } of skips) assert.match(reason, /[:;]/, reason);
    assert.match(skips[2].reason, /PDF/);
  });

  test('that is empty says so', async () => {
    mkdirSync(join(root, 'nothing'));
    assert.deepEqual(
      (await takeAll([join(root, 'nothing')])).skips.map(({ code }) => code),
      ['empty'],
    );
  });

  test('tells how many bytes of how many are read', async () => {
    const path = folder('measured', {
      'a.txt': text,
      'b.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Buffer.alloc(5000)]),
    });
    const source = openSource([path]);
    for await (const _ of source) assert.equal(source.progress.total, text.length + 5004);
    assert.equal(source.progress.bytes, text.length + 5004);
    const piped = openSource(['-'], { standardInput: Readable.from([Buffer.from(text)]) });
    for await (const _ of piped);
    assert.deepEqual({ ...piped.progress }, { bytes: text.length, at: '-' });
  });
});

describe('JSON lines', () => {
  const record = {
    id: 'a',
    text,
    url: 'https://orlen.example/a',
    outlet: 'Orlen Times',
    published: '2031-04-02',
    title: 'Dam',
  };
  const lines = [
    JSON.stringify(record),
    '{"id": "b", "text":',
    '',
    JSON.stringify({ id: 7, html: page }),
    '[1]',
    JSON.stringify({ id: 'e', text: ' ' }),
  ];

  test('give their articles; every line that is wrong is a skip with its number, and its id where it has one', async () => {
    const path = folder('lines', {
      'news.jsonl': `\ufeff${lines.join('\r\n')}`,
      'news.jsonl.gz': gzipSync(lines.join('\n')),
    });
    for (const name of [join(path, 'news.jsonl'), join(path, 'news.jsonl.gz')]) {
      const { articles, skips } = await takeAll([name]);
      assert.deepEqual(
        articles.map(({ place, input }) => [place, input.id]),
        [
          [`${name}:1`, 'a'],
          [`${name}:4`, '7'],
        ],
      );
      assert.deepEqual({ ...articles[0].input }, record);
      assert.deepEqual(
        skips.map(({ place, code, input }) => [place, code, input]),
        [
          [`${name}:2`, 'json', `${name}:2`],
          [`${name}:5`, 'record', `${name}:5`],
          [`${name}:6`, 'empty', 'e'],
        ],
      );
    }
  });

  test('are told by their content, even where the first line is broken or longer than what is looked at', async () => {
    const broken = await takePiped(Buffer.from(`{"id": "a", "te\n${lines[0]}\n`));
    assert.deepEqual([broken.articles.length, broken.skips[0].place], [1, '-:1']);
    const long = await takePiped(Buffer.from(`${JSON.stringify({ text: 'word '.repeat(50_000) })}\n${lines[0]}`));
    assert.equal(long.articles.length, 2);
  });

  test('in another encoding are a skip each, the others are read', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${lines[0]}\n`),
      Buffer.from('{"text": "Café"}\n', 'latin1'),
      Buffer.from(lines[3]),
    ]);
    const { articles, skips } = await takePiped(bytes);
    assert.deepEqual([articles.length, skips.map(({ code }) => code)], [2, ['encoding']]);
  });

  test('in gzip that breaks off give all lines before, and one skip', async () => {
    const whole = gzipSync(
      Array.from({ length: 5000 }, (_, at) => JSON.stringify({ id: at, text: `Mayor ${at * 7919} said no.` })).join(
        '\n',
      ),
    );
    const { articles, skips } = await takePiped(whole.subarray(0, whole.length / 2));
    assert.ok(articles.length > 1500, String(articles.length));
    assert.deepEqual(
      skips.map(({ code, place }) => [code, place]),
      [['gzip', `-:${articles.length + 1}`]],
    );
  });

  test('are held one at a time', async () => {
    const line = Buffer.from(`${JSON.stringify({ text: 'word '.repeat(20_000) })}\n`);
    function* many() {
      for (let at = 0; at < 3000; at++) yield line;
    }
    let peak = 0;
    let count = 0;
    for await (const _ of openSource(['-'], { standardInput: Readable.from(many()) })) {
      count++;
      if (count % 200 === 0) peak = Math.max(peak, process.memoryUsage().arrayBuffers);
    }
    assert.equal(count, 3000);
    assert.ok(peak < 100_000_000, `${peak} bytes of 300 MB held`);
  });
});

test('letting go of a source early lets go of what it reads', async () => {
  const standardInput = Readable.from(Array(1000).fill(Buffer.from(`${JSON.stringify({ text })}\n`.repeat(1000))));
  for await (const _ of openSource(['-'], { standardInput })) break;
  assert.equal(standardInput.destroyed, true);
});
