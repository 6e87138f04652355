import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs } from '../article/paragraphs.ts';
import { analyse } from '../language/analyse.ts';
import { splitSentences } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import { loadModel } from '../model/load-model.ts';
import type { Cue } from './attribution.ts';
import { findCues, LIKELY_CUE } from './cues.ts';
import { findQuotations } from './quotations.ts';

const model = loadModel();

/** All cues of a text, doubtful ones too. */
function everyCue(text: string): (Cue & { text: string })[] {
  const tokens = tokenize(text);
  const blocks = paragraphs(text).map((span) => ({ ...span, kind: 'paragraph' as const }));
  const sentences = splitSentences(tokens, blocks);
  const language = analyse(tokens, sentences, model.language);
  const cues = findCues(language, findQuotations(tokens, sentences, blocks), model.cues);
  return cues.map((cue) => ({ ...cue, text: text.slice(tokens.start[cue.first], tokens.end[cue.end - 1]) }));
}

function cuesOf(text: string): (Cue & { text: string })[] {
  return everyCue(text).filter(({ score }) => score >= LIKELY_CUE);
}

function words(text: string): string[] {
  return cuesOf(text).map((cue) => cue.text);
}

/** The act of the one cue of a sentence. */
function act(text: string): string {
  const [cue, ...others] = cuesOf(text);
  assert.deepEqual(
    others.map((other) => other.text),
    [],
  );
  assert.ok(cue, `no cue in: ${text}`);
  return cue.act;
}

test('verbs of speech are cues, before, inside and after what is said', () => {
  assert.deepEqual(words('Mayor Orla Venn said that the bridge would open in June.'), ['said']);
  assert.deepEqual(words('"The bridge is safe," Venn said. "We tested it twice."'), ['said']);
  assert.deepEqual(words('The bridge would open in June, the mayor told reporters.'), ['told']);
});

test('a cue takes its auxiliaries, negation and adverbs', () => {
  assert.deepEqual(words('Tevin Marsh has repeatedly denied that he took the money.'), ['has repeatedly denied']);
  assert.deepEqual(words('Marsh did not say whether he would resign.'), ['did not say']);
  assert.deepEqual(words('"It was a mistake," Marsh also said.'), ['also said']);
});

test('prepositions can be cues', () => {
  assert.deepEqual(words('According to the Velmora Police, two men were arrested on Friday.'), ['According to']);
});

test('thought, hope and fear are cues as speech is', () => {
  assert.deepEqual(words('Officials in Velmora believe that the fire was set on purpose.'), ['believe']);
  assert.deepEqual(words('Residents fear that the dam could break.'), ['fear']);
});

test('deeds are no cues', () => {
  assert.deepEqual(words('The bus left Velmora at noon. It reached the coast two hours later.'), []);
  assert.deepEqual(words('Firefighters carried the equipment up the hill and put out the fire.'), []);
});

test('doubtful cues are handed on with a low score, likely ones with a high one', () => {
  const text = 'Marsh said the harbour was full. Traffic doubled, and the council took the problem seriously.';
  const scores = everyCue(text).map(({ score }) => score);
  assert.ok(Math.max(...scores) > 0.8);
  assert.ok(Math.min(...scores) < LIKELY_CUE);
});

test('a cue says what its source does', () => {
  assert.equal(act('The minister said that the border would stay closed.'), 'statement');
  assert.equal(act('The minister told the guards to close the border.'), 'order');
  assert.equal(act('The minister urged residents to stay at home.'), 'order');
  assert.equal(act('The minister thinks that the border should be closed.'), 'knowledge');
  assert.equal(act('The minister promised to close the border.'), 'intention');
  assert.equal(act('The minister praised the guards for their patience.'), 'attitude');
  assert.equal(act('The minister declined to comment.'), 'statement');
});

test('cues stand in order and within one sentence', () => {
  const text = 'Venn said the road was closed. Marsh replied that it was open, and Oduya added that both were wrong.';
  const cues = cuesOf(text);
  assert.deepEqual(
    cues.map((cue) => cue.text),
    ['said', 'replied', 'added'],
  );
  for (const { first, head, end } of cues) assert.ok(first <= head && head < end);
});

test('a sentence of twenty thousand verbs is read, and a text of no words', () => {
  assert.ok(everyCue('"said '.repeat(20_000)).every(({ first, end }) => first < end));
  assert.deepEqual(everyCue(''), []);
});
