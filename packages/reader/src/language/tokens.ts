import { AFTER_PLACE, ANYWHERE, abbreviationKind, BEFORE_NAME, BEFORE_NUMBER } from './abbreviations.ts';
import { addressEnd, isMailDomain, tagEnd } from './addresses.ts';
import { apostropheJoins, clippedEnd, cliticEnd, isApostrophe, isNegation } from './apostrophes.ts';
import {
  CAPITAL,
  characterClass,
  DIGIT,
  isAlphanumeric,
  isDigit,
  isSpace,
  LETTER,
  MARK,
  SPACE,
  SURROGATE,
  SYMBOL,
  wordSlice,
} from './characters.ts';
import { emojiEnd, isLetterPair } from './emoji.ts';
import type { Tokens } from './language.ts';

/**
 * Splits a text into the tokens of the Penn Treebank as CoreNLP 3 draws them: clitics off, hyphenated words whole,
 * abbreviations with their dot, and every quotation mark a token of its own. One pass over the code units, linear in
 * the text's length; takes any string, lone surrogates included.
 *
 * @example tokenize("setbacks.In the U.S. he can't") // setbacks | . | In | the | U.S. | he | ca | n't
 */
export function tokenize(text: string): Tokens {
  const out = new TokenList(text.length);
  const length = text.length;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = characterClass(code);
    if (kind === SPACE) at++;
    else if (kind <= DIGIT || kind === MARK || code === UNDERSCORE) at = word(text, at, out);
    else if (kind === SURROGATE) at = isLetterPair(text, at) ? word(text, at, out) : out.add(at, emojiEnd(text, at));
    else at = symbol(text, at, code, out);
  }
  return { text, count: out.count, start: out.start.subarray(0, out.count), end: out.end.subarray(0, out.count) };
}

const HASH = 0x23;
const DOLLAR = 0x24;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const AT = 0x40;
const UNDERSCORE = 0x5f;
const BACKQUOTE = 0x60;
const CURLY_OPENING = 0x2018;
const CURLY = 0x2019;

/** Letters that CoreNLP keeps with the dollar sign they stand before: "US$", "HK$". */
const DOLLARS = new Set(['A', 'AU', 'C', 'HK', 'NT', 'NZ', 'R', 'S', 'US']);

/** Contractions written without an apostrophe, with the length of their first token. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gimme', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['lemme', 3],
  ['wanna', 3],
]);

/** Top-level domains that stand capitalised too ("Amazon.Com"). */
const DOMAINS = new Set(['com', 'edu', 'gov', 'net', 'org']);

class TokenList {
  count = 0;
  start: Int32Array;
  end: Int32Array;

  constructor(length: number) {
    // News runs at 5 units a token: one growth at the most for ordinary text.
    this.start = new Int32Array((length >> 2) + 16);
    this.end = new Int32Array((length >> 2) + 16);
  }

  add(start: number, end: number): number {
    if (this.count === this.start.length) this.grow();
    this.start[this.count] = start;
    this.end[this.count++] = end;
    return end;
  }

  private grow(): void {
    const { start, end } = this;
    this.start = new Int32Array(start.length * 2);
    this.end = new Int32Array(start.length * 2);
    this.start.set(start);
    this.end.set(end);
  }
}

/** Reads the word, number, name, address or abbreviation at `start`, adds its tokens and returns where they end. */
function word(text: string, start: number, out: TokenList): number {
  const address = addressEnd(text, start);
  if (address > start) return out.add(start, address);
  let at = start;
  let segment = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = characterClass(code);
    if (kind === LETTER || kind === CAPITAL || kind === DIGIT || kind === MARK || code === UNDERSCORE) at++;
    else if (kind === SURROGATE && isLetterPair(text, at)) at += 2;
    else if (at > start && continues(text, start, segment, at, code)) segment = ++at;
    else break;
  }
  if (at === start) return out.add(start, start + 1);
  const next = text.charCodeAt(at);
  if (next === DOT) {
    if (dotBelongs(text, start, segment, at)) return out.add(start, at + 1);
  } else if (next === DOLLAR) {
    if (at - start <= 2 && DOLLARS.has(text.slice(start, at))) return out.add(start, at + 1);
  } else if (isApostrophe(next)) {
    return beforeApostrophe(text, start, at, out);
  }
  const length = at - start;
  if (length === 5 || length === 6) {
    const first = text.charCodeAt(start) | 32;
    if (first === 0x63 || first === 0x67 || first === 0x6c || first === 0x77) {
      const cut = FUSED.get(text.slice(start, at).toLowerCase());
      if (cut !== undefined) out.add(start, start + cut);
      if (cut !== undefined) return out.add(start + cut, at);
    }
  }
  return out.add(start, at);
}

/** Whether the mark `code` at `at` stands inside the word that began at `start`, its last segment at `segment`. */
function continues(text: string, start: number, segment: number, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case HYPHEN:
    case 0x2010:
    case 0x2011:
      return isAlphanumeric(next);
    case DOT:
      return dotJoins(text, segment, at, next);
    case COMMA:
      return isDigit(text.charCodeAt(at - 1)) && isThousand(text, at + 1);
    case COLON:
      return isDigit(text.charCodeAt(at - 1)) && isDigit(next);
    case SLASH:
      return isAlphanumeric(text.charCodeAt(at - 1)) && isAlphanumeric(next);
    case AMPERSAND:
      return characterClass(text.charCodeAt(at - 1)) === CAPITAL && characterClass(next) === CAPITAL;
    case AT:
      return isAlphanumeric(next) && text.charCodeAt(at - 1) !== DOT && isMailDomain(text, at + 1);
    case APOSTROPHE:
    case CURLY:
      return apostropheJoins(text, start, segment, at, next);
    default:
      return false;
  }
}

/** Decimals ("4.3"), acronyms ("U.S", "U.S.-led"), degrees ("Ph.D") and lower-case names ("node.js") go on after a dot. */
function dotJoins(text: string, segment: number, at: number, next: number): boolean {
  const kind = characterClass(next);
  const last = characterClass(text.charCodeAt(at - 1));
  if (next === 0x68 && addressEnd(text, at + 1) > at + 1) return false;
  if (kind === DIGIT) return last === DIGIT;
  if (next === HYPHEN) return text.charCodeAt(at - 2) === DOT && isAlphanumeric(text.charCodeAt(at + 2));
  if (kind !== LETTER && kind !== CAPITAL) return false;
  const after = characterClass(text.charCodeAt(at + 2));
  const nextIsSingle = after !== LETTER && after !== CAPITAL && after !== DIGIT;
  if (nextIsSingle && at - segment <= 2 && last !== DIGIT) return true;
  if (kind === LETTER) return last !== DIGIT || nextIsSingle || at - segment <= 2;
  const domain = wordSlice(text, at + 1, 4);
  return DOMAINS.has(domain.toLowerCase());
}

/** Whether the dot that ends a word at `at` is part of it: acronyms, initials and known abbreviations. */
function dotBelongs(text: string, start: number, segment: number, at: number): boolean {
  const afterDot = text.charCodeAt(at + 1);
  const dots = afterDot === DOT;
  const single = at - segment === 1;
  if (single && segment > start && text.charCodeAt(segment - 1) === DOT) return true;
  if (dots) return false;
  if (single && characterClass(text.charCodeAt(segment)) === CAPITAL) return isInitial(text, start, at);
  if (at - segment > 6) return false;
  const kind = abbreviationKind(text.slice(segment, at)) || abbreviationKind(text.slice(start, at));
  if (kind === ANYWHERE) return !endsParagraph(text, at + 1) || characterClass(text.charCodeAt(segment)) === CAPITAL;
  if (kind === BEFORE_NAME) return true;
  if (kind === BEFORE_NUMBER) return isDigit(afterDot) || (isSpace(afterDot) && isDigit(text.charCodeAt(at + 2)));
  if (kind === AFTER_PLACE) return followsPlace(text, segment);
  return false;
}

/** A lone capital before a dot is an initial where a name can go on; "I." and a letter at the paragraph's end are not. */
function isInitial(text: string, start: number, at: number): boolean {
  if (at - start > 1) return false;
  const next = characterClass(text.charCodeAt(at + 1));
  if (next !== SPACE) return next === LETTER || next === CAPITAL || text.charCodeAt(at + 1) === HYPHEN;
  if (text.charCodeAt(start) === 0x49 && characterClass(text.charCodeAt(at + 2)) !== CAPITAL) return false;
  return !endsParagraph(text, at + 1);
}

function followsPlace(text: string, segment: number): boolean {
  const before = text.charCodeAt(segment - 1);
  if (before === HYPHEN || before === 0x28) return true;
  return isSpace(before) && text.charCodeAt(segment - 2) === COMMA;
}

/** True at a line end and at the end of the text. */
function endsParagraph(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || code === 10 || code === 13;
}

function isThousand(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  );
}

function beforeApostrophe(text: string, start: number, at: number, out: TokenList): number {
  if (isNegation(text, start, at)) {
    out.add(start, at - 1);
    return out.add(at - 1, at + 2);
  }
  out.add(start, at);
  const clitic = cliticEnd(text, at);
  return clitic > 0 ? out.add(at, clitic) : at;
}

/** Adds the token of punctuation or symbols at `at` and returns its end. */
function symbol(text: string, at: number, code: number, out: TokenList): number {
  switch (code) {
    case DOT:
      return out.add(at, dotsEnd(text, at));
    case HYPHEN:
    case PLUS:
      if (isDigit(text.charCodeAt(at + 1)) && startsFigure(text, at)) return signedNumber(text, at, out);
      return out.add(at, runEnd(text, at, code));
    case 0x21:
    case 0x3f:
      return out.add(at, exclamationsEnd(text, at));
    case APOSTROPHE:
    case BACKQUOTE:
    case CURLY_OPENING:
    case CURLY:
      return singleMark(text, at, code, out);
    case HASH:
    case AT:
      return out.add(at, tagEnd(text, at));
    case 0x2a:
    case 0x3d:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2026:
      return out.add(at, runEnd(text, at, code));
    default:
      return out.add(at, code >= 0x2190 && characterClass(code) === SYMBOL ? emojiEnd(text, at) : at + 1);
  }
}

/** Two dots or more, close or spaced (". . ."), are one ellipsis; a dot before a figure is not touched. */
function dotsEnd(text: string, at: number): number {
  let end = runEnd(text, at, DOT);
  if (end > at + 1) return end;
  let dots = 1;
  while (isBlank(text.charCodeAt(end)) && text.charCodeAt(end + 1) === DOT) {
    end += 2;
    dots++;
  }
  return dots >= 3 ? end : at + 1;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0xa0;
}

function runEnd(text: string, at: number, code: number): number {
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  return end;
}

function exclamationsEnd(text: string, at: number): number {
  let end = at + 1;
  while (text.charCodeAt(end) === 0x21 || text.charCodeAt(end) === 0x3f) end++;
  return end;
}

/** A sign belongs to the figure after it only where nothing but space or an opening bracket stands before it. */
function startsFigure(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isSpace(before) || before === 0x28 || before === 0x5b;
}

function signedNumber(text: string, at: number, out: TokenList): number {
  const index = out.count;
  const end = word(text, at + 1, out);
  out.start[index] = at;
  return end;
}

function singleMark(text: string, at: number, code: number, out: TokenList): number {
  if (code !== BACKQUOTE) {
    const clipped = clippedEnd(text, at);
    if (clipped > 0) return out.add(at, clipped);
  }
  if (isApostrophe(code)) {
    const clitic = cliticEnd(text, at);
    if (clitic > 0) return out.add(at, clitic);
  }
  return out.add(at, text.charCodeAt(at + 1) === code ? at + 2 : at + 1);
}
