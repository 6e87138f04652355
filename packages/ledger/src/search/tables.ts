export interface SearchTables {
  search_article: WordsTable;
  search_claim: WordsTable;
  search_name: SearchNameTable;
  search_outlet: SearchOutletTable;
}

/** The words of articles or claims: written and asked through `SearchDialect` only. */
export interface WordsTable {
  id: number;
}

/** The words of entities' names. */
export interface SearchNameTable {
  /** As `foldedWords` gives it. */
  word: string;
  entity_id: number;
}

/** Every outlet that an article was ever published by. */
export interface SearchOutletTable {
  /** Its words as `foldedWords` gives them, joined by spaces. */
  folded: string;
  name: string;
}
