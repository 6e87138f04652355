import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stem } from './stem.ts';

describe('stem', () => {
  test('is one for the forms of a word', () => {
    for (const forms of [
      ['behead', 'beheads', 'beheaded', 'beheading'],
      ['release', 'releases', 'released', 'releasing'],
      ['deny', 'denies', 'denied'],
      ['stop', 'stops', 'stopped', 'stopping'],
      ['city', 'cities', "city's"],
      ['die', 'dies', 'died', 'dead', 'death'],
    ]) {
      assert.equal(new Set(forms.map(stem)).size, 1, `${forms.map(stem)}`);
    }
  });

  test('keeps words apart that only end alike', () => {
    assert.notEqual(stem('bus'), stem('bu'));
    assert.notEqual(stem('king'), stem('k'));
    assert.notEqual(stem('isis'), stem('is'));
  });
});
