import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate } from './dates.ts';

const CASES: [stated: string, iso: string | undefined][] = [
  ['2031-04-02', '2031-04-02'],
  ['2031-04-02T07:15:00+02:00', '2031-04-02T07:15:00+02:00'],
  ['2031-04-02T07:15:09.123Z', '2031-04-02T07:15:09Z'],
  ['2031-04-02 07:15:00 +0530', '2031-04-02T07:15:00+05:30'],
  ['2031-04-02T07:15', '2031-04-02T07:15:00'],
  ['20310402T071500Z', '2031-04-02T07:15:00Z'],
  ['2031/4/2', '2031-04-02'],
  ['Wed, 02 Apr 2031 07:15:00 GMT', '2031-04-02T07:15:00Z'],
  ['April 2, 2031 at 7:15 p.m. EDT', '2031-04-02T19:15:00-04:00'],
  ['2nd of April 2031', '2031-04-02'],
  ['Published 12:05 AM, Apr. 2, 2031', '2031-04-02T00:05:00'],
  ['1932902100', '2031-04-02T13:15:00Z'],
  ['1932902100000', '2031-04-02T13:15:00Z'],
  ['2031-02-30', undefined],
  ['2031-13-01', undefined],
  ['yesterday', undefined],
  ['', undefined],
];

test('reads the dates that pages state, with the zone where they give one', () => {
  for (const [stated, iso] of CASES) assert.equal(isoDate(stated), iso, stated);
});
