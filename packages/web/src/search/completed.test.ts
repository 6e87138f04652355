import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completed } from './completed.ts';

test('a suggestion takes the place of the last word', () => {
  assert.equal(completed('toll sp', 'speaker:'), 'toll speaker:');
  assert.equal(completed('speaker:Lis', 'speaker:"Brana Lisk"'), 'speaker:"Brana Lisk" ');
  assert.equal(completed('', 'status:disputed'), 'status:disputed ');
});

test('quoted words count as one', () => {
  assert.equal(completed('ferry speaker:"Brana L', 'speaker:"Brana Lisk"'), 'ferry speaker:"Brana Lisk" ');
});
