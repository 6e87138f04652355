import type { TokenRange } from '../attribution/attribution.ts';
import { isOutletWord } from '../attribution/outlets.ts';
import type { Language } from '../language/language.ts';
import { NAME_TYPES } from '../language/names.ts';
import { RELATIONS } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import type { Actor } from '../reading.ts';
import { genderOfNoun } from './gender.ts';
import { isTitle, wordOf } from './name-mentions.ts';
import { lastBefore, type Mention, type Referent, type Referents, textOf } from './referents.ts';
import {
  BODY_NOUNS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  isAnaphoricPersonNoun,
  isPersonNoun,
  PUBLICATION_NOUNS,
} from './source-nouns.ts';

/** A source that is described and not named. */
export interface Description {
  range: TokenRange;
  lemma: string;
  definite: boolean;
  plural: boolean;
}

/**
 * Who a description takes up that the article has spoken of before, -1 for nobody: "the official" an official, "the
 * spokesman" the one named with that title, "the ministry" the last ministry, "the actor" the person who spoke last.
 *
 * @param spoken mentions as a source so far, in the order of the text
 */
export function findDescribed(
  language: Language,
  description: Description,
  { all: referents, named, holders }: Referents,
  spoken: readonly Mention[],
): number {
  const { lemma, definite, range } = description;
  const qualifiers = qualifiersOf(language, range, lemma);
  const same = lastWhere(spoken, range.first, ({ referent }) => {
    const known = referents[referent];
    if (!known.roles.has(lemma) || known.plural !== description.plural) return false;
    return definite ? isSubset(qualifiers, known.words) : sameWords(qualifiers, known, lemma);
  });
  if (same >= 0 && (definite || description.plural)) return same;
  if (description.plural) return -1;
  const personal = isAnaphoricPersonNoun(lemma);
  const isSomebody = personal || (isPersonNoun(lemma) && !LEFT_UNNAMED.has(lemma));
  const office = isSomebody && !LEFT_UNNAMED.has(lemma) ? holderOf(language, description, holders) : -1;
  if (office >= 0) return office;
  const noun = beforeOf(language, range);
  if (
    isSomebody &&
    (!definite || noun.end < range.end) &&
    !hasName(language, noun, PERSON) &&
    !isProper(language, noun)
  ) {
    const ahead = introducedNext(language, range, referents, named);
    if (ahead >= 0) return ahead;
  }
  if (!definite) return -1;

  const titled = lastWhere(named, range.first, ({ referent }) => {
    const known = referents[referent];
    return known.type === 'person' && known.roles.has(lemma) && isSubset(qualifiers, known.words);
  });
  if (titled >= 0) return titled;
  const sentence = language.sentences.of[range.first];
  const spoke = lastBefore(spoken, range.first, WINDOW).find(({ nested }) => !nested);
  if ((personal || isBare(language, description)) && !hasName(language, range)) {
    const gender = genderOfNoun(lemma);
    const fits = ({ referent }: Mention) => {
      const known = referents[referent];
      return known.type === 'person' && (gender === null || known.gender === null || known.gender === gender);
    };
    const heard = mostHeard(
      spoken,
      range.first,
      (mention) => sentence - mention.sentence <= SENTENCES_REMEMBERED && fits(mention),
    );
    if (heard >= 0) return heard;
    return lastWhere(
      named,
      range.first,
      (mention) => mention.subject && sentence - mention.sentence <= SENTENCES_OF_PERSON && fits(mention),
    );
  }
  if (PUBLICATION_NOUNS.has(lemma) && isSubset(qualifiers, GENRES)) {
    const isOutlet = (known: Referent) => isSite(known) || (known.named && [...known.words].some(isOutletWord));
    const told = lastBefore(spoken, range.first, WINDOW).filter(({ referent }) => isOutlet(referents[referent]));
    const outlet = told[0]?.referent ?? lastWhere(named, range.first, ({ referent }) => isOutlet(referents[referent]));
    if (outlet >= 0) return outlet;
  }
  if (qualifiers.size > 0) return -1;

  const last = spoke && referents[spoke.referent];
  if (lemma === 'source') return spoke && last?.type === 'unnamed' ? spoke.referent : -1;
  if (OWN_WORDS.has(lemma)) {
    return spoke && last?.type !== 'document' && sentence - spoke.sentence <= 2 ? spoke.referent : -1;
  }
  if (REPORTS.has(lemma)) {
    const isBody = last?.type === 'organization' || (last !== undefined && isSite(last));
    return spoke && isBody && sentence - spoke.sentence <= SENTENCES_OF_REPORT ? spoke.referent : -1;
  }
  if (!BODY_NOUNS.has(lemma) && !PUBLICATION_NOUNS.has(lemma)) return -1;
  const ofThatName = lastWhere(named, range.first, ({ referent }) => referents[referent].words.has(lemma));
  if (ofThatName >= 0) return ofThatName;
  if (!GENERAL_BODIES.has(lemma)) return -1;
  const isNear = ({ referent, sentence: then }: Mention) =>
    referents[referent].type === 'organization' && referents[referent].named && sentence - then <= SENTENCES_OF_BODY;
  const heard = spoke && last?.type === 'organization' ? spoke.referent : lastWhere(spoken, range.first, isNear);
  // A site is no company that was only spoken of.
  if (heard >= 0 || PUBLICATION_NOUNS.has(lemma)) return heard;
  return lastWhere(named, range.first, (mention) => mention.subject && isNear(mention));
}

/** Sentences after which a person who was named and did not speak is no longer taken up as "the 26-year-old". */
const SENTENCES_OF_PERSON = 3;
/** Sentences after which an outlet is no longer taken up as "the report". */
const SENTENCES_OF_REPORT = 4;
/** Sentences after which a body is no longer taken up as "the company". */
const SENTENCES_OF_BODY = 3;
/** People whom news describes and leaves unnamed: one named after them is mostly another. */
const LEFT_UNNAMED: ReadonlySet<string> = new Set([
  'aide',
  'analyst',
  'attorney',
  'commander',
  'diplomat',
  'expert',
  'eyewitness',
  'friend',
  'insider',
  'investigator',
  'lawyer',
  'neighbor',
  'neighbour',
  'observer',
  'officer',
  'official',
  'prosecutor',
  'relative',
  'reporter',
  'resident',
  'source',
  'spokesman',
  'spokesperson',
  'spokeswoman',
  'user',
  'witness',
]);

/** People who speak unnamed though the article names others, and holders of an office whom everybody knows. */
const STRANGERS: ReadonlySet<string> = new Set([
  'attacker',
  'chief',
  'commissioner',
  'eyewitness',
  'gunman',
  'premier',
  'sheriff',
  'source',
  'suspect',
  'victim',
  'witness',
]);

/** Qualifiers that only say that an outlet is one: "the news agency". */
const GENRES: ReadonlySet<string> = new Set(['local', 'media', 'news', 'online', 'press', 'radio', 'television', 'tv']);
/** Sentences after which a person who spoke is no longer taken up as "the actor". */
const SENTENCES_REMEMBERED = 8;
/** A report may open with "A former player says" and give the name after that: so many sentences may stand between. */
const SENTENCES_TO_NAME = 2;
const SENTENCES_OF_OPENING = 2;

/**
 * Who alone in the article is named as what a description says, wherever the name stands: "his sister", "the country's
 * attorney general", of whom the article speaks by name too; -1 for nobody or several.
 */
function holderOf(
  language: Language,
  { lemma, definite, range }: Description,
  holders: ReadonlyMap<string, number>,
): number {
  if (!definite && !isOwned(language, range)) return -1;
  if (language.name[range.end - 1] === PERSON || isJoined(language, range)) return -1;
  return holders.get(lemma) ?? -1;
}

function isJoined({ tag }: Language, { first, end }: TokenRange): boolean {
  for (let token = first; token < end; token++) if (TAGS[tag[token]] === 'CC') return true;
  return false;
}

/** A noun phrase as far as its first preposition: "a friend" of "a friend of Oren Vell". */
function beforeOf({ tag }: Language, { first, end }: TokenRange): TokenRange {
  for (let token = first + 1; token < end; token++) if (TAGS[tag[token]] === 'IN') return { first, end: token };
  return { first, end };
}

/** A name that was not taken for one: "Father Moll". */
function isProper({ tag, lemma }: Language, { end }: TokenRange): boolean {
  return TAGS[tag[end - 1]] === 'NNP' && !isPersonNoun(lemma[end - 1].toLowerCase());
}

/** "The analyst", with nothing to say which: one the article has named, where it has described none. */
function isBare(language: Language, { range: { first, end }, lemma }: Description): boolean {
  return (
    end - first === 2 &&
    isPersonNoun(lemma) &&
    !STRANGERS.has(lemma) &&
    !isTitle(lemma) &&
    wordOf(language, first).toLowerCase() === 'the'
  );
}

/** Whether one goes by the name of a site, which the name finder knows for none: "Velden.com", "LanternRumors". */
function isSite({ name, type }: Referent): boolean {
  return type !== 'person' && SITE_NAME.test(name);
}

const SITE_NAME = /^(?:\S+\.(?:com|co|net|org|info|tv|uk|fm)|\p{Lu}\p{Ll}+\p{Lu}\S*)$/u;

/** Whether somebody's: "his sister", "Ketra's president". */
function isOwned({ tag }: Language, { first, end }: TokenRange): boolean {
  for (let token = first; token < end - 1; token++) if (OWNING_TAGS.has(TAGS[tag[token]])) return true;
  return false;
}

/** Who a person described in the opening turns out to be: the first one newly named after it, soon and as a subject. */
function introducedNext(
  { sentences }: Language,
  range: TokenRange,
  referents: readonly Referent[],
  named: readonly Mention[],
): number {
  const sentence = sentences.of[range.first];
  if (sentence >= SENTENCES_OF_OPENING) return -1;
  const isPerson = ({ referent }: Mention) => referents[referent].type === 'person';
  const around = new Set(named.filter((mention) => mention.sentence <= sentence).map(({ referent }) => referent));
  const next = named.find(
    (mention) => mention.sentence > sentence && mention.subject && isPerson(mention) && !around.has(mention.referent),
  );
  return next && next.sentence - sentence <= SENTENCES_TO_NAME ? next.referent : -1;
}

/** Whether a description holds a name; "Harrow-based" is none. */
function hasName({ name, tokens }: Language, { first, end }: TokenRange, type?: number): boolean {
  for (let token = first; token < end; token++) {
    const hyphenated = tokens.text.slice(tokens.start[token], tokens.end[token]).includes('-');
    if (name[token] > 0 && (type === undefined || name[token] === type) && !hyphenated) return true;
  }
  return false;
}

/** A new referent for a description that takes up nobody. */
export function describedReferent(language: Language, { range, lemma, plural }: Description): Referent {
  const end = describedEnd(language, range);
  const text = textOf(language, { first: range.first, end });
  return {
    type: describedType(lemma, plural),
    name: isCapitalAnyway(language, range.first) ? text : text.charAt(0).toLowerCase() + text.slice(1),
    named: false,
    plural: plural || GROUP_NOUNS.has(lemma),
    human: !plural && isPersonNoun(lemma) && !SITE_NAME.test(text),
    gender: genderOfNoun(lemma),
    mentions: [],
    roles: new Set([lemma]),
    words: qualifiersOf(language, { first: range.first, end }, ''),
  };
}

/** Whether a word would have its capital inside a sentence too: a name, or an adjective that may be made of one. */
function isCapitalAnyway({ tag, name, tokens }: Language, token: number): boolean {
  const isAcronym = /\p{Lu}/u.test(tokens.text.slice(tokens.start[token] + 1, tokens.end[token]));
  return name[token] > 0 || isAcronym || /^(?:NNP|JJ)/.test(TAGS[tag[token]]);
}

function describedType(lemma: string, plural: boolean): Actor['type'] {
  if (DOCUMENT_NOUNS.has(lemma)) return 'document';
  if (plural || GROUP_NOUNS.has(lemma)) return 'group';
  return BODY_NOUNS.has(lemma) || PUBLICATION_NOUNS.has(lemma) ? 'organization' : 'unnamed';
}

/** The words that describe a source, without the day on which it spoke: "a spokesman for the army on Wednesday". */
export function withoutDay(language: Language, { first, end }: TokenRange, head: number): TokenRange {
  for (let token = Math.max(head, first) + 1; token < end; token++) {
    const isDay = DAY.test(wordOf(language, token)) && TAGS[language.tag[token]].startsWith('NN');
    if (!isDay) continue;
    let from = token;
    while (from > head + 1 && BEFORE_DAY.test(wordOf(language, from - 1))) from--;
    // "Those killed on Monday" are told by the day; "a Sunday paper" by its name.
    if ((from < token || token + 1 === end) && !TAGS[language.tag[from - 1]].startsWith('VB'))
      return { first, end: from };
  }
  return { first, end };
}

const DAY = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight)$/;
const BEFORE_DAY = /^(?:on|late|early|earlier|later|last|this)$/;

/** Where a description ends: before a comma that begins an apposition or a relative clause, not one of a list. */
function describedEnd({ tokens, head, relation }: Language, { first, end }: TokenRange): number {
  let comma = end;
  for (let token = first + 1; token < end; token++) {
    if (tokens.text[tokens.start[token]] === ',' && comma === end) comma = token;
    const outside = head[token] < comma && head[token] >= first;
    if (comma < token && outside && ADDED_RELATIONS.has(RELATIONS[relation[token]])) return comma;
    if (comma < token && outside && RELATIONS[relation[token]] === 'conj') comma = end;
  }
  return end;
}

/** The nouns, names, adjectives and numbers of a description but its head, in lower case. */
function qualifiersOf(language: Language, { first, end }: TokenRange, lemma: string): Set<string> {
  const words = new Set<string>();
  for (let token = first; token < end; token++) {
    if (QUALIFYING_TAGS.has(TAGS[language.tag[token]]) && language.lemma[token] !== lemma) {
      words.add(wordOf(language, token).toLowerCase());
    }
  }
  return words;
}

function isSubset(words: ReadonlySet<string>, of: ReadonlySet<string>): boolean {
  for (const word of words) if (!of.has(word)) return false;
  return true;
}

function sameWords(qualifiers: ReadonlySet<string>, { words }: Referent, lemma: string): boolean {
  return isSubset(qualifiers, words) && [...words].every((word) => qualifiers.has(word) || word.startsWith(lemma));
}

/** Mentions looked at, back from the description. */
const WINDOW = 80;

/** Of those who spoke and pass the test, the one who spoke most often: whom the article is about. */
function mostHeard(mentions: readonly Mention[], before: number, test: (mention: Mention) => boolean): number {
  const heard = new Map<number, number>();
  for (const mention of lastBefore(mentions, before, WINDOW)) {
    const times = heard.get(mention.referent);
    if (times !== undefined) heard.set(mention.referent, times + 1);
    else if (test(mention)) heard.set(mention.referent, 1);
  }
  let best = -1;
  let most = 0;
  for (const [referent, times] of heard) {
    if (times <= most) continue;
    best = referent;
    most = times;
  }
  return best;
}

function lastWhere(mentions: readonly Mention[], before: number, test: (mention: Mention) => boolean): number {
  return lastBefore(mentions, before, WINDOW).find(test)?.referent ?? -1;
}

const ADDED_RELATIONS: ReadonlySet<string> = new Set(['acl', 'acl:relcl', 'appos', 'parataxis']);
const PERSON = NAME_TYPES.indexOf('PERSON');
const OWNING_TAGS: ReadonlySet<string> = new Set(['POS', 'PRP$']);
const QUALIFYING_TAGS: ReadonlySet<string> = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'JJ', 'JJR', 'JJS', 'CD']);
/** Words of somebody's own: "the message said" is what its writer said. */
const OWN_WORDS: ReadonlySet<string> = new Set(['message', 'post', 'statement', 'tweet']);
/** Words of an outlet that was the last to speak: "the report said". */
const REPORTS: ReadonlySet<string> = new Set(['article', 'report', 'story']);
const GENERAL_BODIES: ReadonlySet<string> = new Set([
  'agency',
  'airline',
  'bank',
  'broadcaster',
  'carrier',
  'charity',
  'club',
  'company',
  'firm',
  'giant',
  'group',
  'manufacturer',
  'newspaper',
  'organisation',
  'organization',
  'outlet',
  'paper',
  'publisher',
  'retailer',
  'site',
  'startup',
  'studio',
  'university',
  'website',
]);
