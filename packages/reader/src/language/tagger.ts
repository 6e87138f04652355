import { FeatureList, FeatureScorer, type FeatureTable, lead } from './hashing.ts';
import type { Sentences } from './language.ts';
import { type Lexicon, lookUp } from './lexicon.ts';
import { TAGS } from './tags.ts';
import { LOWER, NUMBER, TITLE, type Words, WRITTEN } from './words.ts';

/** Weights of the tagger: a greedy averaged perceptron (Collins 2002) over hashed features. */
export interface TaggerModel {
  /** Classes are `TAGS`. */
  readonly table: FeatureTable;
  /** The most frequent tag of each known form, plus `SURE` where it has no other. */
  readonly lexicon: Lexicon;
}

/** Added to the tag of a form in the lexicon that needs no context. */
export const SURE = 64;
/** Stands for the tag before the first word, and for the lexicon's answer to an unknown one. */
const NO_TAG = TAGS.length;
const OUTSIDE = 0x5bd1e995;

/** Tags every token, from left to right: each decision sees the two tags before it. */
export function tagWords(words: Words, sentences: Sentences, model: TaggerModel): Uint8Array {
  const tags = new Uint8Array(words.count);
  const common = commonTags(words, model.lexicon);
  const scorer = new FeatureScorer(model.table, TAGS.length);
  const features = newTaggerFeatures();
  for (let s = 0; s < sentences.count; s++) {
    const first = sentences.first[s];
    const end = sentences.end[s];
    for (let i = first; i < end; i++) {
      if (isSure(words, common, i)) {
        tags[i] = common[i] - SURE;
        continue;
      }
      taggerFeatures(words, common, tags, first, end, i, features);
      tags[i] = scorer.best(features);
    }
  }
  return tags;
}

/** What the lexicon knows of each token, `NO_TAG` where nothing. */
export function commonTags(words: Words, lexicon: Lexicon): Uint8Array {
  const { count, form, same } = words;
  const common = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    if (same[i] !== i) common[i] = common[same[i]];
    else {
      const known = lookUp(lexicon, form[i]);
      common[i] = known < 0 ? NO_TAG : known;
    }
  }
  return common;
}

/** Whether the lexicon alone decides: a sure form in its ordinary case. */
export function isSure(words: Words, common: Uint8Array, i: number): boolean {
  if (common[i] < SURE) return false;
  const shape = words.shape[i];
  if (shape & TITLE) return false;
  const written = shape & WRITTEN;
  return written === LOWER || written >= NUMBER;
}

/** A list for what `taggerFeatures` tells. */
export const newTaggerFeatures = () => new FeatureList(21, 0);

/** Puts down and hashes a token's features: its form and letters, its neighbours, the tags before it. */
export function taggerFeatures(
  words: Words,
  common: Uint8Array,
  tags: Uint8Array,
  first: number,
  end: number,
  i: number,
  out: FeatureList,
): void {
  const { form, suffix, prefix, shape } = words;
  const w = form[i];
  const x = suffix[i];
  const ending = x & 0xfffff;
  const s = shape[i];
  const known = common[i] & 63;
  const t1 = i > first ? tags[i - 1] : NO_TAG;
  const t2 = i > first + 1 ? tags[i - 2] : NO_TAG;
  const w1 = i > first ? form[i - 1] : OUTSIDE;
  const w2 = i > first + 1 ? form[i - 2] : OUTSIDE;
  const n1 = i + 1 < end ? form[i + 1] : OUTSIDE;
  const n2 = i + 2 < end ? form[i + 2] : OUTSIDE;
  const k1 = i + 1 < end ? common[i + 1] & 63 : NO_TAG + 1;
  const k2 = i + 2 < end ? common[i + 2] & 63 : NO_TAG + 1;
  out.pair(0, lead(s), known);
  out.one(1, w);
  out.pair(2, lead(w), s);
  out.pair(3, lead(x), s & WRITTEN);
  out.pair(4, lead(ending), s);
  out.one(5, prefix[i]);
  out.pair(6, lead(t1), s);
  out.one(7, t1 * 64 + t2);
  out.pair(8, lead(w), t1);
  out.one(9, w1);
  out.one(10, n1);
  out.one(11, i + 1 < end ? suffix[i + 1] : 0);
  out.pair(12, lead(w), n1);
  out.one(13, w2);
  out.one(14, n2);
  out.pair(15, lead(x), t1);
  out.one(16, (t1 * 64 + known) * 64 + k1);
  out.one(17, (known * 64 + k1) * 64 + k2);
  out.pair(18, lead(w), k1);
  out.pair(19, lead(w1), t1 * 64 + known);
  out.one(20, ((t2 * 64 + t1) * 64 + known) * 64 + k1);
  out.hash();
}
