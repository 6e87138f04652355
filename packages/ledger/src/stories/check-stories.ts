import type { Store } from '../store/store.ts';

/** Articles in stories that are not there or were poured into others, and stories whose articles are miscounted. */
export async function checkStories(store: Store): Promise<string[]> {
  const astray = await store.query<{ id: number; story_id: number }>(
    `select article.id, article.story_id from article left join story on story.id = article.story_id
     where article.story_id is not null and (story.id is null or story.merged_into is not null)`,
  );
  const miscounted = await store.query<{ id: number; articles: number; found: number }>(
    `select story.id, story.articles, count(article.id) as found from story
     left join article on article.story_id = story.id
     group by story.id, story.articles having count(article.id) <> story.articles`,
  );
  return [
    ...astray.map(({ id, story_id }) => `article ${id}: its story ${story_id} is not there or was merged`),
    ...miscounted.map(({ id, articles, found }) => `story ${id}: it counts ${articles} articles and has ${found}`),
  ];
}
