import { copiesMigration } from '../copies/migration.ts';
import { baseMigration } from './base-migration.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. A folder that owns tables keeps its step in a `migration.ts` of its own. */
export const MIGRATIONS: readonly Migration[] = [baseMigration, copiesMigration];
