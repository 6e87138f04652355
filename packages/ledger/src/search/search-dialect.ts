import { type RawBuilder, sql } from 'kysely';

/** Words that are looked for, as `foldedWords` gives them. */
export interface WantedWords {
  /** All of these. */
  readonly words: readonly string[];
  /** The words of each side by side. */
  readonly phrases: readonly (readonly string[])[];
  /** None of these. */
  readonly without: readonly string[];
}

export type WordsTable = 'search_article' | 'search_claim';

/** Full-text search as one database writes it. Statements are written with `?`. */
export interface SearchDialect {
  /** The column that holds the id in the tables of words. */
  readonly key: 'rowid' | 'id';
  /** Parameters: id, the title's words and the body's, each joined by spaces. */
  readonly addArticle: string;
  /** Parameters: id, the words joined by spaces. */
  readonly addClaim: string;
  /** The condition that a row of a table of words has what is wanted: at least one word or phrase. */
  matches(table: WordsTable, wanted: WantedWords): RawBuilder<boolean>;
  /** What to run so that no word of a deleted row is left in the index. */
  readonly purge: readonly string[];
}

export const sqliteSearch: SearchDialect = {
  key: 'rowid',
  addArticle: 'insert into search_article (rowid, title, body) values (?, ?, ?)',
  addClaim: 'insert into search_claim (rowid, words) values (?, ?)',
  matches: (table, { words, phrases, without }) => {
    const wanted = [...words, ...phrases.map((phrase) => phrase.join(' '))].map((each) => `"${each}"`).join(' AND ');
    return sql`${sql.ref(table)} match ${without.reduce((left, word) => `(${left}) NOT "${word}"`, wanted)}`;
  },
  // Merging all segments into one leaves out what was deleted.
  purge: [
    `insert into search_article (search_article) values ('optimize')`,
    `insert into search_claim (search_claim) values ('optimize')`,
  ],
};

export const postgresSearch: SearchDialect = {
  key: 'id',
  addArticle: `insert into search_article (id, words) values (?, to_tsvector('hearsay', ?) || to_tsvector('hearsay', ?))`,
  addClaim: `insert into search_claim (id, words) values (?, to_tsvector('hearsay', ?))`,
  matches: (table, { words, phrases, without }) => {
    const terms = [
      ...words.map((word) => `'${word}'`),
      ...phrases.map((phrase) => `(${phrase.map((word) => `'${word}'`).join(' <-> ')})`),
      ...without.map((word) => `!'${word}'`),
    ];
    return sql`${sql.ref(`${table}.words`)} @@ to_tsquery('hearsay', ${terms.join(' & ')})`;
  },
  purge: [],
};
