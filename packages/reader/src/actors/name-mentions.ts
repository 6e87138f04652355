import type { TokenRange } from '../attribution/attribution.ts';
import { isOutletWord } from '../attribution/outlets.ts';
import type { Language } from '../language/language.ts';
import { NAME_TYPES } from '../language/names.ts';
import { TAGS } from '../language/tags.ts';
import { type Gender, genderOfGivenName, genderOfNoun } from './gender.ts';
import { comparableWord } from './same-name.ts';
import { BODY_NOUNS, isPersonNoun, PLACE_NOUNS } from './source-nouns.ts';

export type NamedType = 'person' | 'organization' | 'place' | 'other';

/** A name where it stands in the text. */
export interface NameMention extends TokenRange {
  type: NamedType;
  /** The name's words as they are compared, titles and articles left out. */
  words: readonly string[];
  /** Told by a title before it ("Mrs."). */
  gender: Gender | null;
  /** The nouns before it that say what the person is ("spokesman", "president"), in lower case. */
  roles: readonly string[];
  /** Whether the word before it takes it for a place: `yes` ("near Lund"), `perhaps` ("of Lund"), else `no`. */
  placed: 'yes' | 'perhaps' | 'no';
}

/**
 * Finds the names of a text in its order: neighbouring tokens of one kind, a person's name joined over its particle
 * ("Oren van Dael"). A title is no part of the name; a possessive ending neither.
 */
export function findNameMentions(language: Language): NameMention[] {
  const { tokens, sentences, name } = language;
  const mentions: NameMention[] = [];
  let token = 0;
  while (token < tokens.count) {
    if (name[token] === 0) {
      token++;
      continue;
    }
    const kind = name[token];
    const sentence = sentences.of[token];
    let end = token + 1;
    while (end < tokens.count && sentences.of[end] === sentence) {
      if (name[end] === kind) end++;
      else if (end === token + 1 && name[end] > 0 && isStation(language, token)) end++;
      else if (kind === PERSON && isParticle(wordOf(language, end)) && name[end + 1] === kind) end += 2;
      else break;
    }
    const found = end > token + 1 && isStation(language, token) ? 'organization' : TYPES[NAME_TYPES[kind]];
    const mention = mentionOf(language, token, end, found);
    if (mention) mentions.push(mention);
    token = end;
  }
  return mentions;
}

/** Whether a broadcaster's name begins here, whatever its two words are taken for: "Radio Tarn", "Capital Radio". */
function isStation(language: Language, token: number): boolean {
  return STATION.test(wordOf(language, token)) || STATION.test(wordOf(language, token + 1));
}

const STATION = /^(?:Channel|Radio|Television|TV)$/;

const PERSON = NAME_TYPES.indexOf('PERSON');

const TYPES: Readonly<Record<(typeof NAME_TYPES)[number], NamedType>> = {
  O: 'other',
  PERSON: 'person',
  ORGANIZATION: 'organization',
  LOCATION: 'place',
  MISC: 'other',
};

function mentionOf(language: Language, from: number, to: number, found: NamedType): NameMention | null {
  let first = from;
  let end = to;
  const type = found === 'person' && isOutletName(language, from, to) ? 'organization' : found;
  let gender: Gender | null = null;
  const roles: string[] = [];
  while (end > first && !/[\p{L}\p{N}]$/u.test(wordOf(language, end - 1).replace(/\.$/, ''))) end--;
  while (end > first && POSSESSIVES.has(wordOf(language, end - 1))) end--;
  while (end > first + 1 && NO_NAME_TAGS.has(TAGS[language.tag[end - 1]])) end--;
  while (first < end - 1 && isTitle(wordOf(language, first))) first++;
  if (type === 'person' && end - first > 2 && isRole(wordOf(language, first))) first++;
  if (first >= end) return null;
  if (type === 'person' && isGivenNameBefore(language, first)) first--;
  if (type === 'organization' && isOutletNameBefore(language, first)) first--;
  if (type === 'person') {
    for (let before = first - 1; before >= 0 && first - before <= 3; before--) {
      const word = wordOf(language, before);
      if (language.sentences.of[before] !== language.sentences.of[first] || !/^\p{L}/u.test(word)) break;
      gender ??= genderOfNoun(word);
      // Of "ministry spokeswoman Mara Vell" she is the spokeswoman.
      if (isNoun(language, before) && !BODY_NOUNS.has(roleOf(word))) roles.push(roleOf(word));
      if (!isTitle(word)) break;
    }
  }
  const words: string[] = [];
  for (let token = first; token < end; token++) {
    const word = comparableWord(wordOf(language, token));
    if (word !== '' && word !== 'the' && /[\p{L}\p{N}]/u.test(word)) words.push(word);
  }
  if (type === 'person' && words.length > 1 && SUFFIXES.has(words[words.length - 1])) words.pop();
  return words.length === 0 ? null : { first, end, type, words, gender, roles, placed: placedBy(language, first, end) };
}

function placedBy(language: Language, first: number, end: number): NameMention['placed'] {
  const before = wordOf(language, first - 1).toLowerCase();
  // "In Vell's view" is nowhere.
  if (POSSESSIVES.has(wordOf(language, end))) return 'no';
  if (WHERE.has(before) || isNameOfPlace(language, first)) return 'yes';
  return PERHAPS_WHERE.has(before) ? 'perhaps' : 'no';
}

/** "The capital, Lumo,": whether a name stands after the noun for a place, and names it. */
export function isNameOfPlace(language: Language, first: number): boolean {
  return wordOf(language, first - 1) === ',' && PLACE_NOUNS.has(language.lemma[first - 2] ?? '');
}

const WHERE: ReadonlySet<string> = new Set([
  'above',
  'across',
  'along',
  'around',
  'below',
  'beyond',
  'in',
  'inside',
  'into',
  'near',
  'off',
  'outside',
  'throughout',
]);
const PERHAPS_WHERE: ReadonlySet<string> = new Set([
  'at',
  'between',
  'from',
  'of',
  'on',
  'through',
  'to',
  'toward',
  'towards',
]);

/** A noun with a capital that was taken into the name: "Spokeswoman Clara Denholm", but not "Peter van Dael". */
function isRole(word: string): boolean {
  return isPersonNoun(word.toLowerCase()) && genderOfGivenName(comparableWord(word)) === null;
}

/** A given name left out of the name it begins: "Ira" before "Moll". */
function isGivenNameBefore(language: Language, first: number): boolean {
  const { name, sentences } = language;
  const before = first - 1;
  if (before < 0 || name[before] !== 0 || sentences.of[before] !== sentences.of[first]) return false;
  const word = wordOf(language, before);
  return /^\p{Lu}/u.test(word) && genderOfGivenName(comparableWord(word)) !== null;
}

/** An outlet's name that was taken for a person's: "the Herald", "LanternInsider", but not "Emily Post". */
function isOutletName(language: Language, first: number, end: number): boolean {
  if (end - first === 1 && /^(?!Ma?c|De|La|Le|Di|Du|Van)\p{Lu}\p{Ll}+\p{Lu}/u.test(wordOf(language, first)))
    return true;
  if (!isOutletWord(wordOf(language, end - 1).toLowerCase())) return false;
  if (end - first > 1) return genderOfGivenName(comparableWord(wordOf(language, first))) === null;
  const { name, sentences } = language;
  if (first === 0 || sentences.of[first - 1] !== sentences.of[first]) return false;
  return name[first - 1] > 0 || wordOf(language, first - 1).toLowerCase() === 'the';
}

/** The first word of an outlet's name, left out of it: "Velden" before "Herald". */
function isOutletNameBefore(language: Language, first: number): boolean {
  const { name, sentences, tag } = language;
  const before = first - 1;
  if (before < 0 || name[before] !== 0 || sentences.of[before] !== sentences.of[first]) return false;
  if (TAGS[tag[before]] !== 'NNP' || isTitle(wordOf(language, before))) return false;
  return isOutletWord(wordOf(language, first).toLowerCase()) && /^\p{Lu}/u.test(wordOf(language, before));
}

/** The word of a token as it stands in the text. */
export function wordOf({ tokens }: Language, token: number): string {
  return token < tokens.count ? tokens.text.slice(tokens.start[token], tokens.end[token]) : '';
}

function isNoun({ tag }: Language, token: number): boolean {
  return tag[token] < 4;
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** Whether a word is a title that stands before a name and is no part of it. */
export function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase().replace('.', ''));
}

/** What a title says somebody is, abbreviations written out. */
function roleOf(title: string): string {
  const plain = title.toLowerCase().replace('.', '');
  return WRITTEN_OUT.get(plain) ?? plain;
}

const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['adm', 'admiral'],
  ['capt', 'captain'],
  ['cmdr', 'commander'],
  ['col', 'colonel'],
  ['cpl', 'corporal'],
  ['dr', 'doctor'],
  ['gen', 'general'],
  ['gov', 'governor'],
  ['lt', 'lieutenant'],
  ['maj', 'major'],
  ['ofc', 'officer'],
  ['prof', 'professor'],
  ['rep', 'representative'],
  ['rev', 'reverend'],
  ['sen', 'senator'],
  ['sgt', 'sergeant'],
]);

/** No name ends in such a word: headlines with capitals throughout make them look like one. */
const NO_NAME_TAGS: ReadonlySet<string> = new Set([
  'CC',
  'DT',
  'IN',
  'MD',
  'PRP',
  'TO',
  'VB',
  'VBD',
  'VBP',
  'VBZ',
  'WDT',
  'WP',
]);
const POSSESSIVES: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);
const SUFFIXES: ReadonlySet<string> = new Set(['ii', 'iii', 'iv', 'jr', 'sr']);
const PARTICLES: ReadonlySet<string> = new Set([
  'al',
  'bin',
  'da',
  'de',
  'del',
  'der',
  'di',
  'el',
  'ibn',
  'la',
  'van',
  'von',
]);

const TITLES: ReadonlySet<string> = new Set([
  'adm',
  'ambassador',
  'capt',
  'captain',
  'chancellor',
  'cmdr',
  'col',
  'colonel',
  'congressman',
  'congresswoman',
  'cpl',
  'detective',
  'dr',
  'gen',
  'general',
  'gov',
  'governor',
  'judge',
  'justice',
  'king',
  'lord',
  'lt',
  'maj',
  'mayor',
  'minister',
  'mr',
  'mrs',
  'ms',
  'ofc',
  'officer',
  'pope',
  'president',
  'prince',
  'princess',
  'prof',
  'professor',
  'queen',
  'rep',
  'representative',
  'rev',
  'secretary',
  'sen',
  'senator',
  'sgt',
  'sheik',
  'sheikh',
  'sir',
]);
