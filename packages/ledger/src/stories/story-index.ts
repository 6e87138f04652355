import { absorb, addArticle, emptyStory, type Story, type StoryArticle } from './story.ts';
import { affinity, chooseStory, isOneStory, type RankedStory } from './story-decision.ts';
import { type TermVector, weightiest } from './term-vector.ts';

/** Terms of an article under which stories are looked for, and of a story under which it is found. */
export const ARTICLE_KEYS = 30;
const STORY_KEYS = 40;
/** Stories kept under one term: a later story takes the place of an earlier one in its slot. Bounds every look-up. */
export const SLOTS = 64;
/** Stories compared with an article, those that share most with it. */
export const MOST_CANDIDATES = 10;
/** Stories compared with the one that an article has joined. */
const MOST_MERGES = 3;

/** One place under a term: the story that was there last. */
export interface StoryKey {
  readonly term: number;
  readonly slot: number;
  readonly story: number;
}

/** What became of an article. */
export interface Placement {
  readonly story: Story;
  /** Stories that turned out to be this one, and are poured into it. */
  readonly merged: Story[];
}

/**
 * Stories and the terms under which they are found. Holds all stories for the filter, and those that a batch may touch for
 * the ledger: what it changes is in `changed` and `newKeys`. The cost of an article does not depend on how many there are.
 */
export class StoryIndex {
  readonly stories = new Map<number, Story>();
  readonly changed = new Set<Story>();
  readonly newKeys = new Map<string, StoryKey>();
  readonly #slots = new Map<number, Map<number, number>>();
  readonly #nextId: () => number;
  /** Whether an editor said that two stories are not one. */
  readonly #areApart: (a: number, b: number) => boolean;

  constructor(nextId: () => number, areApart: (a: number, b: number) => boolean = () => false) {
    this.#nextId = nextId;
    this.#areApart = areApart;
  }

  addKey({ term, slot, story }: StoryKey): void {
    let slots = this.#slots.get(term);
    if (slots === undefined) {
      slots = new Map();
      this.#slots.set(term, slots);
    }
    slots.set(slot, story);
  }

  /** Takes in a story that was put together elsewhere, to be found under its terms. */
  addStory(story: Story): void {
    this.stories.set(story.id, story);
    this.#changedKeys(story);
  }

  /**
   * Puts an article into the story it belongs to.
   * @param pinned the story that an editor put it into
   * @param before the story that it was in before it was read again
   */
  place(article: StoryArticle, pinned?: Story, before?: Story): Placement {
    const ranked = this.#ranked(article);
    const chosen = pinned ?? chooseStory(article, ranked, before) ?? (before?.articles === 0 ? before : undefined);
    const story = chosen ?? this.#begin();
    addArticle(story, article);
    this.#changedKeys(story);
    return pinned === undefined ? this.#mergeInto(story, ranked) : { story, merged: [] };
  }

  /** The ids of the stories that share most with a vector. */
  candidates(vector: TermVector): number[] {
    const shared = new Map<number, number>();
    for (const [term, weight] of weightiest(vector, ARTICLE_KEYS)) {
      for (const story of new Set(this.#slots.get(term)?.values()))
        shared.set(story, (shared.get(story) ?? 0) + weight);
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_CANDIDATES)
      .map(([story]) => story);
  }

  #ranked(article: StoryArticle): RankedStory[] {
    const ranked: RankedStory[] = [];
    // A story that was poured into another is found under both ids.
    const found = new Set(this.candidates(article.vector).map((id) => this.stories.get(id)));
    for (const story of found) {
      if (story !== undefined && story.articles > 0) ranked.push({ story, affinity: affinity(article, story) });
    }
    return ranked.sort((a, b) => b.affinity - a.affinity || a.story.id - b.story.id);
  }

  #begin(): Story {
    const story = emptyStory(this.#nextId());
    this.stories.set(story.id, story);
    return story;
  }

  #mergeInto(joined: Story, ranked: readonly RankedStory[]): Placement {
    let story = joined;
    const merged: Story[] = [];
    for (const { story: other } of ranked.filter(({ story: other }) => other !== joined).slice(0, MOST_MERGES)) {
      if (this.#areApart(story.id, other.id) || !isOneStory(story, other)) continue;
      const isLarger = other.articles > story.articles || (other.articles === story.articles && other.id < story.id);
      const [kept, gone] = isLarger ? [other, story] : [story, other];
      absorb(kept, gone);
      this.changed.add(gone);
      merged.push(gone);
      story = kept;
    }
    if (merged.length > 0) this.#changedKeys(story);
    return { story, merged };
  }

  #changedKeys(story: Story): void {
    this.changed.add(story);
    const slot = story.id % SLOTS;
    for (const [term] of weightiest(story.sum, STORY_KEYS)) {
      if (this.#slots.get(term)?.get(slot) === story.id) continue;
      const key = { term, slot, story: story.id };
      this.addKey(key);
      this.newKeys.set(`${term}:${slot}`, key);
    }
  }
}
