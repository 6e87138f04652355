import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonRows, foldUnchanged } from './comparison-rows.ts';

test('paragraphs of two revisions stand side by side', () => {
  const rows = comparisonRows([
    { kind: 'same', text: 'One.\n\nTwo ' },
    { kind: 'cut', text: 'dead' },
    { kind: 'added', text: 'hurt' },
    { kind: 'same', text: ' men.\n\nThree.\n\n' },
    { kind: 'added', text: 'Four.' },
  ]);
  const plain = rows.map(({ before, after, changed }) => [
    before.map(({ text }) => text).join(''),
    after.map(({ text }) => text).join(''),
    changed,
  ]);
  assert.deepEqual(plain, [
    ['One.', 'One.', false],
    ['Two dead men.', 'Two hurt men.', true],
    ['Three.', 'Three.', false],
    ['', 'Four.', true],
  ]);
});

test('a paragraph that was cut whole stands alone', () => {
  const rows = comparisonRows([
    { kind: 'same', text: 'One.\n\n' },
    { kind: 'cut', text: 'Two.\n\n' },
    { kind: 'same', text: 'Three.' },
  ]);
  assert.deepEqual(
    rows.map(({ before, after }) => [before.length, after.length]),
    [
      [1, 1],
      [1, 0],
      [1, 1],
    ],
  );
});

test('paragraphs without a change are folded between those with one', () => {
  const rows = comparisonRows([
    { kind: 'same', text: 'A.\n\nB.\n\n' },
    { kind: 'cut', text: 'C.' },
    { kind: 'same', text: '\n\nD.' },
  ]);
  assert.deepEqual(
    foldUnchanged(rows).map((row) => ('changed' in row ? 'changed' : row.length)),
    [2, 'changed', 1],
  );
});
