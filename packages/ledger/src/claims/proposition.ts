/** What one assertion says, in a form in which the wordings of many articles can be compared. Plain JSON. */
export interface Proposition {
  /** Its place in `reading.assertions`. */
  ordinal: number;
  /**
   * Words of the content in comparable form, distinct: the sense for words of one sense, the name's key for names and
   * pronouns, else the lemma.
   */
  words: string[];
  /** Of each word: how much it tells. */
  weights: number[];
  events: ClaimEvent[];
  numbers: NumberRange[];
  /** Normalised words of each quoted part of three words or more. */
  quotations: string[][];
  polarity: Polarity;
  /** The assertion of the same article that it goes with: what a reported report says, or what "the reports" are. */
  goesWith?: { ordinal: number; against: boolean };
  /** Its wording, made to stand alone. */
  text: string;
}

export type Polarity = 'for' | 'against' | 'observing';

/** A predicate and whom it concerns. */
export interface ClaimEvent {
  sense: string;
  /** Whom or what it happens to, as words: first the head, then the names in the phrase. Empty where not known. */
  affected: string[];
  agent: string[];
  /** Whether it is what the content is about: not a modifier, a place or a background of it. */
  main: boolean;
}

/** "at least 23" is 23 to null, "more than 20" is 20 to null without 20 itself, "30" is 30 to 30. */
export interface NumberRange {
  /** What is counted, as a word; '' where not known. */
  of: string;
  low: number | null;
  high: number | null;
  open?: 'low' | 'high';
}
