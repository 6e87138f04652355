import { likeness, type Story, type StoryArticle } from './story.ts';

/**
 * Likeness (cosine of weighted terms) from which an article belongs to a story. Tuned on the training topics of the
 * stance corpus, by pairwise F1 over nine groups of 49 topics, rarity counted on the other topics.
 */
const SAME_STORY = 0.25;
/** Likeness from which two stories are one; tuned with `SAME_STORY`. */
const ONE_STORY = 0.55;
/** An article that is read again stays in its story down to this. */
const STILL_SAME_STORY = 0.15;

/** Days without an article after which a story's likeness begins to count for less, and those in which it falls to a half. */
const QUIET_DAYS = 10;
const HALVING_DAYS = 60;
const DAY = 86_400_000;

/** How far an article belongs to a story: likeness, less where months lie between them. */
export function affinity(article: StoryArticle, story: Story): number {
  return likeness(article, story) * timeFactor(article.time, story);
}

/** The story an article belongs to, among candidates; undefined where it begins one of its own. */
export function chooseStory(article: StoryArticle, ranked: readonly RankedStory[], before?: Story): Story | undefined {
  const best = ranked[0];
  if (before !== undefined && before.articles > 0) {
    const stays = affinity(article, before);
    if (stays >= STILL_SAME_STORY && (best === undefined || best.affinity < stays + SAME_STORY)) return before;
  }
  return best !== undefined && best.affinity >= SAME_STORY ? best.story : undefined;
}

export interface RankedStory {
  readonly story: Story;
  readonly affinity: number;
}

/** Whether two stories turn out to be one. */
export function isOneStory(a: Story, b: Story): boolean {
  return likeness(a, b) * Math.min(timeFactor(a.first, b), timeFactor(b.first, a)) >= ONE_STORY;
}

function timeFactor(time: number | null, { first, last }: Story): number {
  if (time === null || first === null || last === null) return 1;
  const days = Math.max(0, first - time, time - last) / DAY - QUIET_DAYS;
  return days <= 0 ? 1 : 0.5 ** (days / HALVING_DAYS);
}
