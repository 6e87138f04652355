import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { markedWords, NAME, NARRATIVE, QUOTED } from './marked-words.ts';

const model = loadModel();

function kinds(text: string): number[] {
  return [...markedWords(readAnalysed({ text }, model)).kind];
}

test('numbers and days count as names: who reports the same facts has them too', () => {
  const ofNumbers = kinds('The crew sold three crates on Tuesday for 40 coins.');
  assert.deepEqual(ofNumbers, [
    ...[NARRATIVE, NARRATIVE, NARRATIVE, NAME, NARRATIVE],
    ...[NARRATIVE, NAME, NARRATIVE, NAME, NARRATIVE],
  ]);
});

test('a number in a quotation is quoted', () => {
  assert.deepEqual(new Set(kinds('“Three crates were sold on the quay for 40 coins.”')), new Set([QUOTED]));
});
