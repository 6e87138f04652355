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

/** A name as it is compared. The same names come again and again: the latest are kept parsed. */
export function parseName(written: string): ActorName {
  let name = parsed.get(written);
  if (name === undefined) {
    if (parsed.size >= MOST_PARSED) parsed.clear();
    name = parse(written);
    parsed.set(written, name);
  }
  return name;
}

const parsed = new Map<string, ActorName>();
/** Names kept parsed: those of some hundred articles and of what they are compared with, about 8 MB. */
const MOST_PARSED = 32_768;

function parse(written: string): ActorName {
  const tokens = written
    .replace(BODY_OF, '$2 $1')
    .split(/\s+/)
    .map((token) => token.replace(EDGES, '').replace(/['’]s?$/, ''))
    .filter((token) => token !== '' && !LEFT_OUT.has(token.toLowerCase()));
  const words = tokens.map(comparableWord).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  return { written, tokens, words, joined: words.join('') };
}

/** "The defence ministry of Verran" is "Verran's defence ministry"; "Bank of Lenn" is a name as it stands. */
const BODY_OF = /^(?:the\s+)?(\p{Ll}[\p{Ll}\s-]*?)\s+of\s+(\p{Lu}.*)$/u;

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
  let sound = '';
  let last = '';
  for (let at = 0; at < word.length; at++) {
    const letter = soundOf(word, at);
    if (letter === 'a' && at > 0) continue;
    if (letter === '' || letter === last) continue;
    sound += letter;
    last = letter;
  }
  return sound;
}

/** The class of a letter's sound: `a` for a vowel, nothing for one that only colours its neighbour. */
function soundOf(word: string, at: number): string {
  const next = word[at + 1];
  switch (word[at]) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
      return 'a';
    case 'h':
    case 'w':
    case 'y':
      return at === 0 ? word[at] : '';
    case 'p':
      return next === 'h' ? 'f' : 'p';
    case 'q':
      return 'k';
    case 'z':
      return 's';
    case 'c':
      return next === 'e' || next === 'i' || next === 'y' ? 's' : 'k';
    case 'g':
      return next === 'e' || next === 'i' ? 'j' : 'k';
    default:
      return word[at];
  }
}

/** Whether two words can begin with one sound; quicker than to compare their skeletons. */
export function beginAlike(a: string, b: string): boolean {
  return a[0] === b[0] || soundOf(a, 0) === soundOf(b, 0);
}
