import type { Store } from '../store/store.ts';

/** Actors and speakers who stand for no entity that is there, and entities whose articles are miscounted. */
export async function checkEntities(store: Store): Promise<string[]> {
  const astray = await store.query<{ revision_id: number; ordinal: number; entity_id: number }>(
    `select actor.revision_id, actor.ordinal, actor.entity_id from actor
     join article on article.revision_id = actor.revision_id
     left join entity on entity.id = actor.entity_id
     where entity.id is null or entity.merged_into is not null`,
  );
  const speakers = await store.query<{ id: number; speaker_id: number }>(
    `select assertion.id, assertion.speaker_id from assertion left join entity on entity.id = assertion.speaker_id
     where assertion.speaker_id is not null and assertion.replaced_by is null
     and (entity.id is null or entity.merged_into is not null)`,
  );
  const miscounted = await store.query<{ id: number; articles: number; found: number }>(
    `select entity.id, entity.articles, count(distinct article.id) as found from entity
     left join actor on actor.entity_id = entity.id
     left join article on article.revision_id = actor.revision_id
     group by entity.id, entity.articles having count(distinct article.id) <> entity.articles`,
  );
  return [
    ...astray.map(
      ({ revision_id, ordinal, entity_id }) =>
        `revision ${revision_id}, actor ${ordinal}: its entity ${entity_id} is not there or was merged`,
    ),
    ...speakers.map(({ id, speaker_id }) => `assertion ${id}: its speaker ${speaker_id} is not there or was merged`),
    ...miscounted.map(({ id, articles, found }) => `entity ${id}: it counts ${articles} articles and has ${found}`),
  ];
}
