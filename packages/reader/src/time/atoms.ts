import { INNER_WORDS, OPENING_WORDS, TEMPORAL_PREPOSITIONS } from './function-words.ts';
import { HOLIDAY_WORDS } from './holidays.ts';
import {
  DAY_PARTS,
  DAYS,
  DETERMINERS,
  FREQUENCIES,
  LONG,
  MONTHS,
  REFERENCES,
  SEASONS,
  UNITS,
  WEEKDAYS,
  ZONES,
} from './lexicon.ts';
import { CARDINALS, DECADES, ORDINALS } from './numerals.ts';

/**
 * A text as the grammar of times sees it: runs of letters, runs of digits and single other characters, in order,
 * without white space. Finer than tokens, so that "24-minute", "mid-November" and "9:30" need no rules of their own.
 */
export interface Atoms {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** A word of the lexicon in lower case, `0` for digits, the character itself for others, empty for other words. */
  readonly word: readonly string[];
}

/** The word of all runs of digits. */
export const DIGITS = '0';

const WORDS: ReadonlyMap<string, string> = new Map(
  [
    CARDINALS.keys(),
    DAY_PARTS.keys(),
    DAYS.keys(),
    DECADES.keys(),
    DETERMINERS.keys(),
    FREQUENCIES.keys(),
    HOLIDAY_WORDS,
    INNER_WORDS,
    LONG.keys(),
    MONTHS.keys(),
    OPENING_WORDS,
    ORDINALS.keys(),
    REFERENCES.keys(),
    SEASONS.keys(),
    TEMPORAL_PREPOSITIONS,
    UNITS.keys(),
    WEEKDAYS.keys(),
    ZONES,
  ].flatMap((words) => Array.from(words, (word): [string, string] => [word, word])),
);
const LONGEST_WORD = Math.max(...[...WORDS.keys()].map((word) => word.length));

/** For each first and last letter a bit for each length that a word of the lexicon with them has. */
const LENGTHS = new Int32Array(32 * 32);
for (const word of WORDS.keys()) LENGTHS[outerLetters(word, 0, word.length)]! |= 1 << word.length;

/** Whether the lexicon may hold a word: most words are told apart from it by two letters and their length. */
function canBeWord(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_WORD && ((LENGTHS[outerLetters(text, from, to)]! >> (to - from)) & 1) === 1;
}

function outerLetters(text: string, from: number, to: number): number {
  return ((text.charCodeAt(from) & 31) << 5) | (text.charCodeAt(to - 1) & 31);
}

/** Cuts a text into atoms. Two blank lines' worth of space are an atom too: no expression runs over a paragraph. */
export function cutAtoms(text: string): Atoms {
  let start = new Int32Array((text.length >> 2) + 16);
  let end = new Int32Array(start.length);
  const word: string[] = [];
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const from = at;
    const kind = kindOf(text.charCodeAt(at));
    at++;
    if (kind === SYMBOL) {
      word.push(text[from]!);
    } else {
      while (at < text.length && kindOf(text.charCodeAt(at)) === kind) at++;
      if (kind === SPACE) {
        if (at - from < 2 || !isParagraphBreak(text, from, at)) continue;
        word.push(BREAK);
      } else if (kind === DIGIT) word.push(DIGITS);
      else word.push(canBeWord(text, from, at) ? (WORDS.get(text.slice(from, at).toLowerCase()) ?? '') : '');
    }
    if (count === start.length) {
      start = grown(start);
      end = grown(end);
    }
    start[count] = from;
    end[count] = at;
    count++;
  }
  return { text, count, start, end, word };
}

/** The word of a paragraph's end. */
export const BREAK = '\n';

/** Whether white space stands between an atom and the one before it. */
export function spaced(atoms: Atoms, at: number): boolean {
  return at === 0 || atoms.start[at]! > atoms.end[at - 1]!;
}

/** The characters of an atom, as written. */
export function written(atoms: Atoms, at: number): string {
  return atoms.text.slice(atoms.start[at], atoms.end[at]);
}

export function isCapitalized(atoms: Atoms, at: number): boolean {
  const code = atoms.text.charCodeAt(atoms.start[at]!);
  return code >= 65 && code <= 90;
}

/** How many UTF-16 units an atom has. */
export function width(atoms: Atoms, at: number): number {
  return atoms.end[at]! - atoms.start[at]!;
}

export function isApostrophe(word: string | undefined): boolean {
  return word === "'" || word === '’';
}

/** Whether a capital stands inside a sentence, as in "the Daily News": the word is then part of a name. */
export function isNamePart(atoms: Atoms, at: number): boolean {
  if (at === 0 || !isCapitalized(atoms, at)) return false;
  return kindOf(atoms.text.charCodeAt(atoms.start[at - 1]!)) === LETTER && atoms.word[at - 1] !== BREAK;
}

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const SYMBOL = 3;

function kindOf(code: number): number {
  if ((code | 32) >= 97 && (code | 32) <= 122) return LETTER;
  if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0) return SPACE;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code >= 0xc0 && !(code >= 0x2000 && code <= 0x2fff) && !(code >= 0x3000 && code <= 0x303f)) return LETTER;
  return SYMBOL;
}

function isParagraphBreak(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let at = from; at < to && lines < 2; at++) if (text.charCodeAt(at) === 10) lines++;
  return lines === 2;
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
