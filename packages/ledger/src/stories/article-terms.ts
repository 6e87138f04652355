import { comparableWord } from '@hearsay/reader/actors/same-name';
import type { Language } from '@hearsay/reader/language/language';
import { NAME_TYPES } from '@hearsay/reader/language/names';
import { TAGS, type Tag } from '@hearsay/reader/language/tags';
import type { AnalysedArticle } from '../analysed-article.ts';
import { hashOf } from '../hash.ts';

/** What a term is made of. */
export const WORD = 0;
export const NAME = 1;
export const PAIR = 2;
export const NUMBER = 3;
export type TermKind = typeof WORD | typeof NAME | typeof PAIR | typeof NUMBER;

/** One term of an article, before it is weighed. */
export interface CountedTerm {
  readonly hash: number;
  kind: TermKind;
  count: number;
  /** How often it stands at the article's beginning. */
  lead: number;
}

/** How many content words are an article's beginning: its headline, its first sentence and most of its second. */
const LEAD_WORDS = 30;

/**
 * The terms that tell what an article is about, by hash: content words by lemma, words of names as they are compared,
 * pairs of neighbouring content words, and numbers. A headline counts as part of the beginning.
 */
export function countTerms({ reading, language }: AnalysedArticle): CountedTerm[] {
  const terms = new Map<number, CountedTerm>();
  const add = (hash: number, kind: TermKind, lead: boolean): void => {
    const term = terms.get(hash);
    if (term === undefined) terms.set(hash, { hash, kind, count: 1, lead: lead ? 1 : 0 });
    else {
      term.count++;
      if (lead) term.lead++;
      if (kind === NAME) term.kind = NAME;
    }
  };
  for (const word of headlineWords(reading.article.title ?? '')) add(termOf(word), WORD, true);
  const { tokens, sentences } = language;
  let seen = 0;
  for (let s = 0; s < sentences.count; s++) {
    let previous = -1;
    for (let i = sentences.first[s]; i < sentences.end[s]; i++) {
      const kind = kindOf(language, i);
      if (kind === undefined) {
        if (!PASSED_OVER.has(TAGS[language.tag[i]])) previous = -1;
        continue;
      }
      const written = tokens.text.slice(tokens.start[i], tokens.end[i]);
      const word = kind === NAME ? comparableWord(withoutPossessive(written)) : language.lemma[i];
      if (word.length < 2 || STOP_LEMMAS.has(word)) continue;
      const hash = termOf(kind === NUMBER ? written.replaceAll(',', '') : word);
      const lead = seen++ < LEAD_WORDS;
      add(hash, kind, lead);
      if (previous >= 0) add(pairOf(previous, hash), PAIR, lead);
      previous = hash;
    }
  }
  return [...terms.values()];
}

/** Tags of the words that say something of a subject. */
const CONTENT_TAGS: ReadonlySet<Tag> = new Set([
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'VB',
  'VBD',
  'VBG',
  'VBN',
  'VBP',
  'VBZ',
  'JJ',
  'JJR',
  'JJS',
  'FW',
]);

/** Tags that may stand inside a pair of words: "head of state". */
const PASSED_OVER: ReadonlySet<Tag> = new Set(['DT', 'IN', 'POS', 'TO']);

/** Verbs and nouns that stand in every report, whatever it is about. */
const STOP_LEMMAS: ReadonlySet<string> = new Set([
  'be',
  'do',
  'get',
  'go',
  'have',
  'make',
  'say',
  'tell',
  'take',
  'come',
  'other',
  'such',
  'own',
  'same',
  'many',
  'more',
  'most',
  'several',
]);

function kindOf(language: Language, token: number): TermKind | undefined {
  if (NAME_TYPES[language.name[token]] !== 'O') return NAME;
  const tag = TAGS[language.tag[token]];
  if (CONTENT_TAGS.has(tag)) return WORD;
  if (tag !== 'CD') return undefined;
  const { text, start, end } = language.tokens;
  return end[token] - start[token] > 1 && isDigit(text.charCodeAt(start[token])) ? NUMBER : undefined;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function withoutPossessive(word: string): string {
  return word.replace(/['’]s?$/, '');
}

function headlineWords(title: string): string[] {
  return (title.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [])
    .map((word) => comparableWord(withoutPossessive(word)))
    .filter((word) => word.length > 3);
}

/**
 * A term is known by 24 bits: an article's hundred terms then take 400 bytes in the ledger, and that two of two articles
 * meet by chance happens once in 1,700 comparisons, with the weight of one term.
 */
function termOf(word: string): number {
  return hashOf(word) >>> 8;
}

function pairOf(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first + 1, 0x9e3779b1) ^ second, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 8;
}
