import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from './dialect.ts';
import { LedgerError } from './ledger-error.ts';
import type { Migration } from './migration.ts';
import type { LedgerTables } from './tables.ts';

/**
 * Brings a ledger to this version's schema, a transaction a step: one that is interrupted is as if it had never begun, and
 * the next run goes on from there.
 * @throws {LedgerError} where the ledger is from a newer version.
 */
export async function migrate(
  db: Kysely<LedgerTables>,
  dialect: LedgerDialect,
  migrations: readonly Migration[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await dialect.awaitTurn(transaction);
    await sql`create table if not exists migration (number integer primary key, name text not null, at text not null)`.execute(
      transaction,
    );
  });
  for (const migration of await pendingMigrations(db, dialect, migrations)) {
    await db.transaction().execute(async (transaction) => {
      await dialect.awaitTurn(transaction);
      // Another process may have been quicker.
      const { number, name } = migration;
      const done = await transaction.selectFrom('migration').select('number').where('number', '=', number).execute();
      if (done.length > 0) return;
      for (const statement of migration.statements(dialect.schema)) await sql.raw(statement).execute(transaction);
      await transaction.insertInto('migration').values({ number, name, at: new Date().toISOString() }).execute();
    });
  }
}

/**
 * The steps that a ledger has not taken yet.
 * @throws {LedgerError} where it has taken one that this version does not know, or knows under another name.
 */
export async function pendingMigrations(
  db: Kysely<LedgerTables>,
  dialect: LedgerDialect,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const taken = new Map(
    (await db.selectFrom('migration').select(['number', 'name']).execute()).map(({ number, name }) => [number, name]),
  );
  const known = new Map(migrations.map(({ number, name }) => [number, name]));
  const other = [...taken].find(([number, name]) => known.has(number) && known.get(number) !== name);
  if (other !== undefined) {
    throw new LedgerError(
      'draft',
      `${dialect.address}: this ledger has tables of a draft of hearsay (step ${other[0]} "${other[1]}"); ingest its ` +
        'sources into a new one',
    );
  }
  if ([...taken.keys()].some((number) => !known.has(number))) {
    throw new LedgerError(
      'newer',
      `${dialect.address}: this ledger was written by a newer version of hearsay (schema ${Math.max(...taken.keys())}, and this ` +
        `version knows ${Math.max(...known.keys())}); update hearsay`,
    );
  }
  return migrations.filter(({ number }) => !taken.has(number)).toSorted((a, b) => a.number - b.number);
}
