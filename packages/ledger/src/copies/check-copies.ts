import type { Store } from '../store/store.ts';

/** What is wrong between the tables of copies and the articles: one line a fault. */
export async function checkCopies(store: Store): Promise<string[]> {
  const chained = await store.query<{ id: number; origin_id: number }>(
    `select article.id, article.origin_id from article join article as origin on origin.id = article.origin_id
     where origin.origin_id is null or origin.origin_id <> origin.id`,
  );
  const uncompared = await store.query<{ id: number }>(
    `select id from article where forgotten_at is null
     and not exists (select 1 from copy_text where copy_text.article_id = article.id)`,
  );
  const forgotten = await store.query<{ id: number }>(
    `select id from article where forgotten_at is not null
     and exists (select 1 from copy_text where copy_text.article_id = article.id)`,
  );
  return [
    ...chained.map(({ id, origin_id }) => `article ${id} has the origin ${origin_id}, which is not its own origin`),
    ...uncompared.map(({ id }) => `article ${id} was not compared with others`),
    ...forgotten.map(({ id }) => `article ${id} was taken down, and what copies are found by is still there`),
  ];
}
