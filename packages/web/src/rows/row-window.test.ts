import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowWindow } from './row-window.ts';

test('only the rows in view are drawn and the others keep their room', () => {
  const window = rowWindow(new Float64Array(10_000), 10_000, 50, 100_000, 101_000);
  assert.deepEqual(window, { first: 2000, last: 2020, before: 100_000, after: 399_000 });
});

test('measured rows count as they are', () => {
  const heights = [200, 0, 10, 0];
  assert.deepEqual(rowWindow(heights, 4, 50, 210, 255), { first: 1, last: 3, before: 200, after: 50 });
});

test('a row stays in view however far the page is scrolled past the list', () => {
  assert.deepEqual(rowWindow([], 3, 50, 9000, 9900), { first: 2, last: 3, before: 100, after: 0 });
  assert.deepEqual(rowWindow([], 3, 50, -900, -100), { first: 0, last: 1, before: 0, after: 100 });
  assert.deepEqual(rowWindow([], 0, 50, 0, 900), { first: 0, last: 0, before: 0, after: 0 });
});

test('the room of the whole list does not depend on what is in view', () => {
  const heights = Float64Array.from({ length: 500 }, (_, row) => (row * 37) % 90);
  const whole = heights.reduce((sum, height) => sum + (height || 60), 0);
  for (let top = -200; top < whole + 400; top += 333) {
    const { first, last, before, after } = rowWindow(heights, 500, 60, top, top + 800);
    const drawn = heights.slice(first, last).reduce((sum, height) => sum + (height || 60), 0);
    assert.equal(before + drawn + after, whole);
  }
});
