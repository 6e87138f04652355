import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureText } from './text-measure.ts';

test('words, letters, capitals, commas and ends of sentences are counted in any European script', () => {
  assert.deepEqual(measureText('In 2031, Łódź fell. ORLEN rose!'), {
    words: 6,
    letters: 19,
    capitals: 6,
    commas: 1,
    stops: 1,
  });
  assert.equal(measureText('“Ça ira” — dit-elle…').words, 4);
  assert.deepEqual(measureText(' \n—'), { words: 0, letters: 0, capitals: 0, commas: 0, stops: 0 });
});
