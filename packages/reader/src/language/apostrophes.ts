import { CAPITAL, characterClass, isAlphanumeric, isDigit, LETTER, SPACE, SYMBOL, wordSlice } from './characters.ts';

const APOSTROPHE = 0x27;
const CURLY = 0x2019;
const OPENING = 0x2018;

/** Words that lost their beginning: the apostrophe belongs to them. */
const CLIPPED = new Set(['bout', 'cause', 'em', 'n', 'round', 'til', 'till', 'tis', 'twas']);

/** Italian articles that lose their vowel before a name. */
const ELIDED = new Set(['all', 'dall', 'dell', 'nell', 'sull']);

export function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === CURLY;
}

/**
 * Whether an apostrophe stands inside a name ("O'Neill", "Qur'an"). It does not before a clitic, nor between a word and a
 * capital where a closing mark lost its space ("'bad'Smith").
 */
export function apostropheJoins(text: string, start: number, segment: number, at: number, next: number): boolean {
  const kind = characterClass(next);
  if (kind !== LETTER && kind !== CAPITAL) return false;
  if (cliticEnd(text, at) > 0) return false;
  if (isNegation(text, start, at)) return false;
  if (kind === CAPITAL && characterClass(text.charCodeAt(at - 1)) === LETTER && at - segment > 2) {
    // "O'Neill", "Dre'Mont", "dell'Arte" are names, "'bad'Smith" is not.
    const lowercase = characterClass(text.charCodeAt(segment)) === LETTER;
    return lowercase ? ELIDED.has(text.slice(segment, at)) : at - segment <= 4;
  }
  return true;
}

/** Where the clitic at the apostrophe `at` ends ('s, 'd, 'm, 're, 've, 'll), or 0. */
export function cliticEnd(text: string, at: number): number {
  const first = text.charCodeAt(at + 1) | 32;
  if (first === 0x73 || first === 0x64 || first === 0x6d) return isAlphanumeric(text.charCodeAt(at + 2)) ? 0 : at + 2;
  const second = text.charCodeAt(at + 2) | 32;
  const pair = ((first === 0x72 || first === 0x76) && second === 0x65) || (first === 0x6c && second === 0x6c);
  return pair && !isAlphanumeric(text.charCodeAt(at + 3)) ? at + 3 : 0;
}

/** The "n't" of "don't": a word before it, an n, the apostrophe, a t, and nothing more. */
export function isNegation(text: string, start: number, at: number): boolean {
  if (at - start < 2) return false;
  const n = text.charCodeAt(at - 1) | 32;
  const t = text.charCodeAt(at + 1) | 32;
  return n === 0x6e && t === 0x74 && !isAlphanumeric(text.charCodeAt(at + 2));
}

/** Decades ("'90s") and clipped words ("'em") after a space or a hyphen, or 0. */
export function clippedEnd(text: string, at: number): number {
  const before = characterClass(text.charCodeAt(at - 1));
  if (before !== SPACE && before !== SYMBOL) return 0;
  const letters = wordSlice(text, at + 1, 5);
  if (letters.length === 3 && letters[2] === 's' && isDigit(letters.charCodeAt(0)) && isDigit(letters.charCodeAt(1))) {
    return at + 4;
  }
  return text.charCodeAt(at) !== OPENING && CLIPPED.has(letters) ? at + 1 + letters.length : 0;
}
