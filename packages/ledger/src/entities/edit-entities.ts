import type { Payload } from '../edits/decision.ts';
import type { Writing } from '../store/writing.ts';
import { addMention, type Entity, newEntity } from './entity.ts';
import type { ActorFeatures } from './entity-features.ts';
import { companyOf, EntityIndex, mentionOf } from './entity-index.ts';
import { AliasCounts, loadEntities, saveEntities, saveKeys } from './entity-rows.ts';
import { linkActors, pinName } from './record-entities.ts';
import { storedEntities } from './stored-entities.ts';

/** Actors from which an entity's surroundings are put together anew: its latest. */
const MOST_MENTIONS = 64;

/** An actor of a revision. */
interface Place {
  readonly revision: number;
  readonly ordinal: number;
}

/** Makes one entity of several, and keeps it so for their articles when they are read again. */
export async function mergeEntities(
  { into, from }: Payload<'entity-merge'>,
  decision: number,
  writing: Writing,
): Promise<void> {
  const entities = await loadEntities(writing, [into, ...from]);
  const target = entities.get(into);
  if (target === undefined) return;
  for (const id of from) {
    const entity = entities.get(id);
    if (entity === undefined || entity === target) continue;
    const places = await placesOf(writing, entity.id);
    await pin(writing, await move(writing, places, entity.id, target.id), target.id, decision);
    await recordChange(writing, 'merge', entity.id, target.id, decision, false, places);
    await writing.update('entity', 'id', [{ id: entity.id, merged_into: target.id }]);
    for (const key of from) if (entities.get(key) === entity) entities.set(key, target);
  }
}

/** Takes a merge back: the actors that came over go back where they still are where it put them. */
export async function unmergeEntities(decision: number, writing: Writing): Promise<void> {
  await writing.db.deleteFrom('entity_pin').where('decision_id', '=', decision).execute();
  for (const { from_entity_id: from, actors } of await changesOf(writing, decision)) {
    const now = (await loadEntities(writing, [from])).get(from);
    if (now === undefined) continue;
    await writing.update('entity', 'id', [{ id: from, merged_into: null }]);
    const there = new Set((await placesOf(writing, now.id)).map(({ revision, ordinal }) => `${revision} ${ordinal}`));
    const places = parsePlaces(actors).filter(({ revision, ordinal }) => there.has(`${revision} ${ordinal}`));
    await move(writing, places, now.id, from);
    await recordChange(writing, 'split', now.id, from, decision, true, places);
  }
}

/** Makes an entity of its own of some actors. */
export async function splitEntity(
  { entity, actors }: Payload<'entity-split'>,
  decision: number,
  writing: Writing,
): Promise<void> {
  const source = (await loadEntities(writing, [entity])).get(entity);
  if (source === undefined) return;
  const there = new Set((await placesOf(writing, source.id)).map(({ revision, ordinal }) => `${revision} ${ordinal}`));
  const places = actors.filter(({ revision, ordinal }) => there.has(`${revision} ${ordinal}`));
  const id = await writing.nextIds('entity', 1);
  await saveEntities(writing, [newEntity(id, source.type)], () => true);
  await pin(writing, await move(writing, places, source.id, id), id, decision);
  await recordChange(writing, 'split', source.id, id, decision, false, places);
}

/** Takes a split back: what is in the entity that it made goes back, later actors too. */
export async function unsplitEntity(decision: number, writing: Writing): Promise<void> {
  await writing.db.deleteFrom('entity_pin').where('decision_id', '=', decision).execute();
  for (const { from_entity_id: source, into_entity_id: made } of await changesOf(writing, decision)) {
    const entities = await loadEntities(writing, [source, made]);
    const [back, gone] = [entities.get(source), entities.get(made)];
    if (back === undefined || gone === undefined || back === gone) continue;
    const places = await placesOf(writing, gone.id);
    await move(writing, places, gone.id, back.id);
    await recordChange(writing, 'merge', gone.id, back.id, decision, true, places);
    await writing.update('entity', 'id', [{ id: gone.id, merged_into: back.id }]);
  }
}

/** Moves actors, what they said and the forms of their names; returns the names by article. */
async function move(
  writing: Writing,
  places: readonly Place[],
  from: number,
  into: number,
): Promise<{ article: number; name: number }[]> {
  const names: { article: number; name: number }[] = [];
  const aliases = new AliasCounts();
  const mentions = await mentionsAt(writing, places);
  for (const { revision, article, actor } of mentions) {
    const forms = mentionOf(actor).forms.map(({ written }) => written);
    aliases.add(from, forms, -1);
    aliases.add(into, forms, 1);
    names.push({ article, name: pinName(actor.name) });
    if (actor.says.length === 0) continue;
    await writing.db
      .updateTable('assertion')
      .set({ speaker_id: into })
      .where('revision_id', '=', revision)
      .where('ordinal', 'in', writing.listed(actor.says))
      .execute();
  }
  await linkActors(
    writing,
    places.map((place) => ({ ...place, entity: into })),
  );
  await aliases.save(writing);
  await forgetUnusedAliases(writing, [from]);
  for (const id of [from, into]) await rebuild(writing, id);
  return names;
}

/** Puts an entity together anew: its surroundings from its latest actors, its forms from its aliases. */
export async function rebuild(writing: Writing, id: number): Promise<void> {
  const row = await writing.db.selectFrom('entity').select('type').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return;
  const places = await placesOf(writing, id);
  const latest = await mentionsAt(writing, places.slice(-MOST_MENTIONS));
  const entity: Entity = newEntity(id, row.type);
  for (const { story, actor, all } of latest) addMention(entity, mentionOf(actor), { story, company: companyOf(all) });
  const aliases = await writing.db.selectFrom('entity_alias').selectAll().where('entity_id', '=', id).execute();
  entity.forms.clear();
  for (const { name, articles } of aliases) if (articles > 0) entity.forms.set(name, articles);
  entity.articles = await countArticles(writing, id);
  await saveEntities(writing, [entity], () => false);
  const index = new EntityIndex(() => id);
  index.addEntity(entity);
  await saveKeys(writing, [...index.newKeys.values()]);
}

/** Leaves no form of a name that no article has. */
export async function forgetUnusedAliases(writing: Writing, entities: readonly number[]): Promise<void> {
  await writing.db
    .deleteFrom('entity_alias')
    .where('entity_id', 'in', writing.listed(entities))
    .where('articles', '<=', 0)
    .execute();
}

async function mentionsAt(
  writing: Writing,
  places: readonly Place[],
): Promise<{ revision: number; article: number; story: number | null; actor: ActorFeatures; all: ActorFeatures[] }[]> {
  const revisions = [...new Set(places.map(({ revision }) => revision))];
  const features = await storedEntities(revisions, writing);
  const rows = await writing.db
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select(['revision.id as revision', 'article.id as article', 'article.story_id as story'])
    .where('revision.id', 'in', writing.listed(revisions))
    .execute();
  const articles = new Map(rows.map((row) => [row.revision, row]));
  return places.flatMap(({ revision, ordinal }) => {
    const all = features.get(revision)?.actors ?? [];
    const actor = all.find((one) => one.ordinal === ordinal);
    const row = articles.get(revision);
    return actor === undefined || row === undefined ? [] : [{ ...row, actor, all }];
  });
}

/** The actors of current revisions that stand for an entity, the latest last. */
async function placesOf(writing: Writing, entity: number): Promise<Place[]> {
  const rows = await writing.db
    .selectFrom('actor')
    .innerJoin('article', 'article.revision_id', 'actor.revision_id')
    .select(['actor.revision_id as revision', 'actor.ordinal'])
    .where('actor.entity_id', '=', entity)
    .orderBy('actor.revision_id')
    .execute();
  return rows;
}

async function countArticles(writing: Writing, entity: number): Promise<number> {
  return new Set((await placesOf(writing, entity)).map(({ revision }) => revision)).size;
}

async function pin(
  writing: Writing,
  names: readonly { article: number; name: number }[],
  entity: number,
  decision: number,
): Promise<void> {
  await writing.insert(
    'entity_pin',
    names.map(({ article, name }) => ({ article_id: article, name, decision_id: decision, entity_id: entity })),
    { ifNew: true },
  );
}

async function recordChange(
  writing: Writing,
  kind: 'merge' | 'split',
  from: number,
  into: number,
  decision: number,
  undone: boolean,
  places: readonly Place[],
): Promise<void> {
  const id = await writing.nextIds('entity_change', 1);
  await writing.insert('entity_change', [
    {
      id,
      at: writing.at,
      kind,
      from_entity_id: from,
      into_entity_id: into,
      decision_id: decision,
      undone: undone ? 1 : 0,
      actors: JSON.stringify(places.map(({ revision, ordinal }) => [revision, ordinal])),
    },
  ]);
}

async function changesOf(writing: Writing, decision: number) {
  return writing.db
    .selectFrom('entity_change')
    .selectAll()
    .where('decision_id', '=', decision)
    .where('undone', '=', 0)
    .orderBy('id', 'desc')
    .execute();
}

function parsePlaces(json: string): Place[] {
  return (JSON.parse(json) as [number, number][]).map(([revision, ordinal]) => ({ revision, ordinal }));
}
