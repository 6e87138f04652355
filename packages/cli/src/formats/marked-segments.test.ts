import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exampleReading } from '@hearsay/ledger/exports/example-reading';
import { markedSegments } from './marked-segments.ts';

describe('markedSegments', () => {
  test('covers the text once, each stretch under its marks from the outermost in', () => {
    const { text, assertions } = exampleReading;
    const segments = markedSegments(text.length, assertions, []);
    assert.equal(segments.map(({ start, end }) => text.slice(start, end)).join(''), text);
    const bridge = segments.find(({ start }) => start === text.indexOf('the bridge'));
    assert.deepEqual(
      bridge?.marks.map(({ assertion }) => assertion.id),
      ['a1', 'a2', 'a3'],
    );
  });

  test('a text full of overlapping marks stays linear', () => {
    const length = 100_000;
    const [first] = exampleReading.assertions;
    const many = Array.from({ length: length / 2 }, (_, start) => ({ ...first, content: [{ start, end: length }] }));
    assert.ok(markedSegments(length, many, []).every(({ marks }) => marks.length <= 8));
  });
});
