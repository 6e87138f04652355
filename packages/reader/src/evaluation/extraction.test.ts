import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadModel } from '../model/load-model.ts';
import { evaluateExtraction, reportExtraction } from './extraction.ts';
import { scoreShingles, shingleTokens } from './shingles.ts';

const score = (predicted: string, truth: string) => scoreShingles(shingleTokens(predicted), shingleTokens(truth));

test('shingles are runs of four tokens, counted as often as they stand', () => {
  assert.deepEqual(score('a b c d e', 'a b c d e'), { precision: 1, recall: 1 });
  assert.deepEqual(score('a b c d', 'a b c d e'), { precision: 1, recall: 0.5 });
  assert.deepEqual(score('x x x x x x', 'x x x x'), { precision: 1 / 3, recall: 1 });
  assert.deepEqual(score('one, two', 'One two'), { precision: 0, recall: 0 });
  assert.deepEqual(score('één_2 – drie.', 'één_2 drie'), { precision: 1, recall: 1 });
});

test('an empty text counts 0', () => {
  assert.deepEqual(score('', 'a b c d'), { precision: 0, recall: 0 });
});

test('the F1 is that of the averages', () => {
  const { metrics } = reportExtraction([
    { id: 'a', precision: 1, recall: 0.5 },
    { id: 'b', precision: 0.5, recall: 0.5 },
  ]);
  assert.deepEqual(metrics, { f1: 0.6, precision: 0.75, recall: 0.5 });
});

test('scores a folder in the format of the benchmark', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-extraction-'));
  t.after(() => rm(folder, { recursive: true }));
  const words =
    'The old dam above the town held through a second night of rain, the water board said on Wednesday morning.';
  await mkdir(join(folder, 'html'));
  await writeFile(
    join(folder, 'ground-truth.json'),
    JSON.stringify({ one: { articleBody: words, url: 'https://orlen.example' } }),
  );
  await writeFile(
    join(folder, 'html', 'one.html.gz'),
    gzipSync(`<title>Dam</title><article><p>${words}</p></article>`),
  );
  const report = await evaluateExtraction(folder, loadModel());
  assert.deepEqual([report.task, report.items, report.metrics.f1], ['extraction', 1, 1]);
});

const CORPUS = join(import.meta.dirname, '../../../../../shared/corpora/extraction');

test('the benchmark’s pages, on which the weights were trained, are read', {
  skip: !existsSync(CORPUS) && 'no corpus here',
}, async () => {
  const { items, metrics } = await evaluateExtraction(CORPUS, loadModel());
  assert.equal(items, 90);
  assert.ok(metrics.f1 > 0.975, `F1 ${metrics.f1}`);
});
