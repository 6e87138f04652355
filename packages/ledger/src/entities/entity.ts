import type { Actor } from '@hearsay/reader/reading';
import { type ActorName, parseName } from './actor-name.ts';

/** The same actor over articles: what is known of it without them. */
export interface Entity {
  readonly id: number;
  type: Actor['type'];
  /** Articles in which it is. */
  articles: number;
  /** Forms of its name, and in how many articles each stands. */
  readonly forms: Map<string, number>;
  /** Stories in which it is, and how often; the latest ones. */
  readonly stories: Map<number, number>;
  /** Other names that stand beside it, by hash, and how often; the most frequent ones. */
  readonly company: Map<number, number>;
  /** What it is called beside its name, by hash. */
  readonly roles: Map<number, number>;
}

/** One actor of one article, on its way to an entity. */
export interface Mention {
  readonly name: ActorName;
  readonly forms: readonly ActorName[];
  readonly type: Actor['type'];
  readonly roles: readonly number[];
}

/** What surrounds the actors of one article. */
export interface Surroundings {
  readonly story: number | null;
  /** Hashes of the last words of its names. */
  readonly company: ReadonlySet<number>;
}

const MOST_FORMS = 16;
const MOST_STORIES = 12;
const MOST_COMPANY = 24;
const MOST_ROLES = 12;

export function newEntity(id: number, type: Actor['type']): Entity {
  return { id, type, articles: 0, forms: new Map(), stories: new Map(), company: new Map(), roles: new Map() };
}

export function addMention(entity: Entity, mention: Mention, { story, company }: Surroundings): void {
  entity.articles++;
  for (const { written } of mention.forms) count(entity.forms, written, 1);
  if (story !== null) {
    // Taken out and put in again, so that the latest stand last.
    const before = entity.stories.get(story) ?? 0;
    entity.stories.delete(story);
    entity.stories.set(story, before + 1);
    if (entity.stories.size > MOST_STORIES) entity.stories.delete(entity.stories.keys().next().value ?? 0);
  }
  for (const other of company) count(entity.company, other, 1);
  for (const role of mention.roles) count(entity.roles, role, 1);
  trim(entity);
}

/**
 * The form by which it is known: the most frequent; a person's full name counts for twice its surname, and a body is not known
 * by the last word of its name ("Press", "the ministry") nor a place by capitals where it is written without as often.
 */
export function nameOf(entity: Entity): string {
  const isPerson = entity.type === 'person';
  const best = mostFrequent(entity.forms, (form) => (isPerson && form.includes(' ') ? 2 : 1));
  const bare = best.replace(/^the /i, '');
  if (isPerson || bare.includes(' ')) return best;
  const fuller = new Map([...entity.forms].filter(([form]) => isFuller(form, bare)));
  return fuller.size === 0 ? best : mostFrequent(fuller, () => 1);
}

/** "Lenn Press" for "Press", "the defence ministry of Verran" for "ministry". */
function isFuller(form: string, word: string): boolean {
  const { words } = parseName(form);
  return words.length > 1 && words.at(-1) === parseName(word).words[0];
}

function mostFrequent(forms: ReadonlyMap<string, number>, factor: (form: string) => number): string {
  let best = '';
  let most = 0;
  for (const [form, times] of forms) {
    const weight = times * factor(form);
    const isBetter = form.length > best.length || (form.length === best.length && best === best.toUpperCase());
    if (weight > most || (weight === most && isBetter)) [best, most] = [form, weight];
  }
  return best;
}

/** The forms of an entity's name as they are compared; parsed once for as long as they stay the same. */
export function formsOf(entity: Entity): readonly ActorName[] {
  let parsed = parsedForms.get(entity);
  if (parsed === undefined || parsed.length !== entity.forms.size) {
    parsed = [...entity.forms.keys()].map(parseName);
    parsedForms.set(entity, parsed);
  }
  return parsed;
}

const parsedForms = new WeakMap<Entity, ActorName[]>();

function trim(entity: Entity): void {
  if (entity.forms.size > MOST_FORMS * 2) parsedForms.delete(entity);
  keepMost(entity.forms, MOST_FORMS);
  keepMost(entity.company, MOST_COMPANY);
  keepMost(entity.roles, MOST_ROLES);
}

function count<Key>(counts: Map<Key, number>, key: Key, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

function keepMost<Key>(counts: Map<Key, number>, most: number): void {
  // Sorting each time would cost more than what it saves.
  if (counts.size <= most * 2) return;
  const kept = strongest(counts, most);
  counts.clear();
  for (const [key, times] of kept) counts.set(key, times);
}

/** The most frequent of what is counted, most frequent first. */
export function strongest<Key>(counts: ReadonlyMap<Key, number>, most: number): [Key, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, most);
}
