import { claimsMigration } from '../claims/migration.ts';
import { copiesMigration } from '../copies/migration.ts';
import { entitiesMigration } from '../entities/migration.ts';
import { searchMigration } from '../search/migration.ts';
import { statisticsMigration } from '../statistics/migration.ts';
import { statusMigration } from '../status/migration.ts';
import { storiesMigration } from '../stories/migration.ts';
import { tollsMigration } from '../tolls/migration.ts';
import { baseMigration } from './base-migration.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. A folder that owns tables keeps its step in a `migration.ts` of its own. */
export const MIGRATIONS: readonly Migration[] = [
  baseMigration,
  copiesMigration,
  storiesMigration,
  entitiesMigration,
  claimsMigration,
  statusMigration,
  searchMigration,
  tollsMigration,
  statisticsMigration,
];
