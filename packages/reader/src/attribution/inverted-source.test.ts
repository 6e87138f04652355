import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { read } from '../read.ts';

const model = loadModel();

function reportsOf(text: string): string[][] {
  const { assertions, text: words } = read({ text }, model);
  const wordsOf = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => words.slice(start, end)).join(' … ');
  return assertions.map(({ source, content }) => [wordsOf(source), wordsOf(content)]);
}

test('who stands behind the cue at the end of a sentence is its source', () => {
  assert.deepEqual(reportsOf('A woman gave birth at the hospital, reports the Velden Herald this morning.'), [
    ['the Velden Herald', 'A woman gave birth at the hospital'],
  ]);
  assert.deepEqual(reportsOf('The road was shut, reported starrfm.com.'), [['starrfm.com', 'The road was shut']]);
});

test('what somebody reports is no source', () => {
  assert.ok(reportsOf('The driver stopped, reported the crash.').every(([source]) => source !== 'the crash'));
});
