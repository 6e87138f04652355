import type { Reading } from '@hearsay/reader/reading';
import type { AnalysedArticle } from './analysed-article.ts';
import type { Decision } from './edits/decision.ts';
import type { Store } from './store/store.ts';
import type { Writing } from './store/writing.ts';

/**
 * What the ledger concludes from many articles: copies, stories, entities, claims, status. Each is one object in a
 * folder of its name, listed in `judgements.ts` in the order in which the writer calls them.
 *
 * The same article is recorded once, taken back where its revision is replaced or read again, and recorded anew. What a
 * judgement knows of other articles it finds in the store: it keeps nothing between calls, since a batch can be rolled
 * back, and an editor's decision can come from another process between two batches.
 */
export interface Judgement<Features = unknown> {
  /** The key of its features in `revision.features`. */
  readonly name: string;

  /** What the judgement needs of one article, as a small plain value (JSON). Pure; made on worker threads. */
  features(article: AnalysedArticle): Features;

  /**
   * What of its features is kept in `revision.features`, for `retract` and for editors' decisions, as `storedFeatures`
   * gives it back: what cannot be made again of the reading alone. All of it would take more than the article.
   */
  kept?(features: Features): unknown;

  /** Writes what a batch of articles adds, within the batch's transaction. The articles' own rows are there already. */
  record(batch: readonly RecordedArticle<Features>[], writing: Writing): Promise<void>;

  /**
   * Takes back what these revisions added: they are replaced, read again, or forgotten. Their rows in `assertion` and
   * `actor` are still there. Identifiers of stories, entities and claims stay, so that editors' decisions go on
   * pointing at them.
   */
  retract(revisions: readonly RevisionOf[], writing: Writing): Promise<void>;

  /** Leaves no word of these articles in the judgement's own tables. Called after `retract`, for a takedown. */
  forget(articleIds: readonly number[], writing: Writing): Promise<void>;

  /** What is wrong with the judgement's own rows, one line a fault, for `hearsay check`. */
  check?(store: Store): Promise<string[]>;

  /** Carries out an editor's decision, or takes it back where `undone`. Only of kinds that concern the judgement. */
  decide?(decision: Decision, undone: boolean, writing: Writing): Promise<void>;
}

export interface RevisionOf {
  readonly articleId: number;
  readonly revisionId: number;
}

/** An article of a batch, its rows written: what `record` is given. */
export interface RecordedArticle<Features> extends RevisionOf {
  readonly reading: Reading;
  readonly features: Features;
  /** `published` in UTC, else when the article came in. */
  readonly time: string;
  readonly outlet: string | null;
  /** Of assertions that are read again: the claims that they had, by `assertion.id`. */
  readonly claimsBefore?: ReadonlyMap<number, number>;
  /** `assertion.id` of each of `reading.assertions`, in their order. */
  readonly assertionIds: readonly number[];
  /** Whether the article was recorded before, and that has been taken back: an earlier revision, or an earlier reading. */
  readonly isRevision: boolean;
  /** The claims that what was taken back had a part in: they may stand otherwise now. */
  readonly formerClaims: readonly number[];
}
