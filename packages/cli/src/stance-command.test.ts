import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/hearsay.js', import.meta.url));
const text =
  'The mayor of Lenn, Ada Brill, resigned on Tuesday, she told reporters outside the town hall. Brill had been mayor for ten years.';

function stance(records: readonly (object | string)[]) {
  const input = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');
  const { status, stdout } = spawnSync(process.execPath, [bin, 'stance', '--jsonl'], { input, encoding: 'utf8' });
  const lines = stdout.trimEnd().split('\n');
  return { status, answers: lines.map((line) => JSON.parse(line)) };
}

describe('hearsay stance --jsonl', () => {
  test('answers each line in order', () => {
    const { status, answers } = stance([
      { id: 'a', claim: 'Mayor of Lenn resigns', text },
      { id: 2, claim: 'Goat rescued from a roof in Brenn', text },
    ]);
    assert.equal(status, 0);
    assert.deepEqual(
      answers.map(({ id }) => id),
      ['a', '2'],
    );
    assert.notEqual(answers[0].stance, 'unrelated');
    assert.equal(answers[1].stance, 'unrelated');
    assert.ok(answers[0].score > 0 && answers[0].score <= 1);
  });

  test('says of each line that is wrong what is wrong, and goes on', () => {
    const { status, answers } = stance([
      { id: 'no claim', text },
      { id: 'empty claim', claim: ' … ', text },
      { id: 'empty text', claim: 'Mayor resigns', text: '\n' },
      { id: 'long', claim: 'mayor '.repeat(1_000), text },
      {
        id: 'foreign',
        claim: 'Mayor of Lenn resigns',
        text: 'Le maire de la ville de Lenn a démissionné mardi, a-t-il dit aux journalistes qui attendaient devant la mairie.',
      },
      '{"claim": "Mayor',
      { id: 'good', claim: 'Mayor of Lenn resigns', text },
    ]);
    assert.equal(status, 1);
    assert.deepEqual(
      answers.map(({ id, error }) => [id, error?.code]),
      [
        ['no claim', 'record'],
        ['empty claim', 'empty'],
        ['empty text', 'empty'],
        ['long', 'long-claim'],
        ['foreign', 'language'],
        ['line 6', 'json'],
        ['good', undefined],
      ],
    );
  });
});
