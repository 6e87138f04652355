import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { type CompactText, unpackText } from './compact-text.ts';
import { copyFeatures } from './copy-features.ts';
import { FACTS_ONLY, FULL, REPORT, REWRITTEN } from './example-reports.ts';
import { alignSentences } from './sentence-alignment.ts';

const model = loadModel();

function textOf(text: string): CompactText {
  const features = copyFeatures(readAnalysed({ text }, model));
  return unpackText(new Uint8Array(Buffer.from(features.text, 'base64')));
}

/** How alike the sentences are that are second most alike. */
function second(a: string, b: string): number {
  return alignSentences(textOf(a), textOf(b)).pairs[1]?.share ?? 0;
}

test('sentences of a rewrite are aligned, those of a report of the same facts are not', () => {
  assert.ok(second(FULL, REWRITTEN) > 0.6);
  assert.ok(second(FULL, FACTS_ONLY) < 0.4);
});

test('a sentence is aligned with itself in another tense and number', () => {
  const [sentence] = [REPORT[2]];
  const { pairs } = alignSentences(textOf(sentence), textOf(sentence.replaceAll(/\b(\w{5,})s\b/g, '$1')));
  assert.ok(pairs[0].share > 0.95);
});

test('each sentence is aligned with one other at most', () => {
  const { pairs } = alignSentences(textOf(`${REPORT[2]} ${REPORT[2]} ${REPORT[2]}`), textOf(REPORT[2]));
  assert.equal(pairs.length, 1);
});

test('neither a sentence nor a text without end stalls the alignment', () => {
  const words = Array.from({ length: 30_000 }, (_, at) => `word${at % 700}`);
  const unbroken = textOf(words.join(' '));
  const broken = textOf(words.map((word, at) => (at % 9 === 8 ? `${word}.\n\n` : word)).join(' '));
  assert.ok(alignSentences(unbroken, unbroken).pairs.length > 0);
  assert.ok(alignSentences(broken, broken).pairs.length > 0);
});
