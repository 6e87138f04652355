import type { Judgement, RevisionOf } from '../judgement.ts';
import { storedFeatures } from '../store/stored-features.ts';
import type { Writing } from '../store/writing.ts';
import { checkStories } from './check-stories.ts';
import { mergeStories, rebuild, splitStory, unmergeStories, unsplitStory } from './edit-stories.ts';
import { recordStories } from './record-stories.ts';
import { removeArticle } from './story.ts';
import { type KeptTerms, keptTerms, type StoryFeatures, storyFeatures, termsOf } from './story-features.ts';
import { loadStories, saveStories } from './story-rows.ts';
import { loadTermRarity } from './term-rarity.ts';

const rarity = loadTermRarity();

/** Articles about one event. */
export const stories: Judgement<StoryFeatures> = {
  name: 'stories',
  features: (article) => storyFeatures(article, rarity),
  kept: keptTerms,
  record: recordStories,
  retract,
  forget,
  check: checkStories,
  decide: async ({ id, kind, payload }, undone, writing) => {
    if (kind === 'story-merge') await (undone ? unmergeStories(id, writing) : mergeStories(payload, id, writing));
    if (kind === 'story-split') await (undone ? unsplitStory(id, writing) : splitStory(payload, id, writing));
  },
};

/** Takes the articles' terms out of their stories; `article.story_id` stays, so that an article read again can stay too. */
async function retract(revisions: readonly RevisionOf[], writing: Writing): Promise<void> {
  const ids = revisions.map(({ articleId }) => articleId);
  const rows = await writing.db
    .selectFrom('article')
    .select(['id', 'story_id'])
    .where('id', 'in', writing.listed(ids))
    .execute();
  const storyOf = new Map(rows.flatMap(({ id, story_id }) => (story_id === null ? [] : [[id, story_id] as const])));
  const loaded = await loadStories(writing, storyOf.values());
  const features = await storedFeatures<KeptTerms>(
    writing,
    'stories',
    revisions.map(({ revisionId }) => revisionId),
  );
  for (const { articleId, revisionId } of revisions) {
    const story = loaded.get(storyOf.get(articleId) ?? -1);
    const own = features.get(revisionId);
    if (story !== undefined) removeArticle(story, own === undefined ? new Map() : termsOf(own.kept));
  }
  await saveStories(writing, new Set(loaded.values()), () => false);
}

/** Takes the articles out of their stories, and their words out of the titles. */
async function forget(articleIds: readonly number[], writing: Writing): Promise<void> {
  const ids = writing.listed(articleIds);
  await writing.db.updateTable('article').set({ story_id: null }).where('id', 'in', ids).execute();
  await writing.db.deleteFrom('story_pin').where('article_id', 'in', ids).execute();
  const titled = await writing.db.selectFrom('story').select('id').where('title_article_id', 'in', ids).execute();
  await rebuild(
    writing,
    titled.map(({ id }) => id),
  );
}
