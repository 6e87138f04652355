import type { Assertion } from '../reading.ts';

/** A run of tokens, `end` exclusive. */
export interface TokenRange {
  first: number;
  end: number;
}

/** The words that signal an attribution, found but not yet joined to a source and a content. */
export interface Cue extends TokenRange {
  /** The token that carries the cue: the verb, noun, adverb, preposition or colon. */
  head: number;
  act: Assertion['act'];
  /** Probability, 0 to 1, that this is a cue with this extent. */
  score: number;
}

/** An attribution relation in PolNeAR's sense: a cue with its source and its content, not nested. */
export interface Attribution {
  cue: Cue | null;
  /** Empty where no source is named. */
  source: TokenRange[];
  content: TokenRange[];
  /** Probability, 0 to 1, that the whole relation is right. */
  score: number;
}
