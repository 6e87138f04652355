import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withGaps } from './gaps.ts';
import { checkSince } from './since-check.ts';

const since = { order: 'first' as const, value: '2031-01' };
const audio = (day: string) => ({ medium: 'audio', at: `${day}T00:00:00.000Z` });

test('"first since January" is contradicted by a statement of March', () => {
  const { verdict, why } = checkSince(since, audio('2031-04-07'), [audio('2031-03-02')]);
  assert.equal(verdict, 'contradicted');
  assert.match(why, /2031-03-02/);
});

test('it is consistent with one of January and none between, and unknown without either', () => {
  assert.equal(checkSince(since, audio('2031-04-07'), [audio('2031-01-12')]).verdict, 'consistent');
  assert.equal(checkSince(since, audio('2031-04-07'), [audio('2030-06-01')]).verdict, 'unknown');
});

test('another report of the same statement, a day before, contradicts nothing', () => {
  assert.equal(checkSince(since, audio('2031-04-07'), [audio('2031-04-06')]).verdict, 'unknown');
});

test('a silence of weeks stands between two entries', () => {
  const entry = (at: string) => ({
    at,
    kind: 'statement' as const,
    text: 'speech',
    articleId: 1,
    claimId: null,
    entityId: 2,
    days: null,
  });
  const shown = withGaps([entry('2031-04-07T00:00:00Z'), entry('2031-01-12T00:00:00Z'), entry('2031-01-15T00:00:00Z')]);
  assert.deepEqual(
    shown.map(({ kind, days }) => [kind, days]),
    [
      ['statement', null],
      ['statement', null],
      ['gap', 82],
      ['statement', null],
    ],
  );
});
