import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLexicon, lookUp } from './lexicon.ts';

test('gives back every value, and -1 for what is not there', () => {
  const entries = new Map(Array.from({ length: 500 }, (_, i) => [Math.imul(i + 1, 0x61c88647), i % 256]));
  const lexicon = createLexicon(entries);
  for (const [hash, value] of entries) assert.equal(lookUp(lexicon, hash), value);
  assert.equal(lookUp(lexicon, 12345), -1);
  assert.equal(lookUp(createLexicon(new Map()), 12345), -1);
});
