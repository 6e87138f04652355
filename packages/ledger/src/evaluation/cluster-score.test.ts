import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreClusters } from './cluster-score.ts';

test('scoreClusters counts pairs, and averages over items (Bagga and Baldwin)', () => {
  const { pairwise, bcubed } = scoreClusters(['a', 'a', 'a', 'b'], [1, 1, 2, 2]);
  // Of the pairs found (12, 34) one is right; of the three that should be found, one is.
  assert.equal(pairwise.precision, 1 / 2);
  assert.equal(pairwise.recall, 1 / 3);
  assert.equal(bcubed.precision, (1 + 1 + 0.5 + 0.5) / 4);
  assert.equal(bcubed.recall, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
});

test('scoreClusters gives full marks to the same grouping under other names', () => {
  const { pairwise, bcubed } = scoreClusters(['a', 'b', 'a'], [7, 9, 7]);
  assert.deepEqual([pairwise.f1, bcubed.f1], [1, 1]);
});
