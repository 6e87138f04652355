import type { LedgerDialect } from './dialect.ts';
import { LedgerError } from './ledger-error.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { postgresDialect } from './postgres/postgres-dialect.ts';
import { sqliteDialect } from './sqlite/sqlite-dialect.ts';
import { Store } from './store.ts';

export interface OpenOptions {
  /**
   * `read` to ask; `edit` for short writes beside whoever else writes, as an editor's decisions are; `write` to ingest,
   * as the one process that does.
   */
  readonly access: 'read' | 'edit' | 'write';
  /** With `write`: makes the ledger where there is none, unless false. */
  readonly create?: boolean;
  /** Who writes, as another process is told: "hearsay ingest". */
  readonly name?: string;
}

/**
 * Opens the ledger at a file's path or a `postgres://` address, and brings it to this version's schema.
 * @throws {LedgerError} where it is missing, no ledger, damaged, newer than this version, or another process writes to it.
 */
export async function openStore(address: string, options: OpenOptions): Promise<Store> {
  const create = options.access === 'write' && options.create !== false;
  const dialect = isPostgres(address)
    ? await postgresDialect(address, options)
    : sqliteDialect(address, { access: options.access, create });
  const store = new Store(dialect);
  try {
    if (options.access === 'write') await dialect.becomeWriter(options.name ?? 'hearsay');
    if (!create) await requireLedger(store);
    if (options.access === 'write') await migrate(store.db, dialect, MIGRATIONS);
    else await requireCurrent(store, dialect);
    await dialect.learnSchema(store.db);
    return store;
  } catch (error) {
    await store.close();
    throw dialect.explain(error);
  }
}

function isPostgres(address: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(address);
}

async function requireLedger(store: Store): Promise<void> {
  const tables = await store.db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'migration')) {
    throw new LedgerError('missing', `${store.address}: there is no ledger in it; make one with "hearsay ingest"`);
  }
}

async function requireCurrent(store: Store, dialect: LedgerDialect): Promise<void> {
  if ((await pendingMigrations(store.db, dialect, MIGRATIONS)).length > 0) {
    throw new LedgerError(
      'older',
      `${dialect.address}: this ledger was written by an older version of hearsay; any command that writes, such as "hearsay ingest", brings it up`,
    );
  }
}
