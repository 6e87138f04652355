/** The tables of claims. Which assertions a claim has, and how each stands to it, is in `assertion`. */
export interface ClaimTables {
  claim: ClaimTable;
  claim_change: ClaimChangeTable;
  claim_pin: ClaimPinTable;
}

/** One proposition, followed over articles. A claim that lost all its members stays, so that its id goes on pointing somewhere. */
export interface ClaimTable {
  id: number;
  /** Its clearest wording so far, and whose it is; empty where that was taken down. */
  text: string;
  text_assertion_id: number | null;
  clarity: number;
  /** 1 where that wording has a negation of its own. */
  text_negated: number;
  /** How many of its first members say it without and with a negation. */
  stated: number;
  negated: number;
  /** Assertions of current revisions. */
  members: number;
  story_id: number | null;
  /** The time of its first article. */
  first_at: string;
  /** Where an editor poured it into another. */
  merged_into: number | null;
  /** What new assertions are compared with: `packExemplars`. */
  exemplars: Uint8Array;
}

/** Merges and splits by editors: appended, never changed. */
export interface ClaimChangeTable {
  id: number;
  at: string;
  kind: 'merge' | 'split';
  from_claim_id: number;
  into_claim_id: number;
  decision_id: number;
  /** 1 where it takes the decision back. */
  undone: number;
  /** JSON: ids of the assertions that went over. */
  assertions: string;
}

/** Places in articles that an editor put into a claim: an assertion read there goes to it. */
export interface ClaimPinTable {
  article_id: number;
  start: number;
  end: number;
  claim_id: number;
  decision_id: number;
}
