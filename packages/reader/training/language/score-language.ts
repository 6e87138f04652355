import { analyse } from '../../src/language/analyse.ts';
import type { LanguageModel } from '../../src/language/language-model.ts';
import { RELATIONS } from '../../src/language/relations.ts';
import type { Document } from './treebank.ts';

/** Shares between 0 and 1, over the tokens of the usable sentences; all but tags and names leave punctuation out. */
export interface LanguageScores {
  tags: number;
  lemmas: number;
  /** Right heads, and right heads with the right relation. */
  heads: number;
  labelled: number;
  /** F1 over whole names with the right type; NaN where names are not annotated. */
  names: number;
}

const PUNCT = RELATIONS.indexOf('punct');

/** Compares what a model finds in annotated documents with their annotation. */
export function scoreLanguage(documents: readonly Document[], model: LanguageModel): LanguageScores {
  let tokens = 0;
  let words = 0;
  const right = { tags: 0, lemmas: 0, heads: 0, labelled: 0, names: 0 };
  let namesFound = 0;
  let namesMarked = 0;
  for (const document of documents) {
    const found = analyse(document.tokens, document.sentences, model);
    for (let s = 0; s < document.sentences.count; s++) {
      if (!document.usable[s]) continue;
      const first = document.sentences.first[s];
      const end = document.sentences.end[s];
      for (let i = first; i < end; i++) {
        tokens++;
        if (found.tag[i] === document.tag[i]) right.tags++;
        if (document.relation[i] === PUNCT) continue;
        words++;
        if (found.lemma[i] === document.lemma[i]) right.lemmas++;
        if (found.head[i] !== document.head[i]) continue;
        right.heads++;
        if (found.relation[i] === document.relation[i]) right.labelled++;
      }
      const marked = nameKeys(document.name, first, end);
      const proposed = nameKeys(found.name, first, end);
      namesMarked += marked.size;
      namesFound += proposed.size;
      for (const key of proposed) if (marked.has(key)) right.names++;
    }
  }
  return {
    tags: right.tags / tokens,
    lemmas: right.lemmas / words,
    heads: right.heads / words,
    labelled: right.labelled / words,
    names: documents.some((document) => document.named) ? (2 * right.names) / (namesFound + namesMarked) : Number.NaN,
  };
}

/** Each name of a sentence as "first-end-type". */
function nameKeys(names: Uint8Array, first: number, end: number): Set<string> {
  const keys = new Set<string>();
  for (let i = first; i < end; ) {
    let next = i + 1;
    while (next < end && names[next] === names[i]) next++;
    if (names[i] > 0) keys.add(`${i}-${next}-${names[i]}`);
    i = next;
  }
  return keys;
}
