import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { crashIngest } from './crash.ts';
import { random, variedArticles } from './varied-articles.ts';

test('killed at any moment, ingest loses no finished batch, doubles nothing, and goes on the next time', async () => {
  const body = readFileSync(new URL('../../../samples/ferry-letter.txt', import.meta.url), 'utf8');
  const articles = [...variedArticles([body], 200)];
  const report = await crashIngest(articles, { kills: 5, longest: 2000, next: random(7) });
  assert.deepEqual({ ...report, reached: [] }, { kills: 5, lost: 0, doubled: 0, problems: [], reached: [] });
});
