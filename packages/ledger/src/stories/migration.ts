import type { Migration } from '../store/migration.ts';

export const storiesMigration: Migration = {
  number: 3,
  name: 'stories',
  statements: ({ blob, withoutRowid }) => [
    `create table story (
       id integer primary key, title text not null, title_article_id integer, title_score double precision not null,
       articles integer not null, merged_into integer references story (id), first_at text not null,
       last_at text not null, changed_at text not null, terms ${blob} not null)`,
    'create index story_changed on story (changed_at) where articles > 0',
    'create index story_title_article on story (title_article_id) where title_article_id is not null',
    `create table story_key (
       term integer not null, slot integer not null, story_id integer not null,
       primary key (term, slot))${withoutRowid}`,
    `create table story_change (
       id integer primary key, at text not null, kind text not null,
       from_story_id integer not null references story (id), into_story_id integer not null references story (id),
       decision_id integer references decision (id), undone integer not null, articles text not null)`,
    'create index story_change_from on story_change (from_story_id)',
    'create index story_change_into on story_change (into_story_id)',
    'create index story_change_decision on story_change (decision_id) where decision_id is not null',
    `create table story_pin (
       article_id integer not null references article (id), decision_id integer not null references decision (id),
       story_id integer not null references story (id), primary key (article_id, decision_id))${withoutRowid}`,
    'create index story_pin_decision on story_pin (decision_id)',
    `create table story_apart (
       low_id integer not null references story (id), high_id integer not null references story (id),
       decision_id integer not null references decision (id), primary key (low_id, high_id, decision_id))${withoutRowid}`,
    'create index story_apart_decision on story_apart (decision_id)',
  ],
};
