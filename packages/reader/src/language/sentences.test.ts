import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

function sentences(text: string): string[] {
  const tokens = tokenize(text);
  const { count, first, end } = splitSentences(tokens);
  return Array.from({ length: count }, (_, i) => text.slice(tokens.start[first[i]], tokens.end[end[i] - 1]));
}

test('titles, initials and numbers do not end a sentence', () => {
  const text =
    'Rep. Jon Dara met Lt. Gov. Ian H. Vell on Jan. 5 in Orlen, Ore. Senator Mara read No. 5 of the U.S. Code.';
  assert.deepEqual(sentences(text), [text]);
});

test('a clitic and a bracket after an abbreviation go on with the sentence', () => {
  const text = 'The U.K.’s Health Service asked Vell Co. [VLL] to pay.';
  assert.deepEqual(sentences(text), [text]);
});

test('an abbreviation ends a sentence before a word that starts one', () => {
  assert.deepEqual(sentences('It left the U.S. The rest stayed.'), ['It left the U.S.', 'The rest stayed.']);
  assert.deepEqual(sentences('He rose at 5 p.m. Police came.'), ['He rose at 5 p.m.', 'Police came.']);
  assert.deepEqual(sentences('He rose at 5 p.m. Tuesday in Orlen.'), ['He rose at 5 p.m. Tuesday in Orlen.']);
});

test('closing marks end with the sentence they close, opening marks begin the next', () => {
  assert.deepEqual(sentences('“We won.” “Did we?” he asked.'), ['“We won.”', '“Did we?” he asked.']);
  assert.deepEqual(sentences('“He said ‘no.’” They left. "Go." "Now."'), [
    '“He said ‘no.’”',
    'They left.',
    '"Go."',
    '"Now."',
  ]);
  assert.deepEqual(sentences('“… price dearly.””Soldiers, wait,” he said.'), [
    '“… price dearly.”',
    '”Soldiers, wait,” he said.',
  ]);
  assert.deepEqual(sentences('He left."We stay," she said.'), ['He left.', '"We stay," she said.']);
  assert.deepEqual(sentences('“God is with you.”He also left.'), ['“God is with you.”', 'He also left.']);
});

test('a question inside a sentence does not end it', () => {
  assert.deepEqual(sentences('“Why?” he asked. “Yes!”, she said.'), ['“Why?” he asked.', '“Yes!”, she said.']);
});

test('blank lines and block borders end a sentence, line breaks do not', () => {
  assert.deepEqual(sentences('A headline\r\n\r\nBody of\ntext'), ['A headline', 'Body of\ntext']);
  const tokens = tokenize('One two three');
  const { first } = splitSentences(tokens, [
    { start: 0, end: 3 },
    { start: 4, end: 13 },
  ]);
  assert.deepEqual([...first], [0, 1]);
});

test('text that never stops is cut into sentences of bounded length', () => {
  const tokens = tokenize('and so on '.repeat(2000));
  const { count, first, end } = splitSentences(tokens);
  assert.ok(count > 1);
  for (let at = 0; at < count; at++) assert.ok(end[at] - first[at] <= 500);
  assert.equal(end[count - 1], tokens.count);
});
