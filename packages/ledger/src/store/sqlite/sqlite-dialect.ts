import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type RawBuilder,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type TransactionSettings,
} from 'kysely';
import { sqliteSearch } from '../../search/search-dialect.ts';
import type { LedgerDialect } from '../dialect.ts';
import { LedgerError } from '../ledger-error.ts';
import { PreparedSqlite } from './sqlite-database.ts';
import { explainSqliteError } from './sqlite-errors.ts';
import { WriterLock } from './writer-lock.ts';

/** "HrSy": marks an SQLite file as a ledger (PRAGMA application_id). */
const APPLICATION_ID = 0x48725379;

/**
 * An article changes some twenty pages here and there, and each is written to the log and again to the file: of pages twice
 * as large that was half as much again, and the file 3 % smaller; of pages half as large the file was 6 % larger.
 */
const PAGE_BYTES = 8192;

/**
 * A ledger in one SQLite file.
 *
 * `synchronous` is FULL: a batch or an editor's decision that was reported as done survives a power cut, for one flush a
 * batch. `secure_delete` overwrites deleted rows with zeros, so that a takedown leaves nothing in free pages.
 *
 * @throws {LedgerError} where the file is missing, damaged, or no ledger.
 */
export function sqliteDialect(
  path: string,
  options: { access: 'read' | 'edit' | 'write'; create: boolean },
): LedgerDialect {
  const explain = (error: unknown): unknown => explainSqliteError(path, error);
  if (!options.create && !existsSync(path)) {
    throw new LedgerError('missing', `${path}: there is no such ledger; make one with "hearsay ingest", or name it`);
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new LedgerError('not-a-ledger', `${path}: this is a folder; name a file in it with --ledger`);
  }
  if (options.access !== 'read' && existsSync(path) && !isWritable(path)) {
    throw new LedgerError(
      'read-only',
      `${path}: the file may only be read; change its permissions, or copy it elsewhere`,
    );
  }
  const database = open(path, options, explain);
  let lock: WriterLock | undefined;
  return {
    address: path,
    schema: { dialect: 'sqlite', blob: 'blob', withoutRowid: ' without rowid' },
    search: sqliteSearch,
    kysely: kyselyDialect(database),
    listed: <T extends number | string>(values: readonly T[]): RawBuilder<T> =>
      sql<T>`(select value from json_each(${JSON.stringify(values)}))`,
    placeholders: (text) => text,
    typed: () => '?',
    becomeWriter: async (name) => {
      try {
        lock = new WriterLock(path, name);
      } catch (error) {
        database.close();
        throw explain(error);
      }
    },
    awaitTurn: async () => {},
    learnSchema: async () => {},
    integrityProblems: async () => integrityProblems(database),
    backup: async (file) => {
      if (existsSync(file)) {
        throw new LedgerError('exists', `${file}: there is such a file already; name another, or remove it first`);
      }
      try {
        database.raw.prepare('vacuum into ?').run(file);
      } catch (error) {
        rmSync(file, { force: true });
        throw explainSqliteError(file, error);
      }
    },
    eraseDeleted: async () => database.exec('pragma wal_checkpoint(truncate)'),
    size: async () => Number(database.value('pragma page_count')) * Number(database.value('pragma page_size')),
    explain,
    stopWriting: async () => lock?.release(),
  };
}

function open(
  path: string,
  { access, create }: { access: string; create: boolean },
  explain: (error: unknown) => unknown,
): PreparedSqlite {
  const database = new PreparedSqlite(path, { readOnly: access === 'read' }, explain);
  try {
    const id = database.value('pragma application_id');
    const empty = database.value('select count(*) from sqlite_schema') === 0;
    if (id !== APPLICATION_ID && !(empty && create)) {
      throw new LedgerError('not-a-ledger', `${path}: this is no ledger; name another file with --ledger`);
    }
    if (access !== 'read') {
      if (empty) {
        database.exec(`pragma page_size = ${PAGE_BYTES}; pragma application_id = ${APPLICATION_ID}`);
      }
      if (database.value('pragma journal_mode') !== 'wal') database.exec('pragma journal_mode = wal');
      database.exec('pragma synchronous = full; pragma secure_delete = on');
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function kyselyDialect(database: PreparedSqlite): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Takes the write lock when a transaction begins: one that only found out at its first write could not wait for it. On a
 * full disk SQLite rolls back by itself, and what failed must not be hidden by a second rollback that fails.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: PreparedSqlite;

  constructor(database: PreparedSqlite) {
    super({ database });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    // Every transaction of SQLite sees one snapshot of a ledger in WAL mode, from its first statement on.
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.raw.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite itself would open the file to read, and fail at the first batch. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function integrityProblems(database: PreparedSqlite): string[] {
  const problems = database.raw
    .prepare('pragma integrity_check')
    .all()
    .map((row) => String(row.integrity_check))
    .filter((line) => line !== 'ok');
  const dangling = database.raw
    .prepare('pragma foreign_key_check')
    .all()
    .map((row) => `${row.table}: row ${row.rowid} points at a row of ${row.parent} that is not there`);
  return [...problems, ...dangling];
}
