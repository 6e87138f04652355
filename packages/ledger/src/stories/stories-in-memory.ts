import { storyArticle } from './story.ts';
import type { StoryFeatures } from './story-features.ts';
import { StoryIndex } from './story-index.ts';

/**
 * Groups articles into stories without a ledger, as they arrive: the judgement of the ledger over an index in memory.
 * Later articles may show that two stories are one, so ask for the stories after the last one.
 */
export class StoriesInMemory {
  #lastId = 0;
  readonly #index = new StoryIndex(() => ++this.#lastId);
  readonly #placed: number[] = [];
  readonly #mergedInto = new Map<number, number>();

  /** @param time when it was published, in milliseconds since 1970, or null */
  add(features: StoryFeatures, time: number | null): void {
    const { story, merged } = this.#index.place(storyArticle(this.#placed.length + 1, features, time));
    for (const { id } of merged) this.#mergedInto.set(id, story.id);
    this.#placed.push(story.id);
  }

  /** The story of each article, in the order in which they were added. */
  stories(): number[] {
    return this.#placed.map((story) => {
      let now = story;
      for (let next = this.#mergedInto.get(now); next !== undefined; next = this.#mergedInto.get(now)) now = next;
      return now;
    });
  }
}
