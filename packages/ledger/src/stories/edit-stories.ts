import type { Payload } from '../edits/decision.ts';
import { storedFeatures } from '../store/stored-features.ts';
import type { Writing } from '../store/writing.ts';
import { pour, recordChange } from './record-stories.ts';
import { addArticle, emptyStory, type Story, storyArticle } from './story.ts';
import { type KeptTerms, storedStoryFeatures } from './story-features.ts';
import { StoryIndex } from './story-index.ts';
import { loadStories, saveKeys, saveStories } from './story-rows.ts';

/** Articles from which a story is put together anew: its latest. */
const MOST_MEMBERS = 64;

/** Pours other stories into one, and keeps their articles there when they are read again. */
export async function mergeStories(
  { into, from }: Payload<'story-merge'>,
  decision: number,
  writing: Writing,
): Promise<void> {
  const stories = await loadStories(writing, [into, ...from]);
  const target = stories.get(into);
  if (target === undefined) return;
  for (const id of from) {
    const story = stories.get(id);
    if (story === undefined || story === target) continue;
    await pin(writing, await pour(writing, story.id, target.id, decision), target.id, decision);
    stories.set(id, target);
  }
  await rebuild(writing, [target.id, ...from]);
}

/** Takes a merge back: the articles that came over go back where they still are where it put them. */
export async function unmergeStories(decision: number, writing: Writing): Promise<void> {
  const changes = await writing.db
    .selectFrom('story_change')
    .selectAll()
    .where('decision_id', '=', decision)
    .where('undone', '=', 0)
    .execute();
  await writing.db.deleteFrom('story_pin').where('decision_id', '=', decision).execute();
  for (const { from_story_id: from, articles } of changes) {
    const target = (await loadStories(writing, [from])).get(from);
    if (target === undefined) continue;
    await writing.update('story', 'id', [{ id: from, merged_into: null }]);
    await move(writing, parseIds(articles), target.id, from, decision, true);
    await rebuild(writing, [target.id, from]);
  }
}

/** Makes a story of its own of some articles; the machine never joins the two again. */
export async function splitStory(
  { story, articles }: Payload<'story-split'>,
  decision: number,
  writing: Writing,
): Promise<void> {
  const source = (await loadStories(writing, [story])).get(story);
  if (source === undefined) return;
  const id = await writing.nextIds('story', 1);
  const { first, last } = source;
  await saveStories(writing, [{ ...emptyStory(id), first, last }], () => true);
  const moved = await move(writing, articles, source.id, id, decision, false);
  await pin(writing, moved, id, decision);
  await writing.insert('story_apart', [
    { decision_id: decision, low_id: Math.min(id, source.id), high_id: Math.max(id, source.id) },
  ]);
  await rebuild(writing, [source.id, id]);
}

/** Takes a split back: what is in the story that it made goes back, later articles too. */
export async function unsplitStory(decision: number, writing: Writing): Promise<void> {
  const changes = await writing.db
    .selectFrom('story_change')
    .selectAll()
    .where('decision_id', '=', decision)
    .where('undone', '=', 0)
    .execute();
  await writing.db.deleteFrom('story_pin').where('decision_id', '=', decision).execute();
  await writing.db.deleteFrom('story_apart').where('decision_id', '=', decision).execute();
  for (const { from_story_id: source, into_story_id: made } of changes) {
    const stories = await loadStories(writing, [source, made]);
    const [back, gone] = [stories.get(source), stories.get(made)];
    if (back === undefined || gone === undefined || back === gone) continue;
    const moved = await pour(writing, gone.id, back.id, null);
    await recordChange(writing, {
      kind: 'merge',
      from: gone.id,
      into: back.id,
      decision,
      undone: true,
      articles: moved,
    });
    await rebuild(writing, [back.id, gone.id]);
  }
}

/** Puts stories together anew from their articles: terms, number, title, span of time. */
export async function rebuild(writing: Writing, ids: readonly number[]): Promise<void> {
  for (const id of new Set(ids)) {
    const rows = await writing.db
      .selectFrom('article')
      .select(['id', 'revision_id', 'time'])
      .where('story_id', '=', id)
      .orderBy('time', 'desc')
      .execute();
    const latest = rows.slice(0, MOST_MEMBERS);
    const stored = await storedFeatures<KeptTerms>(
      writing,
      'stories',
      latest.map(({ revision_id }) => revision_id),
    );
    const story = emptyStory(id);
    for (const { id: article, revision_id, time } of latest.reverse()) {
      const own = stored.get(revision_id);
      if (own === undefined) continue;
      const features = storedStoryFeatures(own.kept, own.reading());
      addArticle(story, storyArticle(article, features, Date.parse(time)));
    }
    story.articles = rows.length;
    const oldest = rows.at(-1);
    if (oldest !== undefined) story.first = Date.parse(oldest.time);
    await saveStories(writing, [story], () => false);
    await saveKeys(writing, keysOf(story));
  }
}

function keysOf(story: Story) {
  const index = new StoryIndex(() => story.id);
  index.addStory(story);
  return [...index.newKeys.values()];
}

async function move(
  writing: Writing,
  articles: readonly number[],
  from: number,
  into: number,
  decision: number,
  undone: boolean,
): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('article')
    .select('id')
    .where('id', 'in', writing.listed(articles))
    .where('story_id', '=', from)
    .execute();
  const moved = rows.map(({ id }) => id);
  await writing.update(
    'article',
    'id',
    moved.map((id) => ({ id, story_id: into })),
  );
  await recordChange(writing, { kind: 'split', from, into, decision, undone, articles: moved });
  return moved;
}

async function pin(writing: Writing, articles: readonly number[], story: number, decision: number): Promise<void> {
  await writing.insert(
    'story_pin',
    articles.map((article_id) => ({ article_id, decision_id: decision, story_id: story })),
  );
}

function parseIds(json: string): number[] {
  const ids: unknown = JSON.parse(json);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : [];
}
