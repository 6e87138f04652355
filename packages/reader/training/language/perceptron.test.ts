import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addScores, bestClass, feature, rowShift } from '../../src/language/hashing.ts';
import { Perceptron, shuffled } from './perceptron.ts';

test('learns which of two features decides, and its table says the same', () => {
  const examples = Array.from({ length: 40 }, (_, i) => ({
    features: Int32Array.of(feature(0, i % 2), feature(1, i % 5)),
    right: i % 2,
  }));
  const perceptron = new Perceptron(8, 2, (each) => {
    for (const { features } of examples) each(features, 2);
  });
  const scores = new Float32Array(2);
  for (const { features, right } of [...examples, ...examples]) {
    perceptron.score(features, 2, scores);
    const best = bestClass(scores, 2);
    if (best !== right) perceptron.update(features, 2, right, best);
    perceptron.tick();
  }
  const table = perceptron.table();
  const sums = new Int32Array(2);
  for (const { features, right } of examples) {
    addScores(table, rowShift(table, 2), features, 2, sums, 2);
    assert.equal(bestClass(sums, 2), right);
  }
  addScores(table, rowShift(table, 2), Int32Array.of(feature(0, 7)), 1, sums, 2);
  assert.deepEqual([...sums], [0, 0], 'a feature that was never seen has no weights');
});

test('shuffles in a reproducible order', () => {
  assert.deepEqual(shuffled(20, 3), shuffled(20, 3));
  assert.deepEqual(
    [...shuffled(20, 3)].sort((a, b) => a - b),
    Array.from({ length: 20 }, (_, i) => i),
  );
});
