import type { Judgement, RevisionOf } from '../judgement.ts';
import type { Writing } from '../store/writing.ts';
import { checkEntities } from './check-entities.ts';
import {
  forgetUnusedAliases,
  mergeEntities,
  rebuild,
  splitEntity,
  unmergeEntities,
  unsplitEntity,
} from './edit-entities.ts';
import { type EntityFeatures, entityFeatures, keptActors } from './entity-features.ts';
import { mentionOf } from './entity-index.ts';
import { AliasCounts, loadEntities, saveEntities } from './entity-rows.ts';
import { recordEntities } from './record-entities.ts';
import { storedEntities } from './stored-entities.ts';

/** Actors over articles. Writes `actor.entity_id` and `assertion.speaker_id`. */
export const entities: Judgement<EntityFeatures> = {
  name: 'entities',
  features: entityFeatures,
  kept: keptActors,
  record: recordEntities,
  retract,
  forget,
  check: checkEntities,
  decide: async ({ id, kind, payload }, undone, writing) => {
    if (kind === 'entity-merge') await (undone ? unmergeEntities(id, writing) : mergeEntities(payload, id, writing));
    if (kind === 'entity-split') await (undone ? unsplitEntity(id, writing) : splitEntity(payload, id, writing));
  },
};

/** Counts the articles out of their entities. Forms of names stay with a count of 0, for an article that is read again. */
async function retract(revisions: readonly RevisionOf[], writing: Writing): Promise<void> {
  const ids = revisions.map(({ revisionId }) => revisionId);
  const features = await storedEntities(ids, writing);
  const rows = await writing.db
    .selectFrom('actor')
    .selectAll()
    .where('revision_id', 'in', writing.listed(ids))
    .execute();
  const loaded = await loadEntities(writing, new Set(rows.map(({ entity_id }) => entity_id)));
  const aliases = new AliasCounts();
  const counted = new Set<string>();
  for (const { revision_id, ordinal, entity_id } of rows) {
    const entity = loaded.get(entity_id);
    if (entity === undefined) continue;
    const article = `${revision_id} ${entity.id}`;
    if (!counted.has(article)) entity.articles = Math.max(0, entity.articles - 1);
    counted.add(article);
    const actor = features.get(revision_id)?.actors.find((one) => one.ordinal === ordinal);
    if (actor === undefined) continue;
    const forms = mentionOf(actor).forms.map(({ written }) => written);
    aliases.add(entity.id, forms, -1);
  }
  await aliases.save(writing);
  await saveEntities(writing, new Set(loaded.values()), () => false);
}

/** Leaves no form of a name that only these articles had. */
async function forget(articleIds: readonly number[], writing: Writing): Promise<void> {
  const articles = writing.listed(articleIds);
  const revisions = await writing.db.selectFrom('revision').select('id').where('article_id', 'in', articles).execute();
  const ids = writing.listed(revisions.map(({ id }) => id));
  const rows = await writing.db.selectFrom('actor').select('entity_id').where('revision_id', 'in', ids).execute();
  const loaded = await loadEntities(writing, new Set(rows.map(({ entity_id }) => entity_id)));
  const touched = [...new Set([...loaded.values()].map(({ id }) => id))];
  await writing.db.deleteFrom('actor').where('revision_id', 'in', ids).execute();
  await writing.db.updateTable('assertion').set({ speaker_id: null }).where('revision_id', 'in', ids).execute();
  await writing.db.deleteFrom('entity_pin').where('article_id', 'in', articles).execute();
  await forgetUnusedAliases(writing, touched);
  for (const id of touched) await rebuild(writing, id);
}
