import { sql } from 'kysely';
import type { Store } from '../store/store.ts';
import { articleConditions } from './find-articles.ts';
import type { SearchScope } from './search-scope.ts';

/** Those of the entities that stand in an article for which the filters of a search hold, in their order. */
export async function entitiesWithin(store: Store, scope: SearchScope, ids: readonly number[]): Promise<number[]> {
  const conditions = articleConditions(store, scope);
  // One is that it was not taken down. Without a filter there is no more, and a name may stand in ten thousand articles.
  if (conditions.length === 1) return [...ids];
  const { rows } = await sql<{ id: number }>`
    select entity.id from entity where entity.id in ${store.listed(ids)} and exists (
      select 1 from actor join revision on revision.id = actor.revision_id
      join article on article.id = revision.article_id and article.revision_id = revision.id
      where actor.entity_id = entity.id and ${sql.join(conditions, sql` and `)})`.execute(store.db);
  const within = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => within.has(id));
}
