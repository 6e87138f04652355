import type { TokenRange } from '../attribution/attribution.ts';
import type { Language } from '../language/language.ts';
import { RELATIONS } from '../language/relations.ts';
import type { Actor } from '../reading.ts';
import type { Gender } from './gender.ts';
import { genderOfNoun } from './gender.ts';
import { clusterNames } from './name-clusters.ts';
import { findNameMentions, type NameMention, wordOf } from './name-mentions.ts';
import { BODY_NOUNS } from './source-nouns.ts';

/** Somebody or something that the article speaks of, while its mentions are still being gathered. */
export interface Referent {
  type: Actor['type'];
  /** The fullest name, or the description. */
  name: string;
  named: boolean;
  plural: boolean;
  /** One person: whom "he" or "she" can stand for. */
  human: boolean;
  gender: Gender | null;
  mentions: TokenRange[];
  /** Nouns that say what it is, as lemmas: "spokesman", "president", the head of a description. */
  roles: Set<string>;
  /** The words it is known by, in lower case. */
  words: ReadonlySet<string>;
}

/** A mention by name, as context for what stands after it. */
export interface Mention {
  token: number;
  sentence: number;
  referent: number;
  subject: boolean;
  /** The source of words that somebody else reports. */
  nested: boolean;
}

/** The referents of one article. */
export interface Referents {
  readonly all: Referent[];
  /** The referent whose name a token belongs to, -1 for none. */
  readonly nameAt: Int32Array;
  /** The mentions by name, in the order of the text. */
  readonly named: readonly Mention[];
  /** For each role the one named person who has it, -1 where several have. */
  readonly holders: ReadonlyMap<string, number>;
}

/** Everybody and everything named in a text, surnames, acronyms and misspellings joined to the full name. */
export function namedReferents(language: Language): Referents {
  const mentions = findNameMentions(language);
  const clusters = clusterNames(mentions, (mention) => wordsOf(language, mention));
  const nameAt = new Int32Array(language.tokens.count).fill(-1);
  const named: Mention[] = [];
  const all = clusters.map((cluster, index): Referent => {
    const roles = new Set<string>();
    for (const mention of cluster.mentions) {
      nameAt.fill(index, mention.first, mention.end);
      for (const role of mention.roles) roles.add(role);
      if (cluster.type !== 'other' || !modifies(language, mention)) named.push(contextOf(language, mention, index));
    }
    const name = textOf(language, fullest(cluster.mentions));
    const words = new Set(cluster.mentions.flatMap((mention) => mention.words));
    const { gender } = cluster;
    const type = NAMED_TYPES[cluster.type];
    const human = type === 'person';
    return {
      type,
      name,
      named: true,
      plural: type === 'group',
      human,
      gender,
      mentions: cluster.mentions,
      roles,
      words,
    };
  });
  named.sort((a, b) => a.token - b.token);
  addRoles(language, { all, nameAt });
  return { all, nameAt, named, holders: holdersOf(all) };
}

function holdersOf(all: readonly Referent[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const [index, { type, roles }] of all.entries()) {
    if (type !== 'person') continue;
    for (const role of roles) holders.set(role, holders.has(role) ? -1 : index);
  }
  return holders;
}

/** The words of a range as they stand in the text, white space made single. */
export function textOf({ tokens }: Language, { first, end }: TokenRange): string {
  return tokens.text.slice(tokens.start[first], tokens.end[end - 1]).replace(/\s+/g, ' ');
}

/** How many mentions stand before a token; the mentions are in the order of the text. */
export function countBefore(mentions: readonly Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].token < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last mentions before a token, the nearest first. */
export function lastBefore(mentions: readonly Mention[], token: number, most: number): Mention[] {
  const end = countBefore(mentions, token);
  return mentions.slice(Math.max(0, end - most), end).reverse();
}

const NAMED_TYPES = { person: 'person', organization: 'organization', place: 'place', other: 'group' } as const;

function fullest(mentions: readonly NameMention[]): NameMention {
  return mentions.reduce((best, mention) => (mention.words.length > best.words.length ? mention : best));
}

function wordsOf(language: Language, { first, end }: TokenRange): string[] {
  const words: string[] = [];
  for (let token = first; token < end; token++) words.push(wordOf(language, token));
  return words;
}

function contextOf(language: Language, { first, end }: TokenRange, referent: number): Mention {
  const { head, relation, sentences } = language;
  let subject = false;
  for (let token = first; token < end; token++) {
    if (head[token] >= first && head[token] < end) continue;
    const owned = RELATIONS[relation[token]] === 'nmod:poss' ? head[token] : token;
    subject = RELATIONS[relation[owned]].startsWith('nsubj');
    break;
  }
  return { token: first, sentence: sentences.of[first], referent, subject, nested: false };
}

/** Whether a name only says of what kind something else is: "Ketran troops". */
function modifies({ head, relation }: Language, { first, end }: TokenRange): boolean {
  const over = head[end - 1];
  return (over < first || over >= end) && MODIFIERS.has(RELATIONS[relation[end - 1]]);
}

const MODIFIERS: ReadonlySet<string> = new Set(['amod', 'compound']);

/** Roles and gender from the nouns beside a person's name: "spokeswoman Ira Moll", "Ira Moll, the mayor". Nobody is a ministry. */
function addRoles(language: Language, { all, nameAt }: Pick<Referents, 'all' | 'nameAt'>): void {
  const { head, relation, lemma, tag } = language;
  for (let token = 0; token < head.length; token++) {
    const over = head[token];
    if (over < 0) continue;
    const how = RELATIONS[relation[token]];
    if (how !== 'appos' && how !== 'compound') continue;
    const [name, noun] = nameAt[token] >= 0 && nameAt[over] < 0 ? [token, over] : [over, token];
    const referent = all[nameAt[name]];
    if (referent?.type !== 'person' || nameAt[noun] >= 0 || tag[noun] > LAST_NOUN_TAG) continue;
    if ((how === 'compound' && noun === over) || BODY_NOUNS.has(lemma[noun])) continue;
    referent.roles.add(lemma[noun]);
    referent.gender ??= genderOfNoun(lemma[noun]);
  }
}

/** The noun tags stand first in `TAGS`. */
const LAST_NOUN_TAG = 3;
