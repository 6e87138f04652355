import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { readBody } from './body.ts';
import { readClaim } from './claim.ts';
import { CLAIM_STANDINGS, writeClaimStandings } from './claim-standings.ts';
import { loadStanceModel } from './load-stance-model.ts';
import { matchClaim } from './match.ts';

const reader = loadModel();
const { background } = loadStanceModel();

function standingsOf(claim: string, text: string): (feature: string) => number {
  const body = readBody(readAnalysed({ text }, reader));
  const read = readClaim(claim);
  const row = new Float32Array(CLAIM_STANDINGS.length);
  writeClaimStandings(read, body, matchClaim(read, body, background), row);
  return (feature) => row[CLAIM_STANDINGS.indexOf(feature)];
}

describe('writeClaimStandings', () => {
  const claim = 'Mayor of Lenn resigns';

  test('tells what a report says itself from what it has others say', () => {
    const own = standingsOf(claim, 'The mayor of Lenn resigned on Monday.');
    const others = standingsOf(claim, 'According to two officials, the mayor of Lenn resigned on Monday.');
    assert.equal(own("claim's words in its own voice"), 1);
    assert.equal(others("claim's words in its own voice"), 0);
    assert.equal(own("claim's words everywhere: attributed"), 0);
    assert.ok(others("claim's words everywhere: attributed") > 0.99);
  });

  test('hears a doubt only where it stands near', () => {
    const far = standingsOf(claim, 'The mayor of Lenn resigned on Monday. Whether it will rain tomorrow is unclear.');
    const near = standingsOf(claim, 'It is unclear whether the mayor of Lenn resigned.');
    assert.equal(far("claim's words everywhere: doubts"), 0);
    assert.ok(near("claim's words everywhere: doubts") > 0.5);
  });

  test('finds nothing where the body has nothing of the claim', () => {
    const none = standingsOf(claim, 'A goat slept on a roof.');
    assert.ok(CLAIM_STANDINGS.every((feature) => none(feature) === 0));
  });
});
