import type { Migration } from '../store/migration.ts';

/** What an older ledger knows of its speakers it keeps; those whom it links to no entity come in when it is read again. */
export const statisticsMigration: Migration = {
  number: 9,
  name: 'speakers',
  statements: () => [
    'alter table assertion add column speaker_ordinal smallint',
    'alter table assertion add column speaker_unnamed smallint',
    `update assertion set
       speaker_ordinal = (select min(ordinal) from actor
                          where actor.revision_id = assertion.revision_id and actor.entity_id = assertion.speaker_id),
       speaker_unnamed = (select case when type = 'unnamed' then 1 else 0 end from entity
                          where entity.id = assertion.speaker_id)
     where speaker_id is not null`,
  ],
};
