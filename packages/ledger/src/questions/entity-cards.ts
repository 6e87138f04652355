import type { Store } from '../store/store.ts';
import type { EntityCard } from './answers.ts';

const MOST_ALIASES = 20;

/** Entities by id, in short. */
export async function entityCards(store: Store, ids: readonly number[]): Promise<Map<number, EntityCard>> {
  if (ids.length === 0) return new Map();
  const listed = store.listed([...new Set(ids)]);
  const rows = await store.db
    .selectFrom('entity')
    .select(['id', 'name', 'type', 'articles'])
    .where('id', 'in', listed)
    .execute();
  const aliases = await store.db
    .selectFrom('entity_alias')
    .select(['entity_id', 'name'])
    .where('entity_id', 'in', listed)
    .where('articles', '>', 0)
    .orderBy('articles', 'desc')
    .orderBy('name')
    .execute();
  const said = await store.db
    .selectFrom('assertion')
    .select(({ fn }) => ['speaker_id', fn.countAll<number>().as('count')])
    .where('speaker_id', 'in', listed)
    .where('replaced_by', 'is', null)
    .groupBy('speaker_id')
    .execute();
  const aliasesOf = Map.groupBy(aliases, ({ entity_id }) => entity_id);
  const saidBy = new Map(said.map(({ speaker_id, count }) => [speaker_id, Number(count)]));
  return new Map(
    rows.map(({ id, name, type, articles }) => [
      id,
      {
        id,
        name,
        type,
        aliases: (aliasesOf.get(id) ?? [])
          .map((alias) => alias.name)
          .filter((alias) => alias !== name)
          .slice(0, MOST_ALIASES),
        articles,
        assertions: saidBy.get(id) ?? 0,
      },
    ]),
  );
}
