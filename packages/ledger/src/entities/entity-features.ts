import type { Language } from '@hearsay/reader/language/language';
import { TAGS } from '@hearsay/reader/language/tags';
import type { Actor, Reading } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { hashOf } from '../hash.ts';
import { isProperName, parseName } from './actor-name.ts';
import { isBody } from './bodies.ts';

/** What linking needs of one article: those of its actors who can be met again. */
export interface EntityFeatures {
  actors: ActorFeatures[];
}

export interface ActorFeatures {
  /** Its place in `reading.actors`. */
  ordinal: number;
  name: string;
  /** `unnamed` for a description that says whose, "Iraqi officials", or is a body's: "the army". */
  type: Actor['type'];
  /** Other forms of its name. */
  aliases: string[];
  /** Hashes of what it is called beside its name: "spokesman", "minister". */
  roles: number[];
  /** Places in `reading.assertions` of what it says. */
  says: number[];
}

const MOST_ALIASES = 4;
const MOST_ROLES = 6;

export function entityFeatures({ reading, language }: AnalysedArticle): EntityFeatures {
  const tokenAt = tokenFinder(language);
  const linkable: KeptActor[] = [];
  for (const [ordinal, actor] of reading.actors.entries()) {
    if (isNamed(actor)) linkable.push([ordinal, ...rolesOf(actor, language, tokenAt)]);
    else if (isDescribed(actor, language, tokenAt)) linkable.push([ordinal]);
  }
  return featuresOfActors(linkable, reading);
}

/** Of an actor who can be met again, what only the language layer tells: its place in `reading.actors` and its roles. */
export type KeptActor = [ordinal: number, ...roles: number[]];

export function keptActors({ actors }: EntityFeatures): KeptActor[] {
  return actors.map(({ ordinal, roles }) => [ordinal, ...roles]);
}

/** The features of actors who can be met again, out of what is kept of them and the reading. */
export function featuresOfActors(kept: readonly KeptActor[], reading: Reading): EntityFeatures {
  const saidBy = new Map<string, number[]>();
  for (const [at, { speaker }] of reading.assertions.entries()) {
    if (speaker !== null) saidBy.set(speaker, [...(saidBy.get(speaker) ?? []), at]);
  }
  const actors = kept.flatMap(([ordinal, ...roles]): ActorFeatures[] => {
    const actor = reading.actors[ordinal];
    if (actor === undefined) return [];
    const { id, name } = actor;
    const isName = isNamed(actor);
    const aliases = isName
      ? actor.aliases.filter((alias) => isProperName(parseName(alias))).slice(0, MOST_ALIASES)
      : [];
    const type = isName ? namedType(actor.type) : 'unnamed';
    return [{ ordinal, name, type, aliases, roles, says: saidBy.get(id) ?? [] }];
  });
  return { actors };
}

function isNamed({ type, name }: Actor): boolean {
  return type !== 'unnamed' && type !== 'document' && isProperName(parseName(name));
}

const LONGEST_DESCRIPTION = 6;

/** Whether a description tells whom other reports of the story mean by it too. */
function isDescribed(actor: Actor, language: Language, tokenAt: (offset: number) => number): boolean {
  const name = parseName(actor.name);
  if (actor.type === 'document' || name.tokens.length > LONGEST_DESCRIPTION) return false;
  return isBody(name) || isQualified(actor, language, tokenAt);
}

/** Whether a description says whose: "Iraqi officials", "officials of the Foreign Ministry", but not "two officials". */
function isQualified({ mentions }: Actor, language: Language, tokenAt: (offset: number) => number): boolean {
  const { tokens, tag, name } = language;
  const [mention] = mentions;
  if (mention === undefined) return false;
  for (let i = tokenAt(mention.start); i < tokens.count && tokens.start[i] < mention.end; i++) {
    const word = tokens.text.slice(tokens.start[i], tokens.end[i]);
    if (!/^\p{Lu}/u.test(word)) continue;
    if (name[i] !== 0 || TAGS[tag[i]].startsWith('NNP') || isNameElsewhere(word, language)) return true;
  }
  return false;
}

/** A capital at the start of a sentence may be anybody's: "Several", "Orrin". */
function isNameElsewhere(word: string, { tokens, name }: Language): boolean {
  for (let i = 0; i < tokens.count; i++) {
    if (name[i] !== 0 && tokens.text.startsWith(word, tokens.start[i])) return true;
  }
  return false;
}

/** A group with a name is an organisation. */
function namedType(type: Actor['type']): Actor['type'] {
  return type === 'group' ? 'organization' : type;
}

/** Nouns right before the name, in its mention beside it, and in an apposition after it. */
function rolesOf(actor: Actor, { tokens, tag, lemma, name }: Language, tokenAt: (offset: number) => number): number[] {
  const roles = new Set<number>();
  const own = new Set(actor.name.toLowerCase().split(' '));
  for (const mention of actor.mentions.slice(0, 3)) {
    const first = tokenAt(mention.start);
    let after = first;
    while (after < tokens.count && tokens.start[after] < mention.end) after++;
    for (let i = first - 1; i >= Math.max(0, first - 3) && isNoun(i); i--) roles.add(hashOf(lemma[i]) >>> 8);
    for (let i = first; i < after; i++) if (isNoun(i) && !own.has(lemma[i])) roles.add(hashOf(lemma[i]) >>> 8);
    if (after < tokens.count && TAGS[tag[after]] === ',') {
      for (let i = after + 1; i < Math.min(tokens.count, after + 8); i++) {
        const kind = TAGS[tag[i]];
        if (kind === ',' || kind === '.' || kind.startsWith('VB')) break;
        if (isRole(i)) roles.add(hashOf(lemma[i]) >>> 8);
      }
    }
  }
  return [...roles].slice(0, MOST_ROLES);

  function isRole(i: number): boolean {
    return name[i] === 0 && isNoun(i);
  }

  function isNoun(i: number): boolean {
    const kind = TAGS[tag[i]];
    return kind === 'NN' || kind === 'NNP';
  }
}

/** The first token that ends after an offset. */
function tokenFinder({ tokens: { end, count } }: Language): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (end[middle] > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
