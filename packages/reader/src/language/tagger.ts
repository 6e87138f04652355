import { addScores, bestClass, type FeatureTable, feature, join, rowShift } from './hashing.ts';
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
  const { table } = model;
  const classes = TAGS.length;
  const shift = rowShift(table, classes);
  const features = new Int32Array(TAGGER_FEATURES);
  const scores = new Int32Array(classes);
  for (let s = 0; s < sentences.count; s++) {
    const first = sentences.first[s];
    const end = sentences.end[s];
    for (let i = first; i < end; i++) {
      if (isSure(words, common, i)) {
        tags[i] = common[i] - SURE;
        continue;
      }
      taggerFeatures(words, common, tags, first, end, i, features);
      addScores(table, shift, features, TAGGER_FEATURES, scores, classes);
      tags[i] = bestClass(scores, classes);
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

export const TAGGER_FEATURES = 21;

/** Writes the hashes of a token's features: its form and letters, its neighbours, the tags before it. */
export function taggerFeatures(
  words: Words,
  common: Uint8Array,
  tags: Uint8Array,
  first: number,
  end: number,
  i: number,
  out: Int32Array,
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
  out[0] = feature(0, join(s, known));
  out[1] = feature(1, w);
  out[2] = feature(2, join(w, s));
  out[3] = feature(3, join(x, s & WRITTEN));
  out[4] = feature(4, join(ending, s));
  out[5] = feature(5, prefix[i]);
  out[6] = feature(6, join(t1, s));
  out[7] = feature(7, t1 * 64 + t2);
  out[8] = feature(8, join(w, t1));
  out[9] = feature(9, w1);
  out[10] = feature(10, n1);
  out[11] = feature(11, i + 1 < end ? suffix[i + 1] : 0);
  out[12] = feature(12, join(w, n1));
  out[13] = feature(13, w2);
  out[14] = feature(14, n2);
  out[15] = feature(15, join(x, t1));
  out[16] = feature(16, (t1 * 64 + known) * 64 + k1);
  out[17] = feature(17, (known * 64 + k1) * 64 + k2);
  out[18] = feature(18, join(w, k1));
  out[19] = feature(19, join(w1, t1 * 64 + known));
  out[20] = feature(20, ((t2 * 64 + t1) * 64 + known) * 64 + k1);
}
