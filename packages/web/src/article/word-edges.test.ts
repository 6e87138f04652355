import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveEdge, trimmed } from './word-edges.ts';

const text = 'She said the harbour was closed, and left.';
const of = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('each edge moves by a word, in and out', () => {
  const place = of('harbour was closed');
  assert.equal(words(moveEdge(text, place, 'start', 'wider')), 'the harbour was closed');
  assert.equal(words(moveEdge(text, place, 'start', 'narrower')), 'was closed');
  assert.equal(words(moveEdge(text, place, 'end', 'wider')), 'harbour was closed,');
  assert.equal(words(moveEdge(text, place, 'end', 'narrower')), 'harbour was');
});

test('an edge stays inside the text and keeps a word', () => {
  assert.equal(words(moveEdge(text, of('She'), 'start', 'wider')), 'She');
  assert.equal(words(moveEdge(text, of('She'), 'start', 'narrower')), 'She');
  assert.equal(words(moveEdge(text, of('She'), 'end', 'narrower')), 'She');
  assert.equal(words(moveEdge(text, of('left.'), 'end', 'wider')), 'left.');
});

test('a selection is taken without the space around it', () => {
  assert.equal(words(trimmed(text, { start: 3, end: 9 })!), 'said');
  assert.equal(trimmed(text, { start: 3, end: 4 }), null);
});
