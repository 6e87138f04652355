import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { unpackText } from './compact-text.ts';
import { copyFeatures } from './copy-features.ts';
import { FULL, REPORT, REWRITTEN } from './example-reports.ts';
import { measureReuse, type ReuseMeasures } from './reuse-measures.ts';
import { indexTiles, tile } from './tiling.ts';

const model = loadModel();

function measure(a: string, b: string): ReuseMeasures {
  const [one, other] = [a, b].map((text) => {
    const features = copyFeatures(readAnalysed({ text }, model));
    return unpackText(new Uint8Array(Buffer.from(features.text, 'base64')));
  });
  return measureReuse(one, other, tile(indexTiles(one), other));
}

test('a rewrite keeps the order of the sentences', () => {
  assert.ok(measure(FULL, REWRITTEN).order > 0.9);
  assert.ok(measure(REPORT.toReversed().join('\n\n'), REWRITTEN).order < 0.5);
});

test('of one pair of sentences nothing is said of the order', () => {
  assert.equal(measure(REPORT[1], REPORT[1]).order, 0.5);
});

test('sentences count less where one begins its text', () => {
  const first = measure(`${REPORT[1]} ${REPORT[4]}`, `${REPORT[1]} ${REPORT[6]}`);
  const last = measure(`${REPORT[4]} ${REPORT[1]}`, `${REPORT[6]} ${REPORT[1]}`);
  assert.ok(first.aligned < last.aligned);
  assert.ok(Math.abs(first.covered - last.covered) < 1e-9);
});

test('measures do not depend on which text comes first', () => {
  assert.deepEqual(measure(FULL, REWRITTEN), measure(REWRITTEN, FULL));
});
