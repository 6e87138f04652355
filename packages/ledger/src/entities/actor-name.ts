import { comparableWord } from '@hearsay/reader/actors/same-name';

/** A name of an actor as it is compared. */
export interface ActorName {
  readonly written: string;
  /** Its words without articles and company suffixes, as they are written. */
  readonly tokens: readonly string[];
  /** `tokens` as they are compared: lower case, no accents, no Arabic article. */
  readonly words: readonly string[];
  /** `words` in one: "Hans Raj" and "Hansraj" meet. */
  readonly joined: string;
}

export function parseName(written: string): ActorName {
  const tokens = written
    .split(/\s+/)
    .map((token) => token.replace(EDGES, '').replace(/['’]s?$/, ''))
    .filter((token) => token !== '' && !LEFT_OUT.has(token.toLowerCase()));
  const words = tokens.map(comparableWord).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  return { written, tokens, words, joined: words.join('') };
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu;

/** Words that names come with or without. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'a',
  'al',
  'an',
  'co',
  'corp',
  'dr',
  'el',
  'inc',
  'llc',
  'ltd',
  'miss',
  'mr',
  'mr.',
  'mrs',
  'ms',
  'the',
]);

/** Small words that stand inside names: "Federal Bureau of Investigation". */
const PARTICLES: ReadonlySet<string> = new Set([
  '&',
  'ad',
  'and',
  'at',
  'bin',
  'da',
  'de',
  'del',
  'der',
  'di',
  'du',
  'for',
  'ibn',
  'in',
  'la',
  'of',
  'on',
  'ul',
  'van',
  'von',
]);

/** Longest name, in words; what is longer is a description, or two names that run together. */
const LONGEST_NAME = 7;

/** Whether all its words are a name's: "State Department", but not "State Department officials". */
export function isProperName({ tokens }: ActorName): boolean {
  if (tokens.length === 0 || tokens.length > LONGEST_NAME) return false;
  return tokens.every((token) => isCapital(token) || PARTICLES.has(token) || ARABIC_ARTICLE.test(token));
}

const ARABIC_ARTICLE = /^(?:al|el|ad|as|ar|ash|an)-\p{Lu}/u;

function isCapital(token: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(token);
}

export function isAcronym({ tokens }: ActorName): boolean {
  return tokens.length === 1 && /^\p{Lu}[\p{Lu}.]+$/u.test(tokens[0]);
}

/**
 * The sound of a word as far as spellings of foreign names agree on it: consonants in classes, vowels only at the start.
 * "Gaddafi", "Qadhafi" and "Kadafi" are one.
 */
export function skeleton(word: string): string {
  const plain = word
    .replace(/ph/g, 'f')
    .replace(/([kgtdsc])h/g, '$1')
    .replace(/ck|q/g, 'k')
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/[cg]/g, 'k')
    .replace(/^[aeiou]+/, 'a');
  const rest = plain.slice(1).replace(/[aeiouwyh]/g, '');
  return (plain.slice(0, 1) + rest).replace(/(.)\1+/g, '$1');
}
