export interface CopyTables {
  copy: CopyTable;
  copy_text: CopyTextTable;
  copy_denial: CopyDenialTable;
}

/** Two articles of which one has the other's text, or a part of it. */
export interface CopyTable {
  /** The lower of the two identifiers. */
  a_id: number;
  b_id: number;
  label: 'same' | 'part';
  /** Share of the shorter's words that the other has, 0 to 1. */
  overlap: number;
  /** `packPassages`. */
  passages: Uint8Array;
  /** 1 where an editor said that it is no copy: the relation stays on record and counts nowhere. */
  dismissed: 0 | 1;
}

/** What of a current article is compared with others. */
export interface CopyTextTable {
  article_id: number;
  /** As `unpackText` takes it. */
  text: Uint8Array;
  words: number;
  wire: string | null;
  /** JSON: a list of names. */
  credits: string;
}

/** An editor's "not a copy", in force. */
export interface CopyDenialTable {
  decision_id: number;
  article_id: number;
  /** 0 where the article copies none at all. */
  of_id: number;
}
