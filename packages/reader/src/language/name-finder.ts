import { addScores, bestClass, type FeatureTable, feature, join, rowShift } from './hashing.ts';
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
  const { table } = model;
  const features = new Int32Array(NAME_FEATURES);
  const classes = NAME_TYPES.length;
  const shift = rowShift(table, classes);
  const scores = new Int32Array(classes);
  for (let s = 0; s < sentences.count; s++) {
    const first = sentences.first[s];
    const end = sentences.end[s];
    for (let i = first; i < end; i++) {
      if (isPlain(words, names, first, i)) continue;
      nameFeatures(words, tags, names, memory, first, end, i, features);
      addScores(table, shift, features, NAME_FEATURES, scores, classes);
      const best = bestClass(scores, classes);
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

export const NAME_FEATURES = 24;

/** Writes the hashes of a token's features: its form, letters and tag, its neighbours, the name before it, its memory. */
export function nameFeatures(
  words: Words,
  tags: Uint8Array,
  names: Uint8Array,
  memory: Uint8Array,
  first: number,
  end: number,
  i: number,
  out: Int32Array,
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
  out[0] = feature(128, s * 64 + t);
  out[1] = feature(129, join(w, s));
  out[2] = feature(130, w);
  out[3] = feature(131, p1);
  out[4] = feature(132, f1);
  out[5] = feature(133, join(p1, w));
  out[6] = feature(134, join(w, f1));
  out[7] = feature(135, p2);
  out[8] = feature(136, f2);
  out[9] = feature(137, suffix[i]);
  out[10] = feature(138, prefix[i]);
  out[11] = feature(139, n1 * 8 + n2);
  out[12] = feature(140, join(w, n1));
  out[13] = feature(141, (pt * 64 + t) * 64 + ft);
  out[14] = feature(142, ((ps * 64 + s) * 16 + fs) * 8 + n1);
  out[15] = feature(143, (known * 8 + n1) * 8 + next);
  out[16] = feature(144, join(w, known));
  out[17] = feature(145, join(p1, s * 64 + t));
  out[18] = feature(146, join(f1, s * 64 + t));
  out[19] = feature(147, join(p1, n1 * 64 + t));
  out[20] = feature(148, join(f1, n1 * 64 + t));
  out[21] = feature(149, join(p1, f1));
  out[22] = feature(150, after ? suffix[i + 1] : 0);
  out[23] = feature(151, ((n1 * 64 + t) * 64 + ft) * 128 + s);
}
