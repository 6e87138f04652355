import { type Gender, genderOfGivenName, genderOfNoun } from '@hearsay/reader/actors/gender';
import { tagOf } from '@hearsay/reader/attribution/phrases';
import { relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import { NAME_TYPES } from '@hearsay/reader/language/names';
import type { Assertion, Reading } from '@hearsay/reader/reading';

/** Whom pronouns and roles ("the leader") of an article mean. */
export interface Referents {
  /** The key of the name that a token of an assertion's content stands for, '' for none. */
  keyOf(token: number, assertion: Assertion, speaker: { key: string; type: string } | null): string;
}

const PERSON = NAME_TYPES.indexOf('PERSON');
/** How many sentences back somebody can be named whom a pronoun means. */
const REACH = 3;

/**
 * Resolves "he", "she", "his", "her", "I" and role nouns: a role is taken from where the article puts it beside a name
 * ("Lenn minister Mara Vell", "Mara Vell, the minister"), and only where it gives it to one person.
 */
export function referents(
  reading: Reading,
  tree: Tree,
  names: readonly string[],
  actorKeys: ReadonlyMap<string, string>,
  tokenAt: (offset: number) => number,
): Referents {
  const mentioned = mentionedActors(reading, actorKeys, tokenAt);
  const places = placesAmong(tree, names);
  const roles = rolesOf(tree, names);
  const { name, sentences } = tree.language;
  const frequency = new Map<string, number>();
  const genders = new Map<string, Gender>();
  for (const [token, key] of names.entries()) {
    if (name[token] !== PERSON || key === '') continue;
    frequency.set(key, (frequency.get(key) ?? 0) + 1);
    const gender = genderTold(tree, token, name);
    if (gender !== null) genders.set(key, gender);
  }
  const canBe = (key: string, pronoun: string): boolean =>
    (genders.get(key) ?? genderOf(pronoun)) === genderOf(pronoun);
  /** Of the people named shortly before: nearer and oftener named goes first. */
  const mostProminent = (token: number, word: string, speaker: string | undefined): string => {
    let best = '';
    let bestWeight = 0;
    const here = sentences.of[token];
    for (let before = token - 1; before >= 0 && here - sentences.of[before] <= REACH; before--) {
      const key = names[before];
      if (name[before] !== PERSON || key === '' || key === speaker || places.has(key) || !canBe(key, word)) continue;
      const weight = frequency.get(key)! / (1 + here - sentences.of[before]);
      if (weight > bestWeight) {
        best = key;
        bestWeight = weight;
      }
    }
    return best;
  };
  return {
    keyOf(token, assertion, speaker) {
      const word = tree.word[token];
      const isQuoted = assertion.kind === 'direct';
      if (SPEAKER.test(word)) return isQuoted && speaker?.type === 'person' ? speaker.key : '';
      if (THIRD_PERSON.test(word)) {
        const isOther = isDead(tree, token);
        const known = mentioned.get(token);
        if (known !== undefined && !places.has(known) && !(isOther && known === speaker?.key)) return known;
        if (!isQuoted && !isOther) {
          if (speaker?.type === 'person' && canBe(speaker.key, word)) return speaker.key;
          // "An informant said he had seen the body": mostly the informant, who has no name.
          if (speaker?.type === 'unnamed' && relationOf(tree, token) === 'nsubj') return '';
        }
        return mostProminent(token, word, speaker?.key);
      }
      if (tagOf(tree, token) !== 'NN' || relationOf(tree, token) === 'compound') return '';
      return hasNameUnder(tree, token, name) ? '' : (roles.get(tree.language.lemma[token]) ?? '');
    },
  };
}

const SPEAKER = /^(?:i|me|my|mine)$/;
const THIRD_PERSON = /^(?:he|him|his|she|her)$/;

function genderOf(pronoun: string): Gender {
  return /^(?:he|him|his)$/.test(pronoun) ? 'masculine' : 'feminine';
}

/** What a person's name tells where it begins: the given name, or the title before it. */
function genderTold(tree: Tree, token: number, name: Uint8Array): Gender | null {
  if (token > 0 && name[token - 1] === PERSON) return null;
  return (
    genderOfNoun(token > 0 ? tree.word[token - 1] : '') ??
    genderOfNoun(tree.word[token]) ??
    genderOfGivenName(tree.word[token])
  );
}

/** Whether it is said of a pronoun that who it means is dead: nobody says that of himself. */
function isDead(tree: Tree, pronoun: number): boolean {
  const { head, lemma } = tree.language;
  const verb = head[pronoun];
  if (verb < 0) return false;
  const dead =
    relationOf(tree, pronoun) === 'nsubj:pass' ? KILLED : relationOf(tree, pronoun) === 'nsubj' ? DEAD : null;
  if (!dead?.test(lemma[verb])) return false;
  for (let child = tree.child[verb]; child >= 0; child = tree.sibling[child]) {
    if (tagOf(tree, child) === 'MD' || NOT.test(tree.word[child])) return false;
  }
  return true;
}

const KILLED = /^(?:assassinate|behead|execute|kill|murder|slay)$/;
const DEAD = /^(?:dead|deceased|die|perish)$/;
const NOT = /^(?:never|not|n['’]t)$/;

function mentionedActors(
  reading: Reading,
  actorKeys: ReadonlyMap<string, string>,
  tokenAt: (offset: number) => number,
): Map<number, string> {
  const mentioned = new Map<number, string>();
  for (const actor of reading.actors) {
    if (actor.type !== 'person') continue;
    for (const { start, end } of actor.mentions) {
      if (end - start <= 3) mentioned.set(tokenAt(start), actorKeys.get(actor.id)!);
    }
  }
  return mentioned;
}

/** Keys of names that are a place at least as often as not, whatever else the name finder takes them for: nobody's "he". */
function placesAmong(tree: Tree, names: readonly string[]): Set<string> {
  const { name, sentences } = tree.language;
  const timesOf = new Map<string, { all: number; place: number }>();
  for (let token = 0; token < names.length; token++) {
    const key = names[token];
    const isFirst = token === 0 || names[token - 1] !== key || sentences.of[token - 1] !== sentences.of[token];
    if (key === '' || !isFirst) continue;
    const times = timesOf.get(key) ?? { all: 0, place: 0 };
    timesOf.set(key, times);
    times.all++;
    const isAfterPlace = token > 0 && (WHERE.has(tree.word[token - 1]) || BEFORE_PLACE.has(tree.word[token - 1]));
    if (name[token] === LOCATION || isAfterPlace || BEFORE_PLACE.has(tree.word[token])) times.place++;
  }
  return new Set([...timesOf].filter(([, { all, place }]) => 2 * place >= all).map(([key]) => key));
}

const LOCATION = NAME_TYPES.indexOf('LOCATION');
const WHERE: ReadonlySet<string> = new Set(
  'across eastern in inside into near northern outside southern throughout western'.split(' '),
);
const BEFORE_PLACE: ReadonlySet<string> = new Set('camp cape fort gulf lake mount port radio river'.split(' '));

/** Roles that the article gives to one person each, by lemma. */
function rolesOf(tree: Tree, names: readonly string[]): Map<string, string> {
  const { name, lemma, tokens, head } = tree.language;
  const roles = new Map<string, string>();
  const several = new Set<string>();
  const add = (role: string, key: string) => {
    const known = roles.get(role);
    if (known !== undefined && known !== key) several.add(role);
    roles.set(role, key);
  };
  for (let token = 0; token < tokens.count; token++) {
    if (name[token] !== PERSON || names[token] === '' || (token > 0 && name[token - 1] === PERSON)) continue;
    if (token > 0 && name[token - 1] === 0 && tagOf(tree, token - 1) === 'NN') add(lemma[token - 1], names[token]);
    let end = token;
    while (end < tokens.count && name[end] === PERSON) end++;
    for (let next = end; next < Math.min(tokens.count, end + 8); next++) {
      if (relationOf(tree, next) === 'appos' && head[next] >= token && head[next] < end && tagOf(tree, next) === 'NN') {
        add(lemma[next], names[token]);
      }
    }
  }
  for (const role of several) roles.delete(role);
  return roles;
}

function hasNameUnder(tree: Tree, noun: number, name: Uint8Array): boolean {
  for (let child = tree.child[noun]; child >= 0; child = tree.sibling[child]) {
    if (name[child] === PERSON && relationOf(tree, child) !== 'nmod:poss') return true;
  }
  return false;
}
