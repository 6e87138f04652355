import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { unpackText } from './compact-text.ts';
import { type CopyDecision, compareTexts } from './copy-decision.ts';
import { copyFeatures } from './copy-features.ts';
import { FACTS_ONLY, FULL, QUOTATION_ONLY, REPORT, REWRITTEN, TRIMMED, TWO_SENTENCES } from './example-reports.ts';

const model = loadModel();

function compare(a: string, b: string): CopyDecision {
  const [one, other] = [a, b].map((text) => {
    const features = copyFeatures(readAnalysed({ text }, model));
    return unpackText(new Uint8Array(Buffer.from(features.text, 'base64')));
  });
  return compareTexts(one, other);
}

test('a reprint is the same text, all of it', () => {
  const { label, overlap, passages } = compare(FULL, FULL);
  assert.deepEqual([label, overlap], ['same', 1]);
  assert.deepEqual(passages, [{ a: { start: 0, end: FULL.length }, b: { start: 0, end: FULL.length } }]);
});

test('a trimmed reprint is the same text', () => {
  const { label, overlap } = compare(TRIMMED, FULL);
  assert.equal(label, 'same');
  assert.ok(overlap > 0.95);
});

test('a light rewrite is the same text', () => {
  assert.equal(compare(FULL, REWRITTEN).label, 'same');
});

test('a shared quotation alone makes no copy', () => {
  assert.equal(compare(FULL, QUOTATION_ONLY).label, null);
});

test('words announced by a colon are quoted, marks or none', () => {
  const letter = `${REPORT[1]} ${REPORT[2]} ${REPORT[4]}`;
  const one = `${FACTS_ONLY}\n\nThe letter of the ferry's master reads:\n\n${letter}\n\nNobody has confirmed it.`;
  const other = `The mayor was shown a paper on Friday. In it the master wrote:\n\n${letter}\n\nHe would not comment further on what it says.`;
  assert.equal(compare(one, other).label, null);
});

test('a quotation of several paragraphs is quoted to where the texts part', () => {
  const letter = `${REPORT[1]}\n\n${REPORT[2]}\n\n${REPORT[4]}`;
  const ofAnother = TWO_SENTENCES.split('\n\n').filter((sentence) => !REPORT.includes(sentence));
  const one = `${QUOTATION_ONLY}\n\nThe letter of the ferry's master reads:\n\n${letter}\n\nNobody has confirmed it.`;
  const other = `${ofAnother.join('\n\n')}\n\nIn a paper that he was shown the master wrote:\n\n${letter}\n\nHe would not comment on it.`;
  assert.equal(compare(one, other).label, null);
});

test('two sentences lightly rewritten make a part too', () => {
  const taken = TWO_SENTENCES.replace(
    REPORT[2],
    'For more than an hour volunteers from three villages had carried water in buckets before the first engine reached the quay.',
  ).replace(
    REPORT[4],
    'The store had held about nine hundred tonnes of barley, to be shipped to the islands before winter storms set in.',
  );
  assert.equal(compare(taken, FULL).label, 'part');
});

test('the same facts in other words make no copy', () => {
  assert.equal(compare(FULL, FACTS_ONLY).label, null);
  assert.deepEqual(compare(FULL, FACTS_ONLY).passages, []);
});

test('two sentences taken over make a part, and are shown in both', () => {
  const { label, passages } = compare(TWO_SENTENCES, FULL);
  assert.equal(label, 'part');
  const shown = passages.map(({ a, b }) => [TWO_SENTENCES.slice(a.start, a.end), FULL.slice(b.start, b.end)]);
  assert.deepEqual(shown, [
    [REPORT[2], REPORT[2]],
    [REPORT[4], REPORT[4]],
  ]);
});

test('what a site says under every article makes no copy', () => {
  const footer =
    'We want to hear from you! Leave us your thoughts in the comments below! Follow us on Twitter, like the Lenn Tide on Facebook and subscribe to our newsletter for more news from the coast every morning before you leave the house!';
  assert.equal(
    compare(`${FACTS_ONLY}\n\n${footer}`, `The ferries go every hour again since Monday.\n\n${footer}`).label,
    null,
  );
});

test('the order of the two makes no difference', () => {
  const [there, back] = [compare(FULL, REWRITTEN), compare(REWRITTEN, FULL)];
  assert.deepEqual([there.label, there.overlap], [back.label, back.overlap]);
});

test('texts without words, and in other languages, are compared too', () => {
  const german = 'In der Nacht auf Mittwoch brannte der Speicher im Hafen von Lenn nieder. '
    .repeat(1)
    .concat(
      'Vier Arbeiter kamen mit Verbrennungen in die Klinik, und die Feuerwehr aus drei Dörfern trug das Wasser in Eimern heran.',
    );
  assert.equal(compare('', FULL).label, null);
  assert.equal(compare(german, german).label, 'same');
});

test('a word repeated without end does not stall the comparison', () => {
  const stalled = 'again '.repeat(20_000);
  assert.equal(compare(stalled, stalled).label, 'same');
});
