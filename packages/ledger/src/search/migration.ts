import type { Migration } from '../store/migration.ts';

/**
 * Which words articles and claims have, and not where: that is in the readings, which are looked into for phrases, and
 * would take half as much room as the texts again. SQLite keeps them in FTS5 tables without contents, PostgreSQL in
 * stripped `tsvector`s under a stemmer without its list of stop words.
 */
export const searchMigration: Migration = {
  number: 7,
  name: 'search',
  statements: ({ dialect, withoutRowid }) => [
    ...(dialect === 'sqlite' ? SQLITE : POSTGRES),
    `create table search_name (
       word text not null, entity_id integer not null, primary key (word, entity_id))${withoutRowid}`,
    `create table search_outlet (
       folded text not null, name text not null, primary key (folded, name))${withoutRowid}`,
    'create index article_outlet on article (outlet) where outlet is not null',
    'drop index article_story',
    'create index article_story on article (story_id, origin_id, time) where story_id is not null',
    'drop index assertion_speaker',
    `create index assertion_speaker on assertion (speaker_id, replaced_by, article_id${dialect === 'postgres' ? ', id' : ''})
     where speaker_id is not null`,
  ],
};

const SQLITE = [
  `create virtual table search_article using fts5(words, content = '', contentless_delete = 1, detail = none,
     tokenize = 'porter unicode61 remove_diacritics 2')`,
  `create virtual table search_claim using fts5(words, content = '', contentless_delete = 1, detail = none,
     tokenize = 'porter unicode61 remove_diacritics 2')`,
];

const POSTGRES = [
  'create text search dictionary hearsay_stem (template = snowball, language = english)',
  'create text search configuration hearsay (parser = default)',
  `alter text search configuration hearsay add mapping for
     asciihword, asciiword, file, float, host, hword, hword_asciipart, hword_numpart, hword_part, int, numhword, numword,
     sfloat, uint, version, word with hearsay_stem`,
  'create table search_article (id integer primary key, words tsvector not null)',
  'create index search_article_words on search_article using gin (words)',
  'create table search_claim (id integer primary key, words tsvector not null)',
  'create index search_claim_words on search_claim using gin (words)',
];
