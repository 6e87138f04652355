import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../bin/hearsay.js', import.meta.url));

test('hearsay claims prints a claim a line, and an article that is wrong costs no other', () => {
  const articles = [
    { id: 'a', text: 'Police said that Mara Vell was killed in Lenn.' },
    { id: 'b' },
    { id: 'c', text: 'The government of Lenn denied that Mara Vell was dead.' },
  ];
  const { stdout, status } = spawnSync(process.execPath, [COMMAND, 'claims', '--jsonl'], {
    input: articles.map((article) => JSON.stringify(article)).join('\n'),
    encoding: 'utf8',
  });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(status, 1);
  assert.equal(lines[0].id, 'b');
  assert.equal(lines[0].error.code, 'record');
  assert.deepEqual(lines[1], {
    claim: 1,
    text: 'Mara Vell was killed in Lenn',
    assertions: [
      { id: 'a', assertion: 's1', polarity: 'for' },
      { id: 'c', assertion: 's1', polarity: 'against' },
    ],
  });
});
