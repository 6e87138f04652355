import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparableWord, compatibleGivenNames, isAcronymOf, isMisspelling } from './same-name.ts';

test('accents, dots and the Arabic article do not part a name', () => {
  assert.equal(comparableWord('al-Velhadi'), 'velhadi');
  assert.equal(comparableWord('Ángel'), 'angel');
  assert.equal(comparableWord('U.N.'), 'un');
});

test('one typing error is forgiven in a long word and none in a short one', () => {
  assert.ok(isMisspelling('velhadi', 'velhdi'));
  assert.ok(isMisspelling('velhadi', 'vehladi'));
  assert.ok(isMisspelling('velhadi', 'velhady'));
  assert.ok(!isMisspelling('khan', 'khar'));
  assert.ok(!isMisspelling('velhadi', 'malhadi'));
});

test('an initial and a short form go with the given name', () => {
  assert.ok(compatibleGivenNames('j', 'james'));
  assert.ok(compatibleGivenNames('jim', 'james'));
  assert.ok(!compatibleGivenNames('jane', 'james'));
});

test('an acronym may leave out small words or count them', () => {
  assert.ok(isAcronymOf('BHO', ['Bureau', 'of', 'Harbour', 'Orders']));
  assert.ok(isAcronymOf('B.O.H.O.', ['Bureau', 'of', 'Harbour', 'Orders']));
  assert.ok(!isAcronymOf('BHX', ['Bureau', 'of', 'Harbour', 'Orders']));
});
