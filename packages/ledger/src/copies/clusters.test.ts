import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusters } from './clusters.ts';

test('articles that are the same through others are one cluster', () => {
  assert.deepEqual(
    clusters(
      [1, 2, 3, 4],
      [
        [1, 2],
        [2, 3],
      ],
      [],
    ),
    [[1, 2, 3], [4]],
  );
});

test('two that an editor keeps apart do not come together through a third', () => {
  assert.deepEqual(
    clusters(
      [1, 2, 3],
      [
        [1, 3],
        [2, 3],
      ],
      [[1, 2]],
    ),
    [[1, 3], [2]],
  );
});
