import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';
import {
  ALPHANUMERIC,
  CAPITALISED,
  CAPITALISED_HYPHENATED,
  DOTTED,
  INITIAL,
  LOWER,
  NUMBER,
  PUNCTUATION,
  readWords,
  TITLE,
  UPPER,
  type Words,
  WRITTEN,
} from './words.ts';

function words(text: string): Words {
  const tokens = tokenize(text);
  return readWords(tokens, splitSentences(tokens));
}

test('tells how words are written', () => {
  const { shape } = words('on Monday the NATO and U.S. Anglo-Dutch G20 paid 4,000 .');
  assert.deepEqual(
    Array.from(shape, (each) => each & WRITTEN),
    [
      LOWER,
      CAPITALISED,
      LOWER,
      UPPER,
      LOWER,
      DOTTED,
      CAPITALISED_HYPHENATED,
      ALPHANUMERIC,
      LOWER,
      NUMBER,
      PUNCTUATION + 3,
    ],
  );
  assert.equal(shape[0] & INITIAL, INITIAL);
  assert.equal(shape[1] & INITIAL, 0);
});

test('one word in any case and with either apostrophe is one form', () => {
  const { form, same } = words("Bridge BRIDGE bridge don’t don't Ärzte ärzte");
  assert.equal(form[0], form[1]);
  assert.equal(form[1], form[2]);
  assert.equal(form[4], form[6]);
  assert.equal(form[7], form[8]);
  assert.deepEqual([...same.subarray(0, 3)], [0, 0, 0]);
});

test('headlines are known by their capitals', () => {
  const title = words('Mayor Opens Bridge After Long Delay\n\nThe mayor has opened the bridge in Halden.');
  assert.equal(title.shape[1] & TITLE, TITLE);
  assert.equal(title.shape[7] & TITLE, 0);
});
