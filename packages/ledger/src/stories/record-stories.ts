import type { RecordedArticle } from '../judgement.ts';
import type { Writing } from '../store/writing.ts';
import { type Story, storyArticle } from './story.ts';
import type { StoryFeatures } from './story-features.ts';
import { ARTICLE_KEYS, StoryIndex } from './story-index.ts';
import { loadStories, saveKeys, saveStories } from './story-rows.ts';
import { weightiest } from './term-vector.ts';

/** Puts a batch's articles into stories: loads what they may touch, decides in memory, and writes what changed. */
export async function recordStories(batch: readonly RecordedArticle<StoryFeatures>[], writing: Writing): Promise<void> {
  if (batch.length === 0) return;
  const articles = batch.map(({ articleId, features, time }) => storyArticle(articleId, features, Date.parse(time)));
  const firstId = await writing.nextIds('story', batch.length);
  const apart = new Set<string>();
  let nextId = firstId;
  const index = new StoryIndex(
    () => nextId++,
    (a, b) => apart.has(pairOf(a, b)),
  );

  const terms = new Set(articles.flatMap(({ vector }) => weightiest(vector, ARTICLE_KEYS).map(([term]) => term)));
  const keys = await writing.db
    .selectFrom('story_key')
    .selectAll()
    .where('term', 'in', writing.listed([...terms]))
    .execute();
  for (const { term, slot, story_id } of keys) index.addKey({ term, slot, story: story_id });

  const placed = await storiesOfArticles(writing, batch);
  const wanted = new Set([...placed.before.values(), ...placed.pinned.values()]);
  for (const { vector } of articles) for (const id of index.candidates(vector)) wanted.add(id);
  const loaded = await loadStories(writing, wanted);
  for (const [id, story] of loaded) index.stories.set(id, story);
  for (const pair of await storiesApart(writing, loaded.values())) apart.add(pair);

  const storyOf = new Map<number, Story>();
  const merges: { from: Story; into: Story }[] = [];
  for (const article of articles) {
    const { story, merged } = index.place(
      article,
      loaded.get(placed.pinned.get(article.id) ?? -1),
      loaded.get(placed.before.get(article.id) ?? -1),
    );
    storyOf.set(article.id, story);
    for (const from of merged) merges.push({ from, into: story });
  }

  const pouredInto = new Map(merges.map(({ from, into }) => [from, into]));
  const endOf = (story: Story): Story => {
    const next = pouredInto.get(story);
    return next === undefined ? story : endOf(next);
  };
  const isNew = (id: number) => id >= firstId;
  // A story that began and ended within the batch was never seen by anybody.
  const changed = [...index.changed].filter((story) => !isNew(story.id) || endOf(story) === story);
  await saveStories(writing, changed, isNew);
  const kept = new Set(changed.map(({ id }) => id));
  await saveKeys(
    writing,
    [...index.newKeys.values()].filter(({ story }) => kept.has(story)),
  );
  for (const { from, into } of merges) {
    if (!isNew(from.id)) await pour(writing, from.id, endOf(into).id, null);
  }
  await writing.update(
    'article',
    'id',
    [...storyOf].map(([id, story]) => ({ id, story_id: endOf(story).id })),
  );
}

/** Moves all articles of a story to another, and remembers which. Returns them. */
export async function pour(writing: Writing, from: number, into: number, decision: number | null): Promise<number[]> {
  const rows = await writing.db.selectFrom('article').select('id').where('story_id', '=', from).execute();
  const moved = rows.map(({ id }) => id);
  await writing.db.updateTable('article').set({ story_id: into }).where('story_id', '=', from).execute();
  await writing.db.updateTable('story').set({ merged_into: into }).where('id', '=', from).execute();
  await recordChange(writing, { kind: 'merge', from, into, decision, undone: false, articles: moved });
  return moved;
}

export async function recordChange(
  writing: Writing,
  change: {
    kind: 'merge' | 'split';
    from: number;
    into: number;
    decision: number | null;
    undone: boolean;
    articles: readonly number[];
  },
): Promise<void> {
  const id = await writing.nextIds('story_change', 1);
  await writing.insert('story_change', [
    {
      id,
      at: writing.at,
      kind: change.kind,
      from_story_id: change.from,
      into_story_id: change.into,
      decision_id: change.decision,
      undone: change.undone ? 1 : 0,
      articles: JSON.stringify(change.articles),
    },
  ]);
}

export function pairOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Where the batch's articles were before they were read again, and where editors put them: the last decision holds. */
async function storiesOfArticles(
  writing: Writing,
  batch: readonly RecordedArticle<StoryFeatures>[],
): Promise<{ before: Map<number, number>; pinned: Map<number, number> }> {
  const ids = writing.listed(batch.map(({ articleId }) => articleId));
  const rows = await writing.db
    .selectFrom('article')
    .select(['id', 'story_id'])
    .where('id', 'in', ids)
    .where('story_id', 'is not', null)
    .execute();
  const pins = await writing.db
    .selectFrom('story_pin')
    .select(['article_id', 'story_id'])
    .where('article_id', 'in', ids)
    .orderBy('decision_id')
    .execute();
  return {
    before: new Map(rows.flatMap(({ id, story_id }) => (story_id === null ? [] : [[id, story_id] as const]))),
    pinned: new Map(pins.map(({ article_id, story_id }) => [article_id, story_id])),
  };
}

async function storiesApart(writing: Writing, stories: Iterable<Story>): Promise<string[]> {
  const ids = writing.listed([...new Set([...stories].map(({ id }) => id))]);
  const rows = await writing.db
    .selectFrom('story_apart')
    .select(['low_id', 'high_id'])
    .where('low_id', 'in', ids)
    .where('high_id', 'in', ids)
    .execute();
  return rows.map(({ low_id, high_id }) => pairOf(low_id, high_id));
}
