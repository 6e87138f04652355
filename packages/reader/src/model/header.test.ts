import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { headerNumbers, headerWords } from './header.ts';

describe('the header of a weights file', () => {
  test('gives the numbers and words that are named', () => {
    const header = { scale: 0.5, depth: 6, edits: ['', '-s'] };
    assert.deepEqual(headerNumbers(header, ['scale', 'depth']), { scale: 0.5, depth: 6 });
    assert.deepEqual(headerWords(header, 'edits'), ['', '-s']);
  });

  test('names what is missing or of another kind', () => {
    assert.throws(() => headerNumbers({ scale: '1' }, ['scale']), /no number "scale"/);
    assert.throws(() => headerWords({ edits: ['a', 1] }, 'edits'), /no list of words "edits"/);
    assert.throws(() => headerNumbers(null, ['scale']), /no object/);
  });
});
