import type { NumberRange } from './numbers.ts';

export type Polarity = 'for' | 'against' | 'observing';

/** What one assertion says, in words that can be compared over articles. Names have "@" before them. */
export interface Proposition {
  /** Words of the content, distinct: the name's key for names and for what stands for them, else the sense, else the lemma. */
  words: string[];
  /** Of each word: how much it tells, in nats. */
  weights: number[];
  events: ClaimEvent[];
  /** What is counted in each, as a word. */
  numbers: { of: string; range: NumberRange }[];
  /** Normalised words of each quoted part. */
  quotations: string[][];
  polarity: Polarity;
  /** Whether the content itself is negated, whoever denies it. */
  isNegated: boolean;
  /** Whether its source only hopes or fears it. */
  isWish: boolean;
  /** Whether it has not happened: a plan, a threat, an order, what would or may come. */
  isUnrealised: boolean;
  /** Whether it tells of an earlier occasion than its article does. */
  isEarlier: boolean;
}

/** A predicate and whom it concerns. */
export interface ClaimEvent {
  sense: string;
  /** Whom or what it happens to: the head first, then the names in the phrase. Empty where not known. */
  affected: string[];
  /** Whether it is what the content is about: no modifier or background of it. */
  isMain: boolean;
  /** Whether it is said by its contrary: that somebody is alive is that he did not die. */
  isReversed?: boolean;
}
