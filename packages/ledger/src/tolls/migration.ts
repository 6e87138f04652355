import type { Migration } from '../store/migration.ts';

export const tollsMigration: Migration = {
  number: 8,
  name: 'tolls and statements',
  statements: ({ withoutRowid }) => [
    `create table toll_figure (
       article_id integer not null references article (id), revision_id integer not null references revision (id),
       start integer not null, "end" integer not null, label text not null, low double precision not null,
       high double precision, assertion_id integer references assertion (id),
       primary key (article_id, revision_id, start))${withoutRowid}`,
    'create index toll_figure_assertion on toll_figure (assertion_id) where assertion_id is not null',
    `create table reported_death (
       assertion_id integer not null references assertion (id), entity_id integer not null references entity (id),
       primary key (assertion_id, entity_id))${withoutRowid}`,
    'create index reported_death_entity on reported_death (entity_id)',
    `create table statement (
       id integer primary key, article_id integer not null references article (id),
       revision_id integer not null references revision (id), ordinal integer not null, medium text not null,
       at text not null)`,
    'create index statement_article on statement (article_id)',
    `create table statement_by (
       entity_id integer not null references entity (id), statement_id integer not null references statement (id),
       primary key (entity_id, statement_id))${withoutRowid}`,
    'create index statement_by_statement on statement_by (statement_id)',
  ],
};
