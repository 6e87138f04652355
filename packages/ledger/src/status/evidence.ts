import type { Assertion } from '@hearsay/reader/reading';
import type { Polarity, StatusName } from '../questions/answers.ts';

/** One assertion of a claim, as far as the status rule looks at it. */
export interface StatusEvidence {
  assertionId: number;
  articleId: number;
  /** When the article was published, ISO 8601 in UTC. */
  at: string;
  polarity: Polarity;
  certainty: Assertion['certainty'];
  stance: Assertion['stance'];
  /** The article whose text the article repeats, or its own id. */
  textOrigin: number;
  /** Who published the article. */
  outlet: string | null;
  /** The outlet that the words were told to, where the article says so; of several the one that had them first. */
  toldOutlet: string | null;
  /** The entity that speaks; null for the reporter's own words and for bare "officials", whom nobody can tell apart. */
  speakerId: number | null;
  /** The other pieces that its article tells in the same words: who cites and who is cited. */
  beside: readonly Pick<StatusEvidence, 'toldOutlet' | 'speakerId'>[];
  /** When a later revision of the article no longer said it, or null. */
  withdrawnAt: string | null;
}

/** Whether a piece of evidence counts as an independent origin. */
export interface Counting {
  /** What it counts as; null where it does not. */
  as: 'for' | 'hedged' | 'against' | null;
  /** Why it does not. */
  why: NotCounted | null;
  /** The piece that counts in its place, or that took it back. */
  of: StatusEvidence | null;
}

/**
 * It shares its text, its outlet or its speaker with a piece that counts; the same origin says firmly what it hedges; it denies
 * with a hedge or at a distance; it commits to neither side; its origin took it back; a later revision no longer says it.
 */
export type NotCounted =
  | 'same-text'
  | 'same-outlet'
  | 'same-speaker'
  | 'said-firmly'
  | 'hedged-denial'
  | 'no-commitment'
  | 'taken-back'
  | 'withdrawn';

/** How a claim stands after one more piece of evidence. */
export interface Standing {
  status: StatusName;
  /** The rule in one sentence, with its figures. */
  reason: string;
  /** What the sentence is made of, in a few characters: `reasonOf`. */
  tally: string;
  /** Independent origins that report it, firmly or not. */
  origins: number;
}

export interface StandingChange extends Standing {
  at: string;
  /** What arrived then; null where something was withdrawn. */
  assertionId: number | null;
  articleId: number;
}
