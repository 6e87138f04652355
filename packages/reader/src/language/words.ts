import { CAPITAL, characterClass, DIGIT, LETTER, MARK, SPACE, SURROGATE } from './characters.ts';
import type { Sentences, Tokens } from './language.ts';

/**
 * What the models of the language layer know of each token before they look at its neighbours: parallel arrays over
 * the tokens. Letters are compared in lower case, every digit is "0", and both apostrophes are one.
 */
export interface Words {
  readonly count: number;
  /** Hash of the whole form. */
  readonly form: Int32Array;
  /** Hash of the first three characters. */
  readonly prefix: Int32Array;
  /** Hash of the last three characters. */
  readonly suffix: Int32Array;
  /** How it is written: one of the constants below, plus `INITIAL` and `TITLE`. */
  readonly shape: Uint8Array;
  /** The index of the first token with the same form. */
  readonly same: Int32Array;
}

export const LOWER = 0;
export const CAPITALISED = 1;
export const UPPER = 2;
export const SINGLE_CAPITAL = 3;
export const MIXED = 4;
export const NUMBER = 5;
export const ALPHANUMERIC = 6;
export const DOTTED = 7;
export const LOWER_HYPHENATED = 8;
export const CAPITALISED_HYPHENATED = 9;
/** Punctuation: 12, plus 1 with a space before it, plus 2 with one after it; the edges of the text count as spaces. */
export const PUNCTUATION = 12;
/** Added to the shape of a sentence's first word. */
export const INITIAL = 16;
/** Added to the shapes of a sentence that is in Title Case or ALL CAPS. */
export const TITLE = 32;
/** The part of a shape that tells how the token itself is written. */
export const WRITTEN = 15;

/** Reads the characters of every token once, so that no later model has to. */
export function readWords(tokens: Tokens, sentences: Sentences): Words {
  const { text, count, start, end } = tokens;
  const form = new Int32Array(count);
  const prefix = new Int32Array(count);
  const suffix = new Int32Array(count);
  const shape = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let hash = 0x811c9dc5;
    let last = 0;
    let letters = 0;
    let capitals = 0;
    let digits = 0;
    let marks = 0;
    let hyphen = 0;
    const from = start[i];
    const to = end[i];
    for (let at = from; at < to; at++) {
      let code = text.charCodeAt(at);
      if (code >= 97 && code <= 122) letters++;
      else if (code >= 65 && code <= 90) {
        capitals++;
        code += 32;
      } else if (code >= 48 && code <= 57) {
        digits++;
        code = 48;
      } else {
        const kind = characterClass(code);
        if (kind === CAPITAL) {
          capitals++;
          code = text[at].toLowerCase().charCodeAt(0);
        } else if (kind === LETTER || kind === MARK || kind === SURROGATE) letters++;
        else if (kind === DIGIT) digits++;
        else {
          marks++;
          if (code === 0x2019) code = 0x27;
          if (code === 0x2d) hyphen = 1;
        }
      }
      hash = Math.imul(hash ^ code, 0x01000193);
      last = ((last << 10) ^ code) & 0x3fffffff;
      if (at - from === 2) prefix[i] = hash;
    }
    if (to - from < 3) prefix[i] = hash;
    form[i] = hash ^ (hash >>> 15);
    suffix[i] = last;
    shape[i] = writtenShape(text, from, to, letters, capitals, digits, marks, hyphen);
  }
  markSentences(sentences, shape, start, end);
  return { count, form, prefix, suffix, shape, same: firstOfForm(form) };
}

function writtenShape(
  text: string,
  from: number,
  to: number,
  letters: number,
  capitals: number,
  digits: number,
  marks: number,
  hyphen: number,
): number {
  if (letters + capitals === 0) {
    if (digits > 0) return NUMBER;
    const before = characterClass(text.charCodeAt(from - 1)) === SPACE ? 1 : 0;
    const after = characterClass(text.charCodeAt(to)) === SPACE ? 2 : 0;
    return PUNCTUATION + before + after;
  }
  if (digits > 0) return ALPHANUMERIC;
  const first = characterClass(text.charCodeAt(from)) === CAPITAL;
  if (hyphen > 0) return first ? CAPITALISED_HYPHENATED : LOWER_HYPHENATED;
  if (capitals === 0) return LOWER;
  if (capitals === 1 && letters === 0) return SINGLE_CAPITAL;
  if (marks > 1) return DOTTED;
  if (letters === 0) return UPPER;
  return first && capitals === 1 ? CAPITALISED : MIXED;
}

/** A sentence is in Title Case where at least this share of its words of four letters or more begin with a capital. */
const TITLE_SHARE = 0.8;
const TITLE_WORDS = 3;

function markSentences(sentences: Sentences, shape: Uint8Array, start: Int32Array, end: Int32Array): void {
  for (let s = 0; s < sentences.count; s++) {
    let long = 0;
    let capital = 0;
    let initial = -1;
    for (let i = sentences.first[s]; i < sentences.end[s]; i++) {
      const written = shape[i];
      if (written >= PUNCTUATION) continue;
      if (initial < 0) initial = i;
      if (end[i] - start[i] < 4 || written === NUMBER || written === ALPHANUMERIC) continue;
      long++;
      if (written !== LOWER && written !== LOWER_HYPHENATED) capital++;
    }
    if (initial >= 0) shape[initial] |= INITIAL;
    if (long < TITLE_WORDS || capital < TITLE_SHARE * long) continue;
    for (let i = sentences.first[s]; i < sentences.end[s]; i++) shape[i] |= TITLE;
  }
}

/** For each token the index of the first token with its form: forms of one hash count as one. */
function firstOfForm(form: Int32Array): Int32Array {
  const count = form.length;
  const same = new Int32Array(count);
  let size = 16;
  while (size < count * 2) size *= 2;
  const table = new Int32Array(size).fill(-1);
  for (let i = 0; i < count; i++) {
    let slot = (Math.imul(form[i], 0x9e3779b1) >>> 7) & (size - 1);
    while (table[slot] >= 0 && form[table[slot]] !== form[i]) slot = (slot + 1) & (size - 1);
    if (table[slot] < 0) table[slot] = i;
    same[i] = table[slot];
  }
  return same;
}
