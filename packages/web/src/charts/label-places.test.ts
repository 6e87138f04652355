import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Labelled, placeLabels } from './label-places.ts';

const CHART = { left: 40, right: 600, bottom: 170 };
const at = (x: number, y: number, width = 16): Labelled => ({ x, top: y, bottom: y, width });

test('a label stands over its mark, under it where another is in the way, nowhere where both are taken', () => {
  const [first, second, third] = placeLabels([at(100, 80), at(108, 80), at(104, 80)], [0, 1, 2], CHART);
  assert.deepEqual([first?.y, second?.y, third], [71, 99, null]);
});

test('a label keeps within the chart, and off the marks of others', () => {
  assert.equal(placeLabels([at(599, 80, 30)], [0], CHART)[0]?.x, 585);
  assert.equal(placeLabels([at(100, 80), at(102, 68)], [0], CHART)[0]?.y, 99);
  assert.deepEqual(placeLabels([at(100, 165), at(102, 153)], [0], CHART), [null, null]);
});

test('of hundreds of points no two labels touch, and those that come first have theirs', () => {
  const marks = Array.from({ length: 400 }, (_, place) => at(44 + place * 1.3, 90 + 60 * Math.sin(place / 9), 24));
  const order = [399, 0, ...marks.keys()].slice(0, 400);
  const placed = placeLabels(marks, order, CHART);
  assert.ok(placed[399] !== null && placed[0] !== null);
  const shown = placed.filter((label) => label !== null);
  for (const one of shown)
    for (const other of shown)
      assert.ok(one === other || Math.abs(one.x - other.x) >= 24 || Math.abs(one.y - other.y) >= 10);
});
