import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certaintyOfClaim } from './certainty-of-claim.ts';

test('a denial holds that the claim is not so, as firmly as it is said, wherever its negation stands', () => {
  assert.equal(certaintyOfClaim('CT+', 'against'), 'CT-');
  assert.equal(certaintyOfClaim('CT-', 'against'), 'CT-');
  assert.equal(certaintyOfClaim('PR+', 'against'), 'PR-');
  assert.equal(certaintyOfClaim('PS-', 'against'), 'PS-');
});

test('who says that a claim of something that did not happen is right holds it as so', () => {
  assert.equal(certaintyOfClaim('CT-', 'for'), 'CT+');
  assert.equal(certaintyOfClaim('PS+', 'for'), 'PS+');
});

test('who leaves it open holds it neither way', () => {
  assert.equal(certaintyOfClaim('Uu', 'observing'), 'Uu');
});
