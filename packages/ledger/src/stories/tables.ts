/** The tables of stories. */
export interface StoryTables {
  story: StoryTable;
  story_key: StoryKeyTable;
  story_change: StoryChangeTable;
  story_pin: StoryPinTable;
  story_apart: StoryApartTable;
}

/** Articles about one event. A story that was poured into another stays, empty, so that its id goes on pointing somewhere. */
export interface StoryTable {
  id: number;
  title: string;
  title_article_id: number | null;
  /** How central that article was; the next one must be more so to give the title. */
  title_score: number;
  articles: number;
  merged_into: number | null;
  /** Times of its first and its last article. */
  first_at: string;
  last_at: string;
  /** When an article joined or left it last. */
  changed_at: string;
  /** The terms of its articles: `packTerms`. */
  terms: Uint8Array;
}

/** Where stories are found: under each term a bounded number of slots, a later story in the place of an earlier one. */
export interface StoryKeyTable {
  term: number;
  slot: number;
  story_id: number;
}

/** Merges and splits, the machine's and the editor's: appended, never changed. */
export interface StoryChangeTable {
  id: number;
  at: string;
  kind: 'merge' | 'split';
  from_story_id: number;
  into_story_id: number;
  /** The editor's decision behind it; null for the machine's. */
  decision_id: number | null;
  /** 1 where it takes the decision back. */
  undone: number;
  /** JSON: ids of the articles that went over. */
  articles: string;
}

/** Articles that an editor put into a story: they stay there when they are read again. */
export interface StoryPinTable {
  decision_id: number;
  article_id: number;
  story_id: number;
}

/** Stories that an editor told apart: never merged by the machine. */
export interface StoryApartTable {
  decision_id: number;
  low_id: number;
  high_id: number;
}
