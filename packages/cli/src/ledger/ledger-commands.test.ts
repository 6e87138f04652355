import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { progressLine } from './progress-bar.ts';

const bin = fileURLToPath(new URL('../../bin/hearsay.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hearsay-commands-'));
after(() => rmSync(folder, { recursive: true }));

function hearsay(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const article = (id: string, name: string): string =>
  JSON.stringify({ id, url: `https://lenn.example/${id}`, text: `The ferry ${name} is late, Captain Ives Marr said.` });

describe('a ledger from the command line', () => {
  const articles = join(folder, 'articles.jsonl');
  writeFileSync(articles, `${article('kestrel', 'Kestrel')}\n${article('heron', 'Heron')}\n{"id": "wrong"}\n`);

  test('is filled, says what was skipped, knows what it has, is checked', () => {
    const first = hearsay('ingest', articles, '--ledger', 'news.db', '--jobs', '1');
    assert.match(first.stdout, /^2 added, 0 revised, 0 known, 1 skipped\b[\s\S]*hearsay skipped --ledger news\.db/);
    assert.equal(first.status, 1);
    const second = hearsay('ingest', articles, '--ledger', 'news.db', '--jobs', '1');
    assert.match(second.stdout, /^0 added, 0 revised, 2 known, 1 skipped/);
    const skipped = hearsay('skipped', '--ledger', 'news.db');
    assert.match(skipped.stdout, /^\S*articles\.jsonl\b.*3.*record.*\n$/);
    assert.equal(JSON.parse(hearsay('skipped', '--ledger', 'news.db', '--jsonl').stdout).code, 'record');
    assert.deepEqual(hearsay('check', '--ledger', 'news.db'), {
      status: 0,
      stdout: 'news.db is sound: 2 articles.\n',
      stderr: '',
    });
    assert.equal(hearsay('reread', '--ledger', 'news.db').stdout, 'All readings are of this version and model.\n');
  });

  test('--ledger may stand before the command, and is refused where a command has no ledger', () => {
    assert.equal(hearsay('--ledger', 'news.db', 'check').stdout, 'news.db is sound: 2 articles.\n');
    assert.equal(hearsay('--ledger', 'none.db', 'check', '--ledger', 'news.db').status, 0);
    const { status, stderr } = hearsay('--ledger', 'news.db', 'read', articles);
    assert.equal(status, 2);
    assert.match(stderr, /read works without a ledger; leave out --ledger news\.db/);
  });

  test('an article is taken down, and a backup brings it back', () => {
    assert.equal(hearsay('backup', 'copy.db', '--ledger', 'news.db').status, 0);
    const forgotten = hearsay('forget', 'http://www.lenn.example/kestrel?utm_source=x', '--ledger', 'news.db');
    assert.match(forgotten.stdout, /Article 1 .* is taken down/);
    const again = hearsay('forget', 'https://lenn.example/kestrel', '--ledger', 'news.db');
    assert.deepEqual([again.status, again.stderr.split('\n').length], [1, 2]);
    assert.equal(hearsay('check', '--ledger', 'news.db').status, 0);
    const refused = hearsay('restore', 'copy.db', '--ledger', 'news.db');
    assert.match(refused.stderr, /^hearsay: news\.db: .*--replace/);
    assert.equal(hearsay('restore', 'copy.db', '--ledger', 'news.db', '--replace').status, 0);
    assert.match(hearsay('forget', 'kestrel', '--ledger', 'news.db').stderr, /no article "kestrel"/);
    assert.equal(hearsay('forget', '1', '--ledger', 'news.db').status, 0);
  });

  test('what is no ledger is one line and 1, wrong usage is 2', () => {
    const { status, stderr } = hearsay('check', '--ledger', 'articles.jsonl');
    assert.deepEqual(
      [status, stderr],
      [1, 'hearsay: articles.jsonl: this is no ledger; name another file with --ledger\n'],
    );
    assert.match(hearsay('check', '--ledger', 'none.db').stderr, /none\.db.*no such ledger.*hearsay ingest/);
    const mistyped = hearsay('ingest', 'artikles.jsonl', '--ledger', 'none.db');
    assert.deepEqual([mistyped.status, existsSync(join(folder, 'none.db'))], [1, false]);
    assert.match(mistyped.stderr, /^hearsay: artikles\.jsonl: there is no file/);
    assert.equal(hearsay('ingest').status, 2);
    assert.equal(hearsay('ingest', articles, '--jobs', '0').status, 2);
    const nobody = hearsay('check', '--ledger', 'postgres://desk:secret@127.0.0.1:1/news');
    assert.deepEqual([nobody.status, nobody.stderr.includes('secret')], [1, false]);
    assert.match(nobody.stderr, /no PostgreSQL answers/);
  });
});

test('progress shows how much is done, the rate and the time left', () => {
  assert.equal(
    progressLine('articles', 500, 0.25, 10),
    '[######..................] 25 %  500 articles, 50 a second, 30 s left',
  );
  assert.equal(progressLine('articles', 500, undefined, 10), '500 articles, 50 a second');
  assert.match(progressLine('articles', 1, 0.001, 10), /3 h|2 h/);
});
