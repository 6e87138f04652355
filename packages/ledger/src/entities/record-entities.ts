import { hashOf } from '../hash.ts';
import type { RecordedArticle } from '../judgement.ts';
import type { ActorTable } from '../store/tables.ts';
import type { Writing } from '../store/writing.ts';
import { parseName } from './actor-name.ts';
import type { EntityFeatures } from './entity-features.ts';
import { EntityIndex, keysOf, SLOTS } from './entity-index.ts';
import { AliasCounts, entityKeyIndex, loadEntities, saveEntities, saveKeys } from './entity-rows.ts';

/** Links a batch's actors: loads what they may be, decides in memory, and writes what changed. */
export async function recordEntities(
  batch: readonly RecordedArticle<EntityFeatures>[],
  writing: Writing,
): Promise<void> {
  const actorCount = batch.reduce((sum, { features }) => sum + features.actors.length, 0);
  if (actorCount === 0) return;
  const storyOf = await storiesOf(writing, batch);
  const pins = await pinsOf(writing, batch);

  const keysOfActors = batch.flatMap(({ articleId, features }) =>
    features.actors.map((actor) => keysOf(actor, storyOf.get(articleId) ?? null)),
  );
  const firstId = await writing.nextIds('entity', actorCount);
  let nextId = firstId;
  const index = new EntityIndex(() => nextId++);
  for (const [key, ids] of await entityKeyIndex.find([...new Set(keysOfActors.flat())], writing)) {
    for (const id of ids) index.addKey({ key, slot: id % SLOTS, entity: id });
  }
  const wanted = new Set(pins.values());
  for (const keys of keysOfActors) for (const id of index.candidates(keys)) wanted.add(id);
  const loaded = await loadEntities(writing, wanted);
  for (const [id, entity] of loaded) index.entities.set(id, entity);

  const links: ActorTable[] = [];
  const speakers: { id: number; speaker_id: number }[] = [];
  const aliases = new AliasCounts();
  for (const { articleId, revisionId, features, assertionIds } of batch) {
    const linked = index.link(features, storyOf.get(articleId) ?? null, (name) =>
      loaded.get(pins.get(pinKey(articleId, hashOf(name.joined))) ?? -1),
    );
    const saysOf = new Map(features.actors.map(({ ordinal, says }) => [ordinal, says]));
    for (const { ordinal, entity, forms } of linked) {
      links.push({ revision_id: revisionId, ordinal, entity_id: entity.id });
      aliases.add(entity.id, forms, 1);
      for (const said of saysOf.get(ordinal) ?? []) {
        const id = assertionIds[said];
        if (id !== undefined) speakers.push({ id, speaker_id: entity.id });
      }
    }
  }
  await saveEntities(writing, index.changed, (id) => id >= firstId);
  await aliases.save(writing);
  await saveKeys(writing, [...index.newKeys.values()]);
  await writing.insert('actor', links);
  await writing.update('assertion', 'id', speakers);
}

/** Has actors stand for another entity. */
export async function linkActors(
  writing: Writing,
  links: readonly { revision: number; ordinal: number; entity: number }[],
): Promise<void> {
  for (let at = 0; at < links.length; at += LINKS_AT_ONCE) {
    const some = links.slice(at, at + LINKS_AT_ONCE);
    await writing.query(
      `update actor set entity_id = v.column3
       from (values ${some.map(() => '(cast(? as integer), cast(? as integer), cast(? as integer))').join()}) as v
       where actor.revision_id = v.column1 and actor.ordinal = v.column2`,
      some.flatMap(({ revision, ordinal, entity }) => [revision, ordinal, entity]),
    );
  }
}

const LINKS_AT_ONCE = 40;

/** Names that a pin is found by. */
export function pinName(name: string): number {
  return hashOf(parseName(name).joined);
}

function pinKey(article: number, name: number): string {
  return `${article} ${name}`;
}

async function storiesOf(
  writing: Writing,
  batch: readonly RecordedArticle<EntityFeatures>[],
): Promise<Map<number, number | null>> {
  const rows = await writing.db
    .selectFrom('article')
    .select(['id', 'story_id'])
    .where('id', 'in', writing.listed(batch.map(({ articleId }) => articleId)))
    .execute();
  return new Map(rows.map(({ id, story_id }) => [id, story_id]));
}

/** What editors said of names of these articles: the last decision holds. */
async function pinsOf(
  writing: Writing,
  batch: readonly RecordedArticle<EntityFeatures>[],
): Promise<Map<string, number>> {
  const rows = await writing.db
    .selectFrom('entity_pin')
    .select(['article_id', 'name', 'entity_id'])
    .where('article_id', 'in', writing.listed(batch.map(({ articleId }) => articleId)))
    .orderBy('decision_id')
    .execute();
  return new Map(rows.map(({ article_id, name, entity_id }) => [pinKey(article_id, name), entity_id]));
}
