import { type StoryFeatures, termsOf } from './story-features.ts';
import { addTo, cosine, lengthOf, type TermVector, weightiest } from './term-vector.ts';

/** An article on its way into a story. */
export interface StoryArticle {
  readonly id: number;
  readonly vector: TermVector;
  readonly headline: string;
  readonly isTitled: boolean;
  /** Milliseconds since 1970, or null where nobody says when it was published. */
  readonly time: number | null;
}

/** What is known of a story without its articles. */
export interface Story {
  readonly id: number;
  articles: number;
  /** The sum of its articles' vectors, its weightiest terms only. */
  sum: TermVector;
  /** The length of `sum`. */
  length: number;
  title: string;
  /** The article that the title is taken from. */
  titleArticle: number | null;
  /** How central that article was when it was taken. */
  titleScore: number;
  first: number | null;
  last: number | null;
}

/** Terms that a story's sum keeps: with more, pairwise F1 on the training topics stays the same. */
const MOST_TERMS = 120;
/** A headline is preferred to words of a text, however central those are. */
const HEADLINE_BONUS = 1;

export function storyArticle(id: number, features: StoryFeatures, time: number | null): StoryArticle {
  const { headline, isTitled } = features;
  return { id, vector: termsOf(features), headline, isTitled, time };
}

export function emptyStory(id: number): Story {
  const title = { title: '', titleArticle: null, titleScore: -1 };
  return { id, articles: 0, sum: new Map(), length: 0, ...title, first: null, last: null };
}

export function addArticle(story: Story, article: StoryArticle): void {
  addTo(story.sum, article.vector);
  trim(story);
  story.articles++;
  if (article.time !== null) {
    story.first = story.first === null ? article.time : Math.min(story.first, article.time);
    story.last = story.last === null ? article.time : Math.max(story.last, article.time);
  }
  offerTitle(story, article);
}

/** Takes an article out; the span of time and the title stay until another article changes them. */
export function removeArticle(story: Story, vector: TermVector): void {
  story.articles--;
  if (story.articles <= 0) {
    story.articles = 0;
    story.sum = new Map();
  } else addTo(story.sum, vector, -1);
  story.length = lengthOf(story.sum);
}

/** Pours another story's articles into this one. */
export function absorb(story: Story, other: Story): void {
  addTo(story.sum, other.sum);
  trim(story);
  if (other.titleScore > story.titleScore) {
    story.title = other.title;
    story.titleArticle = other.titleArticle;
    story.titleScore = other.titleScore;
  }
  story.articles += other.articles;
  if (other.first !== null && (story.first === null || other.first < story.first)) story.first = other.first;
  if (other.last !== null && (story.last === null || other.last > story.last)) story.last = other.last;
  other.articles = 0;
  other.sum = new Map();
  other.length = 0;
}

/** Cosine of an article and a story, or of two stories. */
export function likeness(a: StoryArticle | Story, b: Story): number {
  return 'sum' in a ? cosine(a.sum, b.sum, a.length, b.length) : cosine(a.vector, b.sum, 1, b.length);
}

function offerTitle(story: Story, article: StoryArticle): void {
  if (article.headline === '') return;
  const score = likeness(article, story) + (article.isTitled ? HEADLINE_BONUS : 0);
  // The first article of a story is all of it: its likeness of 1 says nothing.
  const scoreNow = story.articles === 1 ? score - 1 : score;
  if (scoreNow <= story.titleScore) return;
  story.title = article.headline;
  story.titleArticle = article.id;
  story.titleScore = scoreNow;
}

function trim(story: Story): void {
  // Sorting costs more than what it saves until there is twice as much as is kept.
  if (story.sum.size > MOST_TERMS * 2) story.sum = new Map(weightiest(story.sum, MOST_TERMS));
  story.length = lengthOf(story.sum);
}
