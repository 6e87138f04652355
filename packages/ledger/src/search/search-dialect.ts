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
  /** A statement that adds a document; parameters: id, the words joined by spaces. */
  add(table: WordsTable): string;
  /** The condition that a row of a table has all words that are wanted, of which there is one at least; phrases in any order. */
  matches(table: WordsTable, wanted: WantedWords): RawBuilder<boolean>;
  /** What to run so that no word of a deleted row is left in the index. */
  readonly purge: readonly string[];
}

export const sqliteSearch: SearchDialect = {
  key: 'rowid',
  add: (table) => `insert into ${table} (rowid, words) values (?, ?)`,
  matches: (table, { words, phrases, without }) => {
    const wanted = [...words, ...phrases.flat()].map((word) => `"${word}"`).join(' AND ');
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
  add: (table) => `insert into ${table} (id, words) values (?, strip(to_tsvector('hearsay', ?)))`,
  matches: (table, { words, phrases, without }) => {
    const terms = [...words, ...phrases.flat()].map((word) => `'${word}'`);
    for (const word of without) terms.push(`!'${word}'`);
    return sql`${sql.ref(`${table}.words`)} @@ to_tsquery('hearsay', ${terms.join(' & ')})`;
  },
  purge: [],
};
