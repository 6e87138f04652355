import { hashOf } from '../hash.ts';
import { type ActorName, isAcronym, parseName, skeleton } from './actor-name.ts';
import { isBody, isSameBody } from './bodies.ts';
import { addMention, type Entity, formsOf, type Mention, newEntity, type Surroundings } from './entity.ts';
import { linkStrength } from './entity-decision.ts';
import type { ActorFeatures, EntityFeatures } from './entity-features.ts';

/** Entities kept under one key: a later one takes the place of an earlier one in its slot. Bounds every look-up. */
export const SLOTS = 32;
/** Entities compared with an actor. */
const MOST_CANDIDATES = 12;
/**
 * An entity found under fewer than half of the keys that another is found under is not compared: of 22,000 links of varied
 * articles 21 went to such a one, and two in three of all that were compared were such.
 */
const LEAST_SHARE = 1 / 2;

export interface EntityKey {
  readonly key: number;
  readonly slot: number;
  readonly entity: number;
}

/** Where an actor of an article ended up. */
export interface Link {
  readonly ordinal: number;
  readonly entity: Entity;
  readonly forms: readonly string[];
}

/**
 * Entities and the keys under which they are found: all of them for a judgement in memory, those that a batch may touch for
 * the ledger. The cost of an article does not depend on how many there are.
 */
export class EntityIndex {
  readonly entities = new Map<number, Entity>();
  readonly changed = new Set<Entity>();
  readonly newKeys = new Map<string, EntityKey>();
  readonly #slots = new Map<number, Map<number, number>>();
  readonly #nextId: () => number;

  constructor(nextId: () => number) {
    this.#nextId = nextId;
  }

  addKey({ key, slot, entity }: EntityKey): void {
    let slots = this.#slots.get(key);
    if (slots === undefined) {
      slots = new Map();
      this.#slots.set(key, slots);
    }
    slots.set(slot, entity);
  }

  /**
   * Links the actors of one article.
   * @param pinned the entity that an editor gave to a name of this article
   */
  link(
    { actors }: EntityFeatures,
    story: number | null,
    pinned: (name: ActorName) => Entity | undefined = () => undefined,
  ): Link[] {
    const surroundings = { story, company: companyOf(actors) };
    const taken = new Map<Entity, Mention>();
    const links: Link[] = [];
    for (const actor of fullestFirst(actors)) {
      const mention = mentionOf(actor);
      if (actor.type === 'unnamed' && story === null) continue;
      const keys = keysOf(actor, story);
      const chosen = pinned(mention.name) ?? this.#choose(keys, mention, surroundings, taken);
      const entity = chosen ?? this.#begin(actor);
      taken.set(entity, mention);
      // A description that a name was found for stands for what has the name.
      if (entity.type === 'unnamed') entity.type = actor.type;
      // Twice in one article is once.
      if (links.some((link) => link.entity === entity)) entity.articles--;
      addMention(entity, mention, surroundings);
      this.#post(entity, keys);
      links.push({ ordinal: actor.ordinal, entity, forms: mention.forms.map(({ written }) => written) });
    }
    return links;
  }

  /** The ids of the entities that are found under most of some keys. */
  candidates(keys: readonly number[]): number[] {
    const shared = new Map<number, number>();
    for (const key of keys) {
      for (const entity of this.#slots.get(key)?.values() ?? []) shared.set(entity, (shared.get(entity) ?? 0) + 1);
    }
    let most = 0;
    for (const count of shared.values()) most = Math.max(most, count);
    const found = [...shared].filter(([, count]) => count >= most * LEAST_SHARE);
    if (found.length > MOST_CANDIDATES) found.sort((a, b) => b[1] - a[1]);
    return found.slice(0, MOST_CANDIDATES).map(([entity]) => entity);
  }

  /** Posts an entity that was put together elsewhere, to be found under the keys of its names. */
  addEntity(entity: Entity): void {
    this.entities.set(entity.id, entity);
    for (const name of entity.forms.keys()) {
      const actor = { ordinal: 0, name, type: entity.type, aliases: [], roles: [], says: [] };
      for (const story of [null, ...entity.stories.keys()]) this.#post(entity, keysOf(actor, story));
    }
  }

  #choose(keys: readonly number[], mention: Mention, surroundings: Surroundings, taken: Map<Entity, Mention>) {
    let best: Entity | undefined;
    let most = 0;
    for (const id of this.candidates(keys)) {
      const entity = this.entities.get(id);
      if (entity === undefined) continue;
      const other = taken.get(entity);
      const isApart = other !== undefined && other.name.words.length > 1 && mention.name.words.length > 1;
      const isDescribed = mention.type === 'unnamed' || entity.type === 'unnamed';
      const strength = isDescribed
        ? descriptionStrength(mention, entity)
        : linkStrength(mention, entity, surroundings, isApart);
      if (strength > most || (strength === most && best !== undefined && entity.articles > best.articles)) {
        best = entity;
        most = strength;
      }
    }
    return most > 0 ? best : undefined;
  }

  #begin(actor: ActorFeatures): Entity {
    const entity = newEntity(this.#nextId(), actor.type);
    this.entities.set(entity.id, entity);
    return entity;
  }

  #post(entity: Entity, keys: readonly number[]): void {
    this.changed.add(entity);
    const slot = entity.id % SLOTS;
    for (const key of keys) {
      if (this.#slots.get(key)?.get(slot) === entity.id) continue;
      const row = { key, slot, entity: entity.id };
      this.addKey(row);
      this.newKeys.set(`${key}:${slot}`, row);
    }
  }
}

/** Everything under which an actor is looked for, and its entity is found. */
export function keysOf({ name, aliases, type }: ActorFeatures, story: number | null): number[] {
  const keys = new Set<number>();
  const whole = parseName(name);
  if (story !== null && type !== 'person' && isBody(whole)) keys.add(hashOf(`body ${story} ${whole.words.at(-1)}`));
  if (type === 'unnamed') return [...keys, hashOf(`description ${story} ${whole.joined}`)];
  for (const form of [name, ...aliases].map(parseName)) {
    const last = form.words.at(-1) ?? '';
    keys.add(hashOf(`name ${form.joined}`));
    const sound = skeleton(last);
    const first = skeleton(form.words[0] ?? '');
    if (form.words.length > 1) keys.add(hashOf(`sound ${first[0]} ${sound}`));
    // Surnames alone, titles and typing errors are only looked for within a story.
    if (story !== null) {
      keys.add(hashOf(`story ${story} ${sound[0]}${sound.at(-1)}`));
      if (form.words.length > 1) keys.add(hashOf(`story ${story} first ${first}`));
    }
    if (type === 'person') continue;
    if (isAcronym(form)) keys.add(hashOf(`letters ${form.words[0]}`));
    else if (form.words.length > 1) for (const letters of initialsOf(form)) keys.add(hashOf(`letters ${letters}`));
  }
  return [...keys];
}

function initialsOf({ tokens }: ActorName): Set<string> {
  const initials = (chosen: readonly string[]) => chosen.map((token) => token[0].toLowerCase()).join('');
  return new Set([initials(tokens), initials(tokens.filter((token) => /^\p{Lu}/u.test(token)))]);
}

export function mentionOf({ name, aliases, type, roles }: ActorFeatures): Mention {
  const own = parseName(name);
  const forms = new Map([own, ...aliases.map(parseName)].map((form) => [form.joined, form]));
  return { name: own, forms: [...forms.values()], type, roles };
}

/** How strongly a description, or what one may be of, is taken for an entity: the same words, or a body's name in fewer. */
function descriptionStrength({ name, type }: Mention, entity: Entity): number {
  const forms = formsOf(entity);
  if (type === entity.type && forms.some(({ joined }) => joined === name.joined)) return 2;
  if (entity.type === 'person' || type === 'person' || !isBody(name)) return 0;
  // All forms of a body must fit: there is a ministry for defence and one for the interior. An acronym is no such form.
  const bodies = forms.filter(isBody);
  const fits = bodies.length > 0 && bodies.every((form) => isSameBody(form, name));
  return Number(fits);
}

/** The names of an article, by the hash of their last words. */
export function companyOf(actors: readonly ActorFeatures[]): Set<number> {
  const company = new Set<number>();
  for (const { name, type } of actors) {
    if (type === 'unnamed') continue;
    company.add(hashOf(parseName(name).words.at(-1) ?? ''));
    if (company.size >= MOST_COMPANY) break;
  }
  return company;
}

const MOST_COMPANY = 24;

/** Full names first: what is only a surname is then linked to them. */
function fullestFirst(actors: readonly ActorFeatures[]): ActorFeatures[] {
  const length = ({ name }: ActorFeatures) => Math.min(2, name.split(' ').length);
  return [...actors].sort((a, b) => length(b) - length(a) || a.ordinal - b.ordinal);
}
