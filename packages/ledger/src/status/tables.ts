export interface StatusTables {
  claim_standing: ClaimStandingTable;
  claim_status: ClaimStatusTable;
  told_outlet: ToldOutletTable;
}

/** How a claim that at least two articles report stands now; of one article's claims it is derived when asked for. */
export interface ClaimStandingTable {
  claim_id: number;
  /** The story that most of its articles belong to; a story that was poured into another since says where it went. */
  story_id: number | null;
  /** `codeOf('status', …)`. */
  status: number;
  /** What the rule counted: `reasonOf` says it in a sentence. */
  tally: string;
  articles: number;
  origins: number;
  for_count: number;
  against_count: number;
  observing_count: number;
  /** When a batch changed its status last. */
  changed_at: string;
}

/** The history of a claim's status: appended, never changed. */
export interface ClaimStatusTable {
  id: number;
  claim_id: number;
  /** Of the evidence that made the change. */
  at: string;
  recorded_at: string;
  /** `codeOf('status', …)`. */
  status: number;
  /** What the rule counted: `reasonOf` says it in a sentence. */
  tally: string;
  assertion_id: number | null;
  article_id: number | null;
}

/** The outlet that an assertion's words were first told to, where its article says so. */
export interface ToldOutletTable {
  assertion_id: number;
  outlet: string;
}
