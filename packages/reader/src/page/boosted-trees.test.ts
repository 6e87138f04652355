import assert from 'node:assert/strict';
import { test } from 'node:test';
import { predictRow } from './boosted-trees.ts';

test('each tree adds the leaf that its thresholds lead to', () => {
  const trees = { depth: 1, bias: 0, features: [0, 1], thresholds: [0.5, 2], leaves: [-1, 1, -3, 3] };
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const table = Float32Array.of(0, 0, 1, 3);
  assert.equal(predictRow(trees, table, 0), sigmoid(-4));
  assert.equal(predictRow(trees, table, 2), sigmoid(4));
});
