import type { Reading } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { countTerms, PAIR } from './article-terms.ts';
import { headlineOf } from './headline.ts';
import type { TermRarity } from './term-rarity.ts';
import type { TermVector } from './term-vector.ts';

/** What an article is about, for comparison with others. */
export interface StoryFeatures {
  /** What a story would be called after this article. */
  headline: string;
  /** Whether that is the article's own headline, not words of its text. */
  isTitled: boolean;
  /** Its weightiest terms, weightiest first: `packTerms`. */
  terms: string;
}

/** Tuned on the training topics of the stance corpus, three folds of topics, thrice: 60 terms lose 0.005 of pairwise F1. */
const MOST_TERMS = 100;
/** Terms of an article that the ledger keeps, to take it out of its story and to put a story together anew. */
const KEPT_TERMS = 60;
/** In base64, four bytes a term: whole terms end where characters do if their number is divisible by three. */
const CHARACTERS_PER_TERM = 16 / 3;
/** A term of the headline or the first sentences weighs this much more; 1.5 and 2 are no better. */
const LEAD_WEIGHT = 1.3;
/** A pair of words weighs half: its words count by themselves too. */
const PAIR_WEIGHT = 0.5;

/** The terms that tell what an article is about, weighed by how often they stand in it and how rare they are elsewhere. */
export function storyFeatures(article: AnalysedArticle, rarity: TermRarity): StoryFeatures {
  const weighed: { hash: number; weight: number }[] = [];
  for (const { hash, kind, count, lead } of countTerms(article)) {
    const weight =
      (1 + Math.log(count)) * rarity.of(hash) * (lead > 0 ? LEAD_WEIGHT : 1) * (kind === PAIR ? PAIR_WEIGHT : 1);
    if (weight > 0) weighed.push({ hash, weight });
  }
  weighed.sort((a, b) => b.weight - a.weight || a.hash - b.hash);
  const kept = weighed.slice(0, MOST_TERMS);
  const unit = 255 / (kept[0]?.weight ?? 1);
  return {
    ...titleFeatures(article.reading),
    terms: packTerms(kept.map(({ hash, weight }) => [hash, Math.max(1, Math.round(weight * unit))])),
  };
}

/** The terms of `StoryFeatures`, the weightiest of them. */
export type KeptTerms = Pick<StoryFeatures, 'terms'>;

export function keptTerms({ terms }: StoryFeatures): KeptTerms {
  return { terms: terms.slice(0, KEPT_TERMS * CHARACTERS_PER_TERM) };
}

/** The features of an article out of what the ledger has of it. */
export function storedStoryFeatures({ terms }: KeptTerms, reading: Reading): StoryFeatures {
  return { ...titleFeatures(reading), terms };
}

function titleFeatures(reading: Reading): Pick<StoryFeatures, 'headline' | 'isTitled'> {
  const { title } = reading.article;
  return { headline: headlineOf(reading), isTitled: title !== undefined && title.trim() !== '' };
}

/** Each term's three bytes and its weight's one, in base64. */
function packTerms(terms: readonly [hash: number, weight: number][]): string {
  const bytes = new Uint8Array(terms.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, [hash, weight]] of terms.entries()) view.setUint32(at * 4, hash * 256 + weight);
  return Buffer.from(bytes).toString('base64');
}

/** The terms of an article as a vector of length 1. */
export function termsOf({ terms }: KeptTerms): TermVector {
  const bytes = Buffer.from(terms, 'base64');
  const vector: TermVector = new Map();
  let squares = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) squares += bytes[at + 3] ** 2;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let at = 0; at + 4 <= bytes.length; at += 4) vector.set(bytes.readUIntBE(at, 3), bytes[at + 3] * scale);
  return vector;
}
