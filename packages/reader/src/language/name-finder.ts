import { FeatureList, FeatureScorer, type FeatureTable, lead } from './hashing.ts';
import type { Sentences } from './language.ts';
import { NAME_TYPES } from './names.ts';
import { TAGS } from './tags.ts';
import { LOWER, LOWER_HYPHENATED, NUMBER, PUNCTUATION, type Words, WRITTEN } from './words.ts';

/** Weights of the name finder: a greedy averaged perceptron over hashed features. */
export interface NameModel {
  /** Classes are `NAME_TYPES`. */
  readonly table: FeatureTable;
}

const PERSON = NAME_TYPES.indexOf('PERSON');
const PLACE = NAME_TYPES.indexOf('LOCATION');
const PROPER_NOUN = TAGS.indexOf('NNP');
const OUTSIDE = 0x5bd1e995;
const NO_TAG = TAGS.length;

/**
 * Gives each token its type of name, from left to right over the text: a decision sees the one before it, and what the
 * same word was taken for earlier in the article.
 */
export function findNames(words: Words, sentences: Sentences, tags: Uint8Array, model: NameModel): Uint8Array {
  const names = new Uint8Array(words.count);
  const memory = new Uint8Array(words.count);
  const scorer = new FeatureScorer(model.table, NAME_TYPES.length);
  const features = newNameFeatures();
  for (let s = 0; s < sentences.count; s++) {
    const first = sentences.first[s];
    const end = sentences.end[s];
    for (let i = first; i < end; i++) {
      if (isPlain(words, names, first, i)) continue;
      nameFeatures(words, tags, names, memory, first, end, i, features);
      const best = scorer.best(features);
      names[i] = best;
      remember(words, memory, i, best);
    }
  }
  spreadSurnames(words, sentences, tags, names);
  return names;
}

/**
 * Whoever is named in full somewhere in the article is the same person where the last name stands alone, whatever it was
 * taken for there ("Mara Vell ... Vell said"); a place's name stays one.
 */
export function spreadSurnames(words: Words, sentences: Sentences, tags: Uint8Array, names: Uint8Array): void {
  const { same, shape } = words;
  const surnames = new Uint8Array(words.count);
  forEachName(sentences, names, (first, end) => {
    if (names[first] === PERSON && end - first > 1) surnames[same[end - 1]] = 1;
  });
  for (let s = 0; s < sentences.count; s++) {
    const first = sentences.first[s];
    const last = sentences.end[s] - 1;
    for (let i = first; i <= last; i++) {
      const type = names[i];
      if (surnames[same[i]] === 0 || type === PERSON || type === PLACE || (shape[i] & WRITTEN) === LOWER) continue;
      // A word that was taken for no name has to be a proper noun, with none beside it.
      const kind = type === 0 ? tags : names;
      const alike = type === 0 ? PROPER_NOUN : type;
      const alone =
        kind[i] === alike && (i === first || kind[i - 1] !== alike) && (i === last || kind[i + 1] !== alike);
      if (alone) names[i] = PERSON;
    }
  }
}

function forEachName(sentences: Sentences, names: Uint8Array, each: (first: number, end: number) => void): void {
  for (let s = 0; s < sentences.count; s++) {
    for (let i = sentences.first[s]; i < sentences.end[s]; ) {
      let end = i + 1;
      while (end < sentences.end[s] && names[end] === names[i]) end++;
      if (names[i] > 0) each(i, end);
      i = end;
    }
  }
}

/** Whether a token can be no name: without a capital, and not after a name. */
export function isPlain(words: Words, names: Uint8Array, first: number, i: number): boolean {
  const written = words.shape[i] & WRITTEN;
  if (written >= PUNCTUATION || written === NUMBER || written === LOWER || written === LOWER_HYPHENATED) {
    return i === first || names[i - 1] === 0;
  }
  return false;
}

/** Keeps what a word was last taken for, by the first token of its form: 0 for nothing yet, else one more than its type. */
export function remember(words: Words, memory: Uint8Array, i: number, type: number): void {
  const at = words.same[i];
  if (type > 0 || memory[at] === 0) memory[at] = type + 1;
}

/** A list for what `nameFeatures` tells. */
export const newNameFeatures = () => new FeatureList(24, 128);

/** Puts down and hashes a token's features: its form, letters and tag, its neighbours, the name before it, its memory. */
export function nameFeatures(
  words: Words,
  tags: Uint8Array,
  names: Uint8Array,
  memory: Uint8Array,
  first: number,
  end: number,
  i: number,
  out: FeatureList,
): void {
  const { form, prefix, suffix, shape, same } = words;
  const w = form[i];
  const s = shape[i];
  const t = tags[i];
  const before = i > first;
  const after = i + 1 < end;
  const n1 = before ? names[i - 1] : NAME_TYPES.length;
  const n2 = i > first + 1 ? names[i - 2] : NAME_TYPES.length;
  const p1 = before ? form[i - 1] : OUTSIDE;
  const p2 = i > first + 1 ? form[i - 2] : OUTSIDE;
  const f1 = after ? form[i + 1] : OUTSIDE;
  const f2 = i + 2 < end ? form[i + 2] : OUTSIDE;
  const pt = before ? tags[i - 1] : NO_TAG;
  const ft = after ? tags[i + 1] : NO_TAG;
  const ps = before ? shape[i - 1] & WRITTEN : 15;
  const fs = after ? shape[i + 1] & WRITTEN : 15;
  const known = memory[same[i]];
  const next = after ? memory[same[i + 1]] : 7;
  out.one(0, s * 64 + t);
  out.pair(1, lead(w), s);
  out.one(2, w);
  out.one(3, p1);
  out.one(4, f1);
  out.pair(5, lead(p1), w);
  out.pair(6, lead(w), f1);
  out.one(7, p2);
  out.one(8, f2);
  out.one(9, suffix[i]);
  out.one(10, prefix[i]);
  out.one(11, n1 * 8 + n2);
  out.pair(12, lead(w), n1);
  out.one(13, (pt * 64 + t) * 64 + ft);
  out.one(14, ((ps * 64 + s) * 16 + fs) * 8 + n1);
  out.one(15, (known * 8 + n1) * 8 + next);
  out.pair(16, lead(w), known);
  out.pair(17, lead(p1), s * 64 + t);
  out.pair(18, lead(f1), s * 64 + t);
  out.pair(19, lead(p1), n1 * 64 + t);
  out.pair(20, lead(f1), n1 * 64 + t);
  out.pair(21, lead(p1), f1);
  out.one(22, after ? suffix[i + 1] : 0);
  out.one(23, ((n1 * 64 + t) * 64 + ft) * 128 + s);
  out.hash();
}
