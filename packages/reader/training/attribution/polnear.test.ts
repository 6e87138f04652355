import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenize } from '../../src/language/tokens.ts';
import { type GoldArticle, goldOverTokens } from './polnear.ts';

test('gold offsets count code points, and a border inside a word takes the whole word', () => {
  const text = '👍👍 Orla Venn said the ferry sank.';
  const tokens = tokenize(text);
  const article: GoldArticle = {
    id: 'ferry',
    text,
    attributions: [{ source: [[3, 12]], cue: [[14, 17]], content: [[18, 32]] }],
  };
  const [gold] = goldOverTokens(article, tokens);
  const words = (role: 'source' | 'cue' | 'content') =>
    gold[role].map(({ first, end }) => text.slice(tokens.start[first], tokens.end[end - 1]));
  assert.deepEqual(words('source'), ['Orla Venn']);
  assert.deepEqual(words('cue'), ['said']);
  assert.deepEqual(words('content'), ['the ferry sank']);
});
