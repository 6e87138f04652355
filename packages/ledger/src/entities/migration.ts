import { keyIndexTables } from '../store/key-index.ts';
import type { Migration } from '../store/migration.ts';

export const entitiesMigration: Migration = {
  number: 4,
  name: 'entities',
  statements: ({ blob, withoutRowid }) => [
    `create table entity (
       id integer primary key, name text not null, type text not null, articles integer not null,
       merged_into integer references entity (id), context ${blob} not null)`,
    `create table entity_alias (
       entity_id integer not null references entity (id), name text not null, articles integer not null,
       primary key (entity_id, name))${withoutRowid}`,
    ...keyIndexTables('entity_key', { blob }),
    `create table entity_change (
       id integer primary key, at text not null, kind text not null,
       from_entity_id integer not null references entity (id), into_entity_id integer not null references entity (id),
       decision_id integer not null references decision (id), undone integer not null, actors text not null)`,
    'create index entity_change_decision on entity_change (decision_id)',
    'create index entity_change_from on entity_change (from_entity_id)',
    'create index entity_change_into on entity_change (into_entity_id)',
    `create table entity_pin (
       article_id integer not null references article (id), name integer not null,
       decision_id integer not null references decision (id), entity_id integer not null references entity (id),
       primary key (article_id, name, decision_id))${withoutRowid}`,
    'create index entity_pin_decision on entity_pin (decision_id)',
  ],
};
