import { wordParts } from '../word-parts.ts';

/** One wording of a claim beside the claim's own text. */
export interface WordingVariant {
  words: string;
  /** In order: what both have, what this wording adds, what of the claim's text it cuts. */
  parts: { kind: 'same' | 'added' | 'cut'; text: string }[];
  /** How many assertions have it. */
  count: number;
  quotation: boolean;
  articleIds: number[];
}

/** An assertion's words, as its article has them. */
export interface Worded {
  words: string;
  quotation: boolean;
  articleId: number;
}

const MOST_VARIANTS = 50;

/**
 * The wordings of a claim, the most frequent first, each compared with the claim's text word by word. Wordings that differ
 * only in marks, capitals and punctuation are one. At most fifty are compared.
 */
export function variantsOf(text: string, assertions: readonly Worded[]): WordingVariant[] {
  const groups = Map.groupBy(assertions, ({ words }) => splitWords(words).map(plain).filter(Boolean).join(' '));
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_VARIANTS)
    .map((same) => ({
      words: same[0].words,
      parts: wordParts(text, same[0].words),
      count: same.length,
      quotation: same.some(({ quotation }) => quotation),
      articleIds: [...new Set(same.map(({ articleId }) => articleId))],
    }));
}

function splitWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
