import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pairsOfSplit, readStanceCorpus } from './stance-corpus.ts';

describe('readStanceCorpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
  after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, records: readonly object[]) =>
    writeFileSync(join(folder, name), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const bodies = [
    { id: 1, topic: 1, split: 'train', text: 'A goat was on the roof.' },
    { id: 2, topic: 2, split: 'dev', text: 'The shipyard was sold.' },
  ];

  test('takes for a split only the pairs that stand on its side as a whole', () => {
    write('x.bodies.jsonl', bodies);
    write('x.stances.jsonl', [
      { headline: 'Goat on roof', body: 1, stance: 'agree' },
      { headline: 'Goat on roof', body: 2, stance: 'unrelated' },
      { headline: 'Shipyard sold', body: 2, stance: 'agree' },
      { headline: 'Shipyard sold', body: 1, stance: 'unrelated' },
    ]);
    const corpus = readStanceCorpus(folder);
    assert.deepEqual(
      pairsOfSplit(corpus, 'dev').map(({ headline }) => headline),
      ['Shipyard sold'],
    );
    assert.equal(pairsOfSplit(corpus, 'train').length, 1);
  });

  test('names the line that is wrong', () => {
    write('x.stances.jsonl', [
      { headline: 'Goat on roof', body: 1, stance: 'agree' },
      { headline: 'Goat on roof', body: 1, stance: 'upholds' },
    ]);
    assert.throws(() => readStanceCorpus(folder), /x\.stances\.jsonl, line 2/);
    write('x.stances.jsonl', [{ headline: 'Goat on roof', body: 9, stance: 'agree' }]);
    assert.throws(() => readStanceCorpus(folder), /line 1: there is no body 9/);
  });
});
