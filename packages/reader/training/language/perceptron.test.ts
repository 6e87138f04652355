import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestClass, FeatureList, FeatureScorer } from '../../src/language/hashing.ts';
import { Perceptron, shuffled } from './perceptron.ts';

test('learns which of two features decides, and its table says the same', () => {
  const examples = Array.from({ length: 40 }, (_, i) => ({ features: listed(i % 3, i % 5), right: i % 3 }));
  const perceptron = new Perceptron(8, 3, (each) => {
    for (const { features } of examples) each(features);
  });
  const scores = new Float32Array(3);
  for (const { features, right } of [...examples, ...examples]) {
    perceptron.score(features, scores);
    const best = bestClass(scores, 3);
    if (best !== right) perceptron.update(features, right, best);
    perceptron.tick();
  }
  const scorer = new FeatureScorer(perceptron.table(), 3);
  for (const { features, right } of examples) assert.equal(scorer.best(features), right);
  assert.equal(scorer.best(listed(7, 9)), 0, 'features that were never seen have no weights');
});

function listed(...values: number[]): FeatureList {
  const features = new FeatureList(values.length, 0);
  for (const [at, value] of values.entries()) features.one(at, value);
  features.hash();
  return features;
}

test('shuffles in a reproducible order', () => {
  assert.deepEqual(shuffled(20, 3), shuffled(20, 3));
  assert.deepEqual(
    [...shuffled(20, 3)].sort((a, b) => a - b),
    Array.from({ length: 20 }, (_, i) => i),
  );
});
