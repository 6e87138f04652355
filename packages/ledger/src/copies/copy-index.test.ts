import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { copyFeatures } from './copy-features.ts';
import { CopyIndex } from './copy-index.ts';
import { FACTS_ONLY, FULL, QUOTATION_ONLY, REWRITTEN, TRIMMED, TWO_SENTENCES } from './example-reports.ts';

const model = loadModel();
const features = (text: string) => copyFeatures(readAnalysed({ text }, model));

test('each article is related to those before it that it shares text with', () => {
  const index = new CopyIndex<string>();
  const related = (id: string, text: string) =>
    index.add(id, features(text)).map((found) => `${found.id} ${found.decision.label}`);
  assert.deepEqual(related('full', FULL), []);
  assert.deepEqual(related('facts', FACTS_ONLY), []);
  assert.deepEqual(related('quotation', QUOTATION_ONLY), []);
  assert.deepEqual(related('cut', TRIMMED), ['full same']);
  assert.ok(related('rewrite', REWRITTEN).includes('full same'));
  assert.ok(related('plan', TWO_SENTENCES).includes('full part'));
});

test('an article that is all quotation meets its reprint', () => {
  const speech = '"We have waited for the pumps since spring. Nobody in the council ever answered one letter of ours."';
  const index = new CopyIndex<string>();
  index.add('speech', features(speech));
  assert.equal(index.add('reprint', features(speech))[0]?.decision.label, 'same');
});

test('what is kept of an article is small and holds none of its words', () => {
  const kept = JSON.stringify(features(FULL));
  assert.ok(kept.length < FULL.length);
  assert.doesNotMatch(kept, /harbour|barley/);
});
