import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const bin = fileURLToPath(new URL('../bin/hearsay.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
after(() => rmSync(folder, { recursive: true }));

const report =
  'LENN, April 2 — The bridge at Lenn is safe, the mayor said on Tuesday. “It will stand,” Ada Brill said.\n';
const page = `<!doctype html><html lang="en"><title>Bridge</title><article><p>${report}</p></article>`;

function hearsay(args: string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function jsonLines(text: string) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('hearsay read', () => {
  test('prints one object for one input, an array for several, in order', () => {
    const one = JSON.parse(hearsay(['read', '--format', 'json', file('one.txt', report)]).stdout);
    assert.equal(one.text, report);
    const two = hearsay(['read', '--format', 'json', file('one.txt', report), file('two.html', page)]);
    assert.deepEqual(
      JSON.parse(two.stdout).map((reading: { text: string }) => reading.text.trim()),
      [report.trim(), report.trim()],
    );
    assert.equal(two.status, 0);
  });

  test('reads standard input, gzip and what the options add', () => {
    const options = ['--published', '2031-04-02', '--outlet', 'Lenn Post', '--title', 'Bridge'];
    const { stdout } = hearsay(['read', '-', '--format', 'jsonl', ...options], gzipSync(report));
    const [{ text, article }] = jsonLines(stdout);
    assert.equal(text, report);
    assert.deepEqual([article.published, article.outlet, article.title], ['2031-04-02', 'Lenn Post', 'Bridge']);
    assert.equal(article.origins.published, 'option');
  });

  test('names each failed input in one line, reads the rest, and ends with 1', () => {
    const binary = file('image.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]));
    const good = file('one.txt', report);
    const { status, stdout, stderr } = hearsay([
      'read',
      '--format',
      'jsonl',
      'missing.txt',
      folder,
      binary,
      file('empty.txt', ''),
      'http://127.0.0.1:9/',
      good,
    ]);
    assert.equal(status, 1);
    assert.equal(jsonLines(stdout).length, 1);
    const complaints = stderr.trimEnd().split('\n');
    assert.equal(complaints.length, 5);
    for (const [at, words] of [
      'no such file',
      'directory',
      'HTML nor plain text',
      'empty',
      '--allow-private',
    ].entries()) {
      assert.ok(complaints[at].includes(words), complaints[at]);
    }
  });

  test('reads what came of gzip data that breaks off, says so, and ends with 1', () => {
    const whole = gzipSync(Array.from({ length: 3000 }, (_, at) => `Mayor ${at} said no. `).join(''));
    const { status, stdout, stderr } = hearsay(['read', '--format', 'jsonl', file('cut.gz', whole.subarray(0, 4000))]);
    const [{ text, warnings }] = jsonLines(stdout);
    assert.ok(text.startsWith('Mayor 0 said no. Mayor 1'));
    assert.equal(warnings[0].code, 'truncated');
    assert.match(stderr, /cut\.gz: .*gzip/);
    assert.equal(status, 1);
  });

  test('wrong usage ends with 2 and says what would have been right', () => {
    for (const [args, words] of [
      [['read', '--format', 'pdf', 'x'], /text, json, jsonl, html, csv/],
      [['read', '--published', 'yesterday', 'x'], /2015-12-27/],
      [['read', '--published', '2026-02-30', 'x'], /2015-12-27/],
      [['ingest', '--published', '9999-01-01', 'x'], /2015-12-27/],
      [['evaluate', 'taste', '--data', 'x'], /attribution, extraction, times, desk/],
      [['raed'], /read/],
      [['read', '--jsonl', '--format', 'csv', 'x'], /--jsonl prints JSON lines/],
    ] as const) {
      const { status, stderr } = hearsay([...args]);
      assert.equal(status, 2);
      assert.match(stderr, words);
    }
  });

  test('a file of JSON lines is not read as prose, and a blank input gives an error and no reading', () => {
    const records = hearsay(['read', file('records.jsonl', `${JSON.stringify({ id: 'a', text: report })}\n`)]);
    assert.deepEqual([records.status, records.stdout], [1, '']);
    assert.match(records.stderr, /--jsonl/);
    const blank = hearsay(['read'], ' \n\t\n');
    assert.deepEqual([blank.status, blank.stdout], [1, '']);
  });

  test('help ends quietly where its reader has gone', () => {
    const command = `"${process.execPath}" "${bin}" read --help | true`;
    assert.equal(spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stderr, '');
  });

  test('--version names the reader and the model', () => {
    assert.match(hearsay(['--version']).stdout, /^hearsay \d+\.\d+\.\d+, model [0-9a-f]{8}\n$/);
  });

  test('every command explains itself with examples', () => {
    for (const args of [[], ['read'], ['evaluate'], ['schema']]) {
      const { status, stdout } = hearsay([...args, '--help']);
      assert.equal(status, 0);
      assert.match(stdout, /Examples?:\n {2}hearsay /);
    }
  });

  test('piped text has no colours', () => {
    assert.doesNotMatch(hearsay(['read', file('one.txt', report)]).stdout, /\u001b/);
  });
});

describe('hearsay evaluate', () => {
  test('says in one line what corpus it wants, whatever it was given', () => {
    const prose = file('prose.txt', report);
    for (const [task, words] of [
      ['times', /^hearsay: \S+prose\.txt: line 1: not JSON lines of .*"timex".*\n$/],
      ['attribution', /^hearsay: \S+prose\.txt: not JSON lines of .*"attributions".*\n$/],
      ['desk', /^hearsay: \S+prose\.txt: not a JSON object of .*"assertions".*\n$/],
      ['extraction', /^hearsay: \S+prose\.txt: not .*ground-truth.*\n$/],
    ] as const) {
      const { status, stderr } = hearsay(['evaluate', task, '--data', prose]);
      assert.equal(status, 1);
      assert.match(stderr, words);
    }
  });
});

describe('hearsay read --jsonl', () => {
  test('answers each line in order, a reading or an error, and ends with 1 if any failed', () => {
    const lines = [
      JSON.stringify({ id: 'a', text: report, published: '2031-04-02' }),
      '{"id": "b", "text":',
      '',
      JSON.stringify({ id: 'c', text: 7 }),
      JSON.stringify({ html: page, title: 'Own title' }),
      JSON.stringify({ id: 'e' }),
    ];
    const { status, stdout } = hearsay(['read', '--jsonl'], lines.join('\n'));
    const answers = jsonLines(stdout);
    assert.deepEqual(
      answers.map(({ id, error }) => [id.length === 64 ? 'hash' : id, error?.code]),
      [
        ['a', undefined],
        ['line 2', 'json'],
        ['c', 'record'],
        ['hash', undefined],
        ['e', 'record'],
      ],
    );
    assert.equal(answers[3].article.title, 'Own title');
    assert.equal(status, 1);
  });

  test('says of a missing file and of a URL what to give instead', () => {
    assert.match(hearsay(['read', '--jsonl', 'missing.jsonl']).stderr, /no such file/);
    assert.match(hearsay(['read', '--jsonl', 'https://news.example/']).stderr, /curl/);
  });

  test('lone surrogates pass through unharmed', () => {
    const { status, stdout } = hearsay(['read', '--jsonl'], '{"id": "s", "text": "He said \\ud83d no."}');
    assert.equal(jsonLines(stdout)[0].text, 'He said \ud83d no.');
    assert.equal(status, 0);
  });
});

describe('hearsay stories --jsonl', () => {
  const lines = [
    {
      id: 'a',
      text: 'The ferry Alda Maris sank off Port Orrin, the coast guard said. Divers searched the hull of the ferry.',
    },
    { id: 'b', text: 'A bakery in Tolsk baked the largest poppy loaf of the valley. Judges weighed the poppy loaf.' },
    {
      id: 'c',
      text: 'Divers found the hull of the ferry Alda Maris off Port Orrin. The coast guard ended its search.',
    },
  ].map((line) => JSON.stringify(line));

  test('gives every article its story, in the order read, and an error in the place of one it cannot read', () => {
    const { status, stdout } = hearsay(
      ['stories', '--jsonl'],
      [lines[0], '{"id": "x"}', lines[1], lines[2]].join('\n'),
    );
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map(({ id }) => id),
      ['a', 'x', 'b', 'c'],
    );
    assert.equal(answers[0].story, answers[3].story);
    assert.notEqual(answers[0].story, answers[2].story);
    assert.equal(answers[1].error.code, 'record');
    assert.equal(status, 1);
  });
});
