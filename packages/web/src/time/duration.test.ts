import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationWords } from './duration.ts';

test('a duration is said in words', () => {
  assert.equal(durationWords('PT17M'), '17 minutes');
  assert.equal(durationWords('PT1H30M'), '1 hour 30 minutes');
  assert.equal(durationWords('P1M'), '1 month');
  assert.equal(durationWords('about an hour'), 'about an hour');
});
