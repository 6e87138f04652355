import { GIVEN_NAMES_OF_MEN } from '@hearsay/reader/actors/mens-names';
import { GIVEN_NAMES_OF_WOMEN } from '@hearsay/reader/actors/womens-names';
import { type ActorName, isAcronym, parseName } from './actor-name.ts';
import { type Entity, formsOf, type Mention, nameOf, type Surroundings } from './entity.ts';
import { type NameRelation, nameRelation } from './name-relation.ts';

/** Names shared with an entity's articles from which an article is of the same matter, in another story too. */
const SHARED_MATTER = 3;
/** The same where the names are equal. */
const SHARED_BY_NAMED = 2;
/** Letters of a name from which its sound alone says who it is. */
const TELLING_LENGTH = 12;

const RANK: Readonly<Record<NameRelation, number>> = {
  same: 6,
  transliterated: 5,
  fuller: 4,
  compatible: 3,
  beginning: 3,
  misspelled: 3,
  acronym: 3,
  partial: 2,
  none: 0,
};

/**
 * How strongly an actor of an article is taken for an entity: 0 is not at all.
 * @param isApart whether the reader told the actor from another one of the article who is that entity
 */
export function linkStrength(mention: Mention, entity: Entity, surroundings: Surroundings, isApart = false): number {
  const best = isWritten(mention, entity) ? 'same' : closestRelation(mention, entity);
  if (isApart && (best === 'compatible' || best === 'partial')) return 0;
  if (best === 'none') return 0;
  const context = contextOf(entity, surroundings, mention);
  if (!isEnough(best, mention, entity, context)) return 0;
  const inStory = surroundings.story === null ? 0 : (entity.stories.get(surroundings.story) ?? 0);
  return (
    RANK[best] +
    Math.min(2, Math.log2(1 + inStory)) +
    Math.min(context.shared, 5) * 0.2 +
    Math.log10(1 + entity.articles) * 0.3
  );
}

/** Whether the entity is known by a form of the mention to the letter: its other forms need not be looked at. */
function isWritten({ name, forms }: Mention, entity: Entity): boolean {
  return forms.some((form) => isFullEnough(form, name) && entity.forms.has(form.written));
}

/** "Kim" stands for many: where both have a full name, only full names are compared. */
function isFullEnough(form: ActorName, fullest: ActorName): boolean {
  return fullest.words.length <= 1 || form.words.length > 1 || isAcronym(form);
}

function closestRelation(mention: Mention, entity: Entity): NameRelation {
  const known = formsOf(entity);
  const isFull = mention.name.words.length > 1 && known.some(({ words }) => words.length > 1);
  let best: NameRelation = 'none';
  for (const theirs of known) {
    if (isFull && theirs.words.length === 1 && !isAcronym(theirs)) continue;
    for (const form of mention.forms) {
      if (!isFullEnough(form, mention.name)) continue;
      const relation = nameRelation(form, theirs);
      if (RANK[relation] > RANK[best] && allows(mention, entity, relation)) best = relation;
    }
    if (best === 'same') break;
  }
  return best;
}

interface Context {
  readonly sameStory: boolean;
  /** Names that the article shares with those of the entity. */
  readonly shared: number;
  /** Whether both are called something beside their names, and nothing the same. */
  readonly otherRoles: boolean;
}

/** Whether a relation between the names may count for these types. The reader's types err: they only settle doubts. */
function allows(mention: Mention, entity: Entity, relation: NameRelation): boolean {
  const people = Number(mention.type === 'person') + Number(entity.type === 'person');
  if (relation === 'acronym') return people === 0;
  // The last word of an organisation is seldom its name: "Times of London", "Developers Conference".
  if (relation === 'partial') return people > 0;
  if (relation === 'beginning' || relation === 'compatible') return people === 2;
  return true;
}

function isEnough(relation: NameRelation, mention: Mention, entity: Entity, context: Context): boolean {
  const { sameStory, shared, otherRoles } = context;
  const sameMatter = sameStory || shared >= SHARED_MATTER;
  const { words, joined } = mention.name;
  const isPerson = mention.type === 'person' || entity.type === 'person';
  const isNamesake = isPerson && otherRoles && shared === 0 && entity.stories.size <= 1 && isCommon(mention.name);
  switch (relation) {
    case 'same':
      if (sameMatter || shared >= SHARED_BY_NAMED) return true;
      return words.length > 1 ? !isNamesake : isKnownByOneWord(mention, entity);
    case 'transliterated':
      return sameMatter || (words.length > 1 && joined.length >= TELLING_LENGTH && !isNamesake);
    case 'fuller':
      return sameMatter || (isPerson && words.length > 1 && shared >= 1 && !otherRoles);
    case 'misspelled':
      return sameMatter || (words.length > 1 && joined.length >= TELLING_LENGTH && shared >= 1 && !otherRoles);
    case 'compatible':
    case 'acronym':
      return sameMatter;
    default:
      return sameStory;
  }
}

/** Whether a name may well be that of two people: a common given name and a surname. */
function isCommon({ words }: ActorName): boolean {
  return words.length === 2 && (GIVEN_NAMES_OF_MEN.has(words[0]) || GIVEN_NAMES_OF_WOMEN.has(words[0]));
}

/** "NASA", "Apple", and persons whom several stories call by their surname alone. */
function isKnownByOneWord({ name, type }: Mention, entity: Entity): boolean {
  const isNamed = parseName(nameOf(entity)).joined === name.joined;
  if (isNamed && ARABIC_ARTICLE.test(name.written)) return true;
  if (type === 'person' || entity.type === 'person') {
    return entity.stories.size >= 2 && (entity.forms.get(name.written) ?? 0) >= KNOWN_BY_SURNAME;
  }
  return isAcronym(name) || isNamed;
}

/** Groups and broadcasters that the reader takes for persons: "Al Jazeera", "Al-Shabaab". */
const ARABIC_ARTICLE = /^Al[ -]/;

/** Articles that call a person by the surname, from which an article of another story may do so. */
const KNOWN_BY_SURNAME = 3;

function contextOf(entity: Entity, { story, company }: Surroundings, { name, roles }: Mention): Context {
  let shared = 0;
  const own = name.words.length;
  for (const word of company) if (entity.company.has(word)) shared++;
  // Its own name stands among them.
  shared = Math.max(0, shared - (own > 0 ? 1 : 0));
  const sameRole = roles.some((role) => entity.roles.has(role));
  return {
    sameStory: story !== null && entity.stories.has(story),
    shared,
    otherRoles: roles.length > 0 && entity.roles.size > 0 && !sameRole,
  };
}
