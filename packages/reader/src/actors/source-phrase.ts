import type { TokenRange } from '../attribution/attribution.ts';
import { isOutletWord } from '../attribution/outlets.ts';
import type { Language } from '../language/language.ts';
import { NAME_TYPES } from '../language/names.ts';
import { RELATIONS, type Relation } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import { isNameOfPlace, wordOf } from './name-mentions.ts';
import { DOCUMENT_NOUNS, isPersonNoun, NOBODY, PUBLICATION_NOUNS } from './source-nouns.ts';

/** What kind of words name a source, and the token that carries them. */
export type SourcePhrase =
  | { kind: 'pronoun'; head: number; word: string }
  | { kind: 'relative'; head: number; antecedent: number }
  | { kind: 'name'; head: number; name: number }
  | { kind: 'made-by'; head: number; name: number }
  | { kind: 'description'; head: number; lemma: string; definite: boolean; plural: boolean }
  | { kind: 'nobody' };

/**
 * Tells how the words of a source name it: by a pronoun, a name (in apposition or with a title too), a document that
 * somebody named made ("a Lantern News report"), or a description.
 *
 * @param nameAt for each token the index of the name it belongs to, -1 for none
 */
export function describeSource(language: Language, range: TokenRange, nameAt: Int32Array): SourcePhrase {
  const head = nounBehind(language, range, headOf(language, range));
  const lemma = language.lemma[head];
  const tag = TAGS[language.tag[head]];
  const word = wordOf(language, head).toLowerCase();
  if (NOBODY.has(word) || (word === 'one' && wordOf(language, head - 1).toLowerCase() === 'no'))
    return { kind: 'nobody' };
  if (RELATIVE_PRONOUNS.has(word) && range.end - range.first === 1) {
    return { kind: 'relative', head, antecedent: antecedentOf(language, head) };
  }
  if (tag === 'PRP' || PERSONAL_PRONOUNS.has(word)) return { kind: 'pronoun', head, word };
  const name = namedBy(language, range, head, nameAt);
  if (name >= 0) return { kind: 'name', head, name };
  if (DOCUMENT_NOUNS.has(lemma)) {
    const maker = makerOf(language, range, head, nameAt);
    if (maker >= 0) return { kind: 'made-by', head, name: maker };
  }
  const plural = tag === 'NNS' || tag === 'NNPS';
  return { kind: 'description', head, lemma, definite: isDefinite(language, range), plural };
}

/** The token of a range that the others depend on: the first noun or pronoun whose own head lies outside. */
function headOf({ head, tag }: Language, { first, end }: TokenRange): number {
  let fallback = -1;
  for (let token = first; token < end; token++) {
    const outside = head[token] < first || head[token] >= end;
    const nominal = NOMINAL_TAGS.has(TAGS[tag[token]]);
    if (outside && nominal) return token;
    if (nominal && fallback < 0) fallback = token;
  }
  return fallback < 0 ? end - 1 : fallback;
}

/**
 * The noun for a person to which a body's or a place's name only belongs, where the parser took that name for the head: "a
 * Velden Health Board (VHB) official"; or that for an outlet: "the Velden paper Quillon". The head itself for all else.
 */
function nounBehind(language: Language, { end }: TokenRange, head: number): number {
  const type = NAME_TYPES[language.name[head]];
  if (type !== 'ORGANIZATION' && type !== 'LOCATION') return head;
  for (let token = head + 1; token < end; token++) {
    const tag = TAGS[language.tag[token]];
    const lemma = language.lemma[token];
    if (/^NNS?$/.test(tag) && (isPersonNoun(lemma) || (type === 'LOCATION' && PUBLICATION_NOUNS.has(lemma))))
      return token;
    if (!/^(?:NN|JJ|-|WP)/.test(tag)) break;
  }
  return head;
}

/**
 * The name that is the source itself: it holds the head, or a person's name stands to the head in apposition or as the
 * last part of its compound. A name in the genitive or behind a preposition says whose, not who.
 */
function namedBy(language: Language, range: TokenRange, head: number, nameAt: Int32Array): number {
  const headed = nameAt[head] >= 0;
  if (headed && NAME_TYPES[language.name[head]] === 'PERSON') return nameAt[head];
  for (let token = range.first; token < range.end; token++) {
    if (nameAt[token] < 0 || nameAt[token] === nameAt[token - 1] || isNameOfPlace(language, token)) continue;
    const name = nameAt[token];
    let last = token;
    while (last + 1 < range.end && nameAt[last + 1] === name) last++;
    if (!headed && isApposed(language, last, head, nameAt)) return name;
    if (
      isTitled(language, range, token, last) ||
      isCalled(language, range, token, last) ||
      isSetOff(language, range, token, last)
    )
      return name;
  }
  if (headed) return nameAt[head];
  return apposedOutside(language, range, head, nameAt);
}

/**
 * The name before a comma of which the words are the apposition: "a local woman" of "Ira Moll, a local woman". Somebody is
 * none of a body: "in a statement to the Herald, a spokesman".
 */
function apposedOutside(
  { head, relation, name, lemma }: Language,
  { first, end }: TokenRange,
  token: number,
  nameAt: Int32Array,
): number {
  const over = head[token];
  if (RELATIONS[relation[token]] !== 'appos' || (over >= first && over < end)) return -1;
  return isPersonNoun(lemma[token]) && NAME_TYPES[name[over]] !== 'PERSON' ? -1 : (nameAt[over] ?? -1);
}

function isApposed({ head, relation }: Language, from: number, to: number, nameAt: Int32Array): boolean {
  let token = from;
  for (let steps = 0; steps < 6 && token !== to; steps++) {
    const within = head[token] >= 0 && nameAt[head[token]] === nameAt[token];
    if (!within && RELATIONS[relation[token]] !== 'appos') return false;
    token = head[token];
    if (token < 0) return false;
  }
  return token === to;
}

/**
 * A person's name that closes the phrase with nothing but nouns and adjectives before it: "ruling party nominee Ira
 * Moll", however the parser bound it.
 */
function isTitled(language: Language, { first, end }: TokenRange, nameFirst: number, nameLast: number): boolean {
  if (NAME_TYPES[language.name[nameFirst]] !== 'PERSON') return false;
  if (nameLast + 1 < end && wordOf(language, nameLast + 1) !== ',') return false;
  for (let token = first; token < nameFirst; token++) if (!TITLE_TAGS.has(TAGS[language.tag[token]])) return false;
  return true;
}

/** A person's name right behind a noun for a person, with which the phrase ends: "the press spokeswoman Ira Moll". */
function isCalled(language: Language, { first, end }: TokenRange, nameFirst: number, nameLast: number): boolean {
  if (NAME_TYPES[language.name[nameFirst]] !== 'PERSON' || nameFirst === first) return false;
  if (nameLast + 1 < end && wordOf(language, nameLast + 1) !== ',') return false;
  for (let token = first; token < nameFirst; token++) if (wordOf(language, token) === ',') return false;
  return TAGS[language.tag[nameFirst - 1]] === 'NN' && isPersonNoun(language.lemma[nameFirst - 1]);
}

/**
 * A person's name between commas, or behind one at the end, after a noun for people: "the coordinator for health in the
 * north, Ira Moll,", however far the parser bound it.
 */
function isSetOff(language: Language, { first, end }: TokenRange, nameFirst: number, nameLast: number): boolean {
  if (NAME_TYPES[language.name[nameFirst]] !== 'PERSON' || nameFirst === nameLast) return false;
  if (wordOf(language, nameFirst - 1) !== ',' || (nameLast + 1 < end && wordOf(language, nameLast + 1) !== ','))
    return false;
  for (let token = first; token < nameFirst - 1; token++) {
    if (wordOf(language, token) === ',') return false;
    if (TAGS[language.tag[token]].startsWith('NN') && isPersonNoun(language.lemma[token].toLowerCase())) return true;
  }
  return false;
}

/** "a statement by the Harrow Institute", "the Lantern News report", "an article in the Herald": who made the document. */
function makerOf(language: Language, range: TokenRange, head: number, nameAt: Int32Array): number {
  for (let token = range.first; token < range.end; token++) {
    if (nameAt[token] < 0 || language.head[token] !== head) continue;
    const relation = RELATIONS[language.relation[token]];
    if (relation === 'nmod:poss' || relation === 'compound') return nameAt[token];
    if (relation !== 'nmod') continue;
    const preposition = caseOf(language, token, range);
    const isOutlet = preposition === 'in' && isOutletWord(wordOf(language, token).toLowerCase());
    if (isOutlet || MAKING_PREPOSITIONS.has(preposition)) return nameAt[token];
  }
  return -1;
}

/**
 * Who published a text that is named as a source where it comes out: "Velden.com posted an article that says"; the noun,
 * -1 for nobody.
 */
export function publisherOf({ head, relation, lemma }: Language, text: number, noun: string): number {
  const verb = head[text];
  if (!TEXTS.has(noun) || verb < 0 || RELATIONS[relation[text]] !== 'obj' || !PUBLISHING.has(lemma[verb])) return -1;
  for (let token = text - 1; token >= 0 && token > text - LONGEST_PUBLISHING; token--)
    if (head[token] === verb && RELATIONS[relation[token]] === 'nsubj') return token;
  return -1;
}

const LONGEST_PUBLISHING = 12;
const PUBLISHING: ReadonlySet<string> = new Set([
  'issue',
  'post',
  'publish',
  'release',
  'run',
  'send',
  'share',
  'write',
]);
/** Texts in which their makers speak; a picture shows what it shows, whoever released it. */
const TEXTS: ReadonlySet<string> = new Set([
  'article',
  'letter',
  'message',
  'note',
  'post',
  'report',
  'statement',
  'story',
  'tweet',
]);

function caseOf(language: Language, token: number, { first }: TokenRange): string {
  for (let before = token - 1; before >= first; before--) {
    if (language.head[before] === token && RELATIONS[language.relation[before]] === 'case') {
      return language.lemma[before];
    }
  }
  return '';
}

/**
 * The noun that a relative clause hangs on: from the pronoun up to the clause's verb, and to the noun over it; where the
 * parser took the clause for a main one, the noun right before it.
 */
function antecedentOf({ head, relation, tokens, tag }: Language, pronoun: number): number {
  let token = pronoun;
  for (let steps = 0; steps < 8 && token >= 0; steps++) {
    const up: Relation = RELATIONS[relation[token]];
    if (up === 'acl:relcl' || up === 'acl') return head[token];
    token = head[token];
  }
  const before = tokens.text[tokens.start[pronoun - 1]] === ',' ? pronoun - 2 : pronoun - 1;
  return before >= 0 && TAGS[tag[before]].startsWith('NN') ? before : -1;
}

function isDefinite(language: Language, { first }: TokenRange): boolean {
  return DEFINITE_WORDS.has(wordOf(language, first).toLowerCase());
}

const NOMINAL_TAGS: ReadonlySet<string> = new Set([
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'PRP',
  'CD',
  'DT',
  'WP',
  'WDT',
  'JJ',
  'EX',
]);
const TITLE_TAGS: ReadonlySet<string> = new Set(['NN', 'NNP', 'JJ', 'VBN', 'DT', 'PRP$', 'POS', 'CD']);
const MAKING_PREPOSITIONS: ReadonlySet<string> = new Set(['by', 'from', 'of']);
const DEFINITE_WORDS: ReadonlySet<string> = new Set(['that', 'the', 'these', 'this', 'those']);
const RELATIVE_PRONOUNS: ReadonlySet<string> = new Set(['that', 'which', 'who', 'whom']);
const PERSONAL_PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'her',
  'him',
  'i',
  'it',
  'me',
  'she',
  'them',
  'they',
  'us',
  'we',
  'you',
]);
