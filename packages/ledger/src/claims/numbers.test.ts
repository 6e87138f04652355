import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compatibleRanges, rangeOf } from './numbers.ts';

test('numbers are compared as the ranges that they mean', () => {
  const atLeast23 = rangeOf(23, 'killed at least');
  const moreThan20 = rangeOf(20, 'more than');
  assert.ok(compatibleRanges(atLeast23, rangeOf(30, '')));
  assert.ok(compatibleRanges(moreThan20, atLeast23));
  assert.ok(!compatibleRanges(atLeast23, rangeOf(20, '')));
  assert.ok(!compatibleRanges(moreThan20, rangeOf(20, '')), '"more than 20" is not 20');
  assert.ok(!compatibleRanges(rangeOf(12, 'fewer than'), rangeOf(12, '')));
  assert.ok(compatibleRanges(rangeOf(100, 'about'), rangeOf(104, '')));
  assert.ok(!compatibleRanges(rangeOf(3, 'at least'), rangeOf(30, 'at least')), 'who says 3 does not bear out 30');
});
