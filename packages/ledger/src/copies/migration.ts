import { keyIndexTables } from '../store/key-index.ts';
import type { Migration } from '../store/migration.ts';

export const copiesMigration: Migration = {
  number: 2,
  name: 'copies',
  statements: ({ blob, withoutRowid }) => [
    `create table copy (
       a_id integer not null references article (id), b_id integer not null references article (id),
       label text not null, overlap double precision not null, passages ${blob} not null, dismissed integer not null,
       primary key (a_id, b_id))${withoutRowid}`,
    'create index copy_b on copy (b_id)',
    `create table copy_text (
       article_id integer primary key references article (id), text ${blob} not null, words integer not null,
       wire text, credits text not null)`,
    ...keyIndexTables('copy_key', { blob }),
    `create table copy_denial (
       decision_id integer primary key references decision (id), article_id integer not null, of_id integer not null)`,
    'create index copy_denial_article on copy_denial (article_id)',
    'create index copy_denial_of on copy_denial (of_id)',
  ],
};
