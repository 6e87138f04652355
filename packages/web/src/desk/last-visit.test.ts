import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitAt } from './last-visit.ts';

test('what changed is counted from the end of the visit before this one', () => {
  const first = visitAt('2031-03-10T08:00:00Z', { active: null, since: null });
  assert.deepEqual(first, { active: '2031-03-10T08:00:00Z', since: null });
  const sameVisit = visitAt('2031-03-10T08:20:00Z', first);
  assert.deepEqual(sameVisit, { active: '2031-03-10T08:20:00Z', since: null });
  const nextDay = visitAt('2031-03-11T08:00:00Z', sameVisit);
  assert.deepEqual(nextDay, { active: '2031-03-11T08:00:00Z', since: '2031-03-10T08:20:00Z' });
  assert.equal(visitAt('2031-03-11T08:10:00Z', nextDay).since, '2031-03-10T08:20:00Z');
});
