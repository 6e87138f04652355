import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs } from '../article/paragraphs.ts';
import { analyse } from '../language/analyse.ts';
import { splitSentences } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import { loadModel } from '../model/load-model.ts';
import { LIKELY_CUE } from './cues.ts';
import { findNestedCues } from './nested-cues.ts';
import { findQuotations } from './quotations.ts';

const model = loadModel();

/** The likely cues inside the contents of a text. */
function nestedIn(text: string, ...contents: string[]): string[] {
  const tokens = tokenize(text);
  const blocks = paragraphs(text).map((span) => ({ ...span, kind: 'paragraph' as const }));
  const sentences = splitSentences(tokens, blocks);
  const language = analyse(tokens, sentences, model.language);
  const ranges = contents.map((content) => {
    const start = text.indexOf(content);
    const inside = Array.from({ length: tokens.count }, (_, token) => token).filter(
      (token) => tokens.start[token] >= start && tokens.end[token] <= start + content.length,
    );
    return { first: inside[0], end: inside[inside.length - 1] + 1 };
  });
  return findNestedCues(language, findQuotations(tokens, sentences, blocks), ranges, model.cues)
    .filter(({ score }) => score >= LIKELY_CUE)
    .map(({ first, end }) => text.slice(tokens.start[first], tokens.end[end - 1]));
}

test('a report inside a report has a cue of its own', () => {
  assert.deepEqual(
    nestedIn('Officials said the army believed the bridge was mined.', 'the army believed the bridge was mined'),
    ['believed'],
  );
});

test('a report inside a quotation has a cue of its own', () => {
  const quotation = '"Marsh told me that the harbour was full,"';
  assert.deepEqual(nestedIn(`${quotation} Venn said.`, quotation), ['told']);
});

test('nothing outside the contents is found', () => {
  assert.deepEqual(nestedIn('Venn said the boats left at noon. Marsh denied it.', 'the boats left at noon'), []);
  assert.deepEqual(nestedIn('Venn said the boats left at noon.'), []);
});
