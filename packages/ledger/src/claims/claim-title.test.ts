import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimTitle } from './claim-title.ts';

for (const [text, title] of [
  ['that he was wounded near the bridge', 'He was wounded near the bridge'],
  ['and would not return to Sarn', 'Would not return to Sarn'],
  ['and that Tamas Orel was alive', 'Tamas Orel was alive'],
  ['But the ferry sails', 'The ferry sails'],
  ['whether the dam holds', 'The dam holds'],
  ['the strike might be called off', 'The strike might be called off'],
  ['that night the bridge was hit', 'That night the bridge was hit'],
  ['as many as 14 people died', 'As many as 14 people died'],
  ['Android phones were taken', 'Android phones were taken'],
  ['iLenn stopped its sales', 'iLenn stopped its sales'],
  ['“we are not leaving”', '“We are not leaving”'],
  ['écoles were closed', 'Écoles were closed'],
  ['14 people died', '14 people died'],
  ['and', 'And'],
] as const) {
  test(`“${text}” is headed “${title}”`, () => assert.equal(claimTitle(text), title));
}
