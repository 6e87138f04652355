import type { Migration } from '../store/migration.ts';

export const statusMigration: Migration = {
  number: 6,
  name: 'status',
  statements: ({ dialect, withoutRowid }) => [
    `create table claim_standing (
       claim_id integer primary key, story_id integer, status smallint not null, tally text not null, articles integer not null,
       origins integer not null, for_count integer not null, against_count integer not null,
       observing_count integer not null, changed_at text not null)`,
    'create index claim_standing_changed on claim_standing (changed_at)',
    'create index claim_standing_story on claim_standing (story_id, articles, claim_id, status) where story_id is not null',
    `create table claim_status (
       id integer primary key, claim_id integer not null, at text not null, recorded_at text not null,
       status smallint not null, tally text not null, assertion_id integer, article_id integer)`,
    'create index claim_status_claim on claim_status (claim_id)',
    `create table told_outlet (
       assertion_id integer primary key references assertion (id), outlet text not null)${withoutRowid}`,
    // SQLite has the id at the end of every index.
    `create index assertion_claim on assertion (claim_id, polarity, replaced_by${dialect === 'postgres' ? ', id' : ''})
     where claim_id is not null`,
  ],
};
