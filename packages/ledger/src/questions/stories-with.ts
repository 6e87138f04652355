import { findArticles } from '../search/find-articles.ts';
import { foldedWords } from '../search/folded-words.ts';
import type { Store } from '../store/store.ts';
import type { Page, StoryCard } from './answers.ts';
import { scopeOf } from './claims-like.ts';
import { emptyPage, LAST_ID, PAGE_ITEMS } from './pages.ts';
import { storyCards } from './story-cards.ts';

/** Articles with the words that are looked at for their stories, the latest. */
const MOST_ARTICLES = 300;

/**
 * The stories of the articles that have all of some words, those first that have them in a headline: a story's own title is
 * the headline of one of its articles.
 */
export async function storiesWith(store: Store, text: string): Promise<Page<StoryCard>> {
  const words = foldedWords(text);
  if (words.length === 0) return emptyPage();
  const ids: number[] = [];
  for await (const found of findArticles(store, scopeOf(words), LAST_ID)) {
    ids.push(...found.ids);
    if (ids.length >= MOST_ARTICLES) break;
  }
  const rows = await store.db
    .selectFrom('article')
    .select(['title', 'story_id'])
    .where('id', 'in', store.listed(ids.slice(0, MOST_ARTICLES)))
    .orderBy('id', 'desc')
    .execute();
  const headed = (title: string | null): boolean => {
    const has = new Set(foldedWords(title ?? ''));
    return words.every((word) => has.has(word));
  };
  const stories = new Set<number>();
  for (const isHeaded of [true, false]) {
    for (const { title, story_id } of rows) if (story_id !== null && headed(title) === isHeaded) stories.add(story_id);
  }
  const cards = await storyCards(store, [...stories].slice(0, PAGE_ITEMS));
  const items = [...stories].flatMap((id) => cards.get(id) ?? []);
  return { items, total: items.length, next: null };
}
