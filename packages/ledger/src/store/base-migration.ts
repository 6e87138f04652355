import type { Migration } from './migration.ts';

export const baseMigration: Migration = {
  number: 1,
  name: 'articles',
  statements: ({ blob, withoutRowid }) => [
    `create table identity (name text primary key, next integer not null)${withoutRowid}`,
    `create table article (
       id integer primary key, key text not null, url text, outlet text, title text, published text,
       added_at text not null, seen_at text not null, time text not null, revision_id integer not null, story_id integer,
       origin_id integer references article (id), origin_reason text, forgotten_at text)`,
    'create unique index article_key on article (key)',
    'create index article_time on article (time)',
    'create index article_story on article (story_id) where story_id is not null',
    'create index article_origin on article (origin_id) where origin_id is not null',
    `create table revision (
       id integer primary key, article_id integer not null references article (id), number integer not null,
       hash text not null, input_type text not null, added_at text not null, title text,
       reader_version text not null, model_version text not null, reading ${blob}, features ${blob}, changes text)`,
    'create unique index revision_number on revision (article_id, number)',
    `create table input (
       key text not null, hash text not null, article_id integer not null references article (id),
       primary key (key, hash))${withoutRowid}`,
    'create index input_article on input (article_id)',
    `create table assertion (
       id integer primary key, article_id integer not null references article (id),
       revision_id integer not null references revision (id), ordinal integer not null,
       act smallint not null, kind smallint not null, certainty smallint not null, stance smallint,
       start integer not null, "end" integer not null, speaker_id integer, claim_id integer, polarity smallint,
       replaced_by integer references revision (id))`,
    'create unique index assertion_ordinal on assertion (revision_id, ordinal)',
    'create index assertion_speaker on assertion (speaker_id) where speaker_id is not null',
    `create table actor (
       revision_id integer not null references revision (id), ordinal integer not null, entity_id integer not null,
       primary key (revision_id, ordinal))${withoutRowid}`,
    'create index actor_entity on actor (entity_id)',
    `create table decision (
       id integer primary key, at text not null, author text not null, kind text not null, payload text not null,
       undoes integer references decision (id))`,
    'create index decision_kind on decision (kind)',
    'create unique index decision_undoes on decision (undoes) where undoes is not null',
    `create table skipped (
       id integer primary key, at text not null, input text not null, place text not null, code text not null,
       reason text not null)`,
  ],
};
