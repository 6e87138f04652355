/**
 * The words of a text as they are searched: runs of letters and digits, in lower case, without marks on letters, so that
 * "Orël" and "orel" are one. Pure.
 */
export function foldedWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** The words of a text with where they stand in it, in UTF-16 code units. Pure. */
export function* wordPlaces(text: string): Iterable<{ word: string; start: number; end: number }> {
  for (const { 0: found, index } of text.matchAll(WORD_WITH_MARKS)) {
    const word = fold(found);
    if (word !== '') yield { word, start: index, end: index + found.length };
  }
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '');
}

const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const WORD_WITH_MARKS = /[\p{L}\p{M}\p{N}]+/gu;
