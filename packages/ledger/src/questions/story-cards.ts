import { codeOf } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import type { StoryCard } from './answers.ts';

/** Statuses of claims on which the last word is not spoken. */
const OPEN = ['unconfirmed', 'disputed', 'denied'] as const;

/** Stories by id, in short. Their claims are those that at least two articles report. */
export async function storyCards(store: Store, ids: readonly number[]): Promise<Map<number, StoryCard>> {
  if (ids.length === 0) return new Map();
  const listed = store.listed(ids);
  const rows = await store.db
    .selectFrom('story')
    .select(['id', 'title', 'first_at', 'changed_at'])
    .where('id', 'in', listed)
    .execute();
  const counts = await store.db
    .selectFrom('article')
    .select(({ fn }) => [
      'story_id',
      fn.countAll<number>().as('articles'),
      fn.count<number>('origin_id').distinct().as('origins'),
    ])
    .where('story_id', 'in', listed)
    .groupBy('story_id')
    .execute();
  const articlesOf = new Map(counts.map(({ story_id, ...count }) => [story_id, count]));
  const cards = new Map<number, StoryCard>();
  for (const { id, title, first_at, changed_at } of rows) {
    const { articles, origins } = articlesOf.get(id) ?? { articles: 0, origins: 0 };
    const claims = await claimCounts(store, id);
    cards.set(id, {
      id,
      title,
      articles: Number(articles),
      copies: Number(articles) - Number(origins),
      origins: Number(origins),
      ...claims,
      firstAt: first_at,
      changedAt: changed_at,
    });
  }
  return cards;
}

/** A story, and those that were poured into it: claims know the story in which their evidence came in last. */
export async function poured(store: Store, id: number): Promise<number[]> {
  const found = new Set([id]);
  let last = [id];
  while (last.length > 0) {
    const rows = await store.db
      .selectFrom('story_change')
      .innerJoin('story', 'story.id', 'story_change.from_story_id')
      .select('story.id')
      .distinct()
      .where('into_story_id', 'in', store.listed(last))
      .where('kind', '=', 'merge')
      .where('story.merged_into', 'in', store.listed(last))
      .execute();
    last = rows.map((row) => row.id).filter((each) => !found.has(each));
    for (const each of last) found.add(each);
  }
  return [...found];
}

async function claimCounts(store: Store, id: number): Promise<{ claims: number; openClaims: number }> {
  const rows = await store.db
    .selectFrom('claim_standing')
    .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
    .where('story_id', 'in', store.listed(await poured(store, id)))
    .where('articles', '>', 0)
    .groupBy('status')
    .execute();
  const open = OPEN.map((status) => codeOf('status', status));
  return {
    claims: rows.reduce((sum, { count }) => sum + Number(count), 0),
    openClaims: rows.reduce((sum, { status, count }) => sum + (open.includes(status) ? Number(count) : 0), 0),
  };
}
