import type { Store } from '../store/store.ts';

/** Entities that are looked at under one word of a name. */
const MOST_UNDER_WORD = 500;

/** Entities that some article names with all of these words, those of most articles first. */
export async function entitiesNamed(store: Store, words: readonly string[]): Promise<number[]> {
  const distinct = [...new Set(words)];
  let fewest: number[] | undefined;
  for (const word of distinct) {
    const rows = await store.query<{ entity_id: number }>(
      'select entity_id from search_name where word = ? order by entity_id limit ?',
      [word, MOST_UNDER_WORD],
    );
    if (fewest === undefined || rows.length < fewest.length) fewest = rows.map(({ entity_id }) => entity_id);
  }
  if (fewest === undefined || fewest.length === 0) return [];
  const rows = await store.db
    .selectFrom('search_name')
    .innerJoin('entity', 'entity.id', 'search_name.entity_id')
    .select('entity.id')
    .where('entity.id', 'in', store.listed(fewest))
    .where('word', 'in', store.listed(distinct))
    .where('entity.merged_into', 'is', null)
    .where('entity.articles', '>', 0)
    .groupBy(['entity.id', 'entity.articles'])
    .having(({ fn }) => fn.countAll<number>(), '=', distinct.length)
    .orderBy('entity.articles', 'desc')
    .orderBy('entity.id')
    .execute();
  return rows.map(({ id }) => id);
}
