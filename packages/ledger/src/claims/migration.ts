import { keyIndexTables } from '../store/key-index.ts';
import type { Migration } from '../store/migration.ts';

export const claimsMigration: Migration = {
  number: 5,
  name: 'claims',
  statements: ({ blob, withoutRowid }) => [
    `create table claim (
       id integer primary key, text text not null, text_assertion_id integer, clarity integer not null,
       text_negated integer not null, stated integer not null, negated integer not null, members integer not null,
       story_id integer, first_at text not null, merged_into integer references claim (id), exemplars ${blob} not null)`,
    'create index claim_story on claim (story_id) where story_id is not null',
    ...keyIndexTables('claim_key', { blob }),
    `create table claim_change (
       id integer primary key, at text not null, kind text not null,
       from_claim_id integer not null references claim (id), into_claim_id integer not null references claim (id),
       decision_id integer not null references decision (id), undone integer not null, assertions text not null)`,
    'create index claim_change_from on claim_change (from_claim_id)',
    'create index claim_change_into on claim_change (into_claim_id)',
    'create index claim_change_decision on claim_change (decision_id)',
    `create table claim_pin (
       article_id integer not null references article (id), start integer not null, "end" integer not null,
       claim_id integer not null references claim (id), decision_id integer not null references decision (id),
       primary key (article_id, start, "end", decision_id))${withoutRowid}`,
    'create index claim_pin_decision on claim_pin (decision_id)',
  ],
};
