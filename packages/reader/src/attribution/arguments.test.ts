import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs } from '../article/paragraphs.ts';
import { analyse } from '../language/analyse.ts';
import type { Language } from '../language/language.ts';
import { splitSentences } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import { loadModel } from '../model/load-model.ts';
import { findAttributions } from './arguments.ts';
import type { Attribution, TokenRange } from './attribution.ts';
import { findCues } from './cues.ts';
import { findQuotations } from './quotations.ts';

const model = loadModel();

interface Found {
  text: string;
  language: Language;
  attributions: Attribution[];
}

function find(text: string): Found {
  const tokens = tokenize(text);
  const blocks = paragraphs(text).map((span) => ({ ...span, kind: 'paragraph' as const }));
  const language = analyse(tokens, splitSentences(tokens, blocks), model.language);
  const quotations = findQuotations(tokens, language.sentences, blocks);
  const cues = findCues(language, quotations, model.cues);
  return { text, language, attributions: findAttributions(language, quotations, cues, model.arguments) };
}

function words({ text, language: { tokens } }: Found, ranges: readonly TokenRange[]): string[] {
  return ranges.map(({ first, end }) => text.slice(tokens.start[first], tokens.end[end - 1]));
}

/** The attribution whose cue holds a word. */
function around(found: Found, word: string): { source: string[]; content: string[] } {
  const attribution = found.attributions.find(({ cue }) => cue && words(found, [cue])[0].split(' ').includes(word));
  assert.ok(attribution, `no attribution around "${word}"`);
  return { source: words(found, attribution.source), content: words(found, attribution.content) };
}

test('a content keeps its "that" and leaves the full stop', () => {
  const found = find('The minister said on Monday that the bridge at Orlec would reopen in May.');
  assert.deepEqual(around(found, 'said'), {
    source: ['The minister'],
    content: ['that the bridge at Orlec would reopen in May'],
  });
});

test('a quotation that its cue interrupts is one content in two segments', () => {
  const found = find('“We were never asked,” Vellamo said. “Nobody told us that the dam was closing.”');
  assert.deepEqual(around(found, 'said'), {
    source: ['Vellamo'],
    content: ['“We were never asked,”', '“Nobody told us that the dam was closing.”'],
  });
});

test('a source is taken with its title and apposition', () => {
  const found = find('“It is over,” said Mara Vell, a spokeswoman for the Orlec police.');
  assert.deepEqual(around(found, 'said').source, ['Mara Vell, a spokeswoman for the Orlec police']);
});

test('"according to" takes the rest of its clause', () => {
  const found = find('According to the harbour office, two ships have left Orlec.');
  assert.deepEqual(around(found, 'According'), {
    source: ['the harbour office'],
    content: ['two ships have left Orlec'],
  });
});
