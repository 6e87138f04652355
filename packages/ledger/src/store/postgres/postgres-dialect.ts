import { type Dialect, PostgresDialect, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { postgresSearch } from '../../search/search-dialect.ts';
import type { LedgerDialect } from '../dialect.ts';
import { LedgerError } from '../ledger-error.ts';
import { explainPostgresError } from './postgres-errors.ts';

/** Advisory locks of the ledger, within its database: who ingests, and whose turn it is to write. */
const WRITER_LOCK = 0x48725379;
const TURN_LOCK = WRITER_LOCK + 1;

const MAX_CONNECTIONS = 8;

/** PostgreSQL's type numbers: bigint and numeric come as text unless they are made numbers of, as counts are. */
const BIGINT = 20;
const NUMERIC = 1700;

/**
 * A ledger in a PostgreSQL database, by its `postgres://` address. The database must be there; the tables need not.
 * @throws {LedgerError} where none answers.
 */
export async function postgresDialect(
  address: string,
  options: { access: 'read' | 'edit' | 'write' },
): Promise<LedgerDialect> {
  const shown = withoutPassword(address);
  const explain = (error: unknown): unknown => explainPostgresError(shown, error);
  const pool = new pg.Pool({
    connectionString: address,
    max: MAX_CONNECTIONS,
    application_name: 'hearsay',
    types: { getTypeParser },
    ...(options.access === 'read' ? { options: '-c default_transaction_read_only=on' } : {}),
  });
  // A connection that is lost while idle is made anew by the pool; the error would end the process otherwise.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw explain(error);
  }
  let writer: pg.PoolClient | undefined;
  const columnTypes = new Map<string, string>();
  return {
    address: shown,
    schema: { dialect: 'postgres', blob: 'bytea', withoutRowid: '' },
    search: postgresSearch,
    kysely: kyselyDialect(pool),
    listed: <T extends number | string>(values: readonly T[]): RawBuilder<T> =>
      values.length === 0
        ? sql<T>`(null)`
        : sql<T>`(select unnest(${values}::${sql.raw(typeof values[0] === 'string' ? 'text' : 'bigint')}[]))`,
    placeholders: numbered,
    typed: (table, column) => `cast(? as ${columnTypes.get(`${table}.${column}`) ?? 'text'})`,
    becomeWriter: async (name) => {
      writer = await takeWriterLock(pool, name, shown);
    },
    awaitTurn: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(TURN_LOCK)})`.execute(transaction);
    },
    learnSchema: async (ledger) => {
      const { rows } = await sql<{ column: string; type: string }>`
        select table_name || '.' || column_name as column, data_type as type
        from information_schema.columns where table_schema = current_schema()`.execute(ledger);
      for (const { column, type } of rows) columnTypes.set(column, type);
    },
    // PostgreSQL checks pages by checksums and references as they are written; what else can be asked is amcheck's.
    integrityProblems: async () => [],
    backup: async (file) => {
      throw new LedgerError(
        'unknown',
        `${shown}: a ledger in PostgreSQL is backed up by PostgreSQL's own tools: pg_dump --format custom --file ${file} ADDRESS`,
      );
    },
    eraseDeleted: async (ledger) => {
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = current_schema()`.execute(ledger);
      for (const { name } of rows) await sql`vacuum full ${sql.table(name)}`.execute(ledger);
    },
    size: async (ledger) => {
      const { rows } = await sql<{ bytes: number }>`
        select pg_database_size(current_database()) as bytes`.execute(ledger);
      return rows[0].bytes;
    },
    explain,
    // The lock goes with its connection.
    stopWriting: async () => writer?.release(true),
  };
}

function kyselyDialect(pool: pg.Pool): Dialect {
  return new PostgresDialect({ pool });
}

function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type === BIGINT || type === NUMERIC) return Number;
  return pg.types.getTypeParser(type, format);
}

/** `?` to `$1`, `$2`; the ledger's statements hold no question mark in a literal. */
function numbered(text: string): string {
  let count = 0;
  return text.replaceAll('?', () => `$${++count}`);
}

async function takeWriterLock(pool: pg.Pool, name: string, address: string): Promise<pg.PoolClient> {
  const client = await pool.connect();
  await client.query(`select set_config('application_name', $1, false)`, [name]);
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [WRITER_LOCK]);
  if (rows[0].taken) return client;
  const { rows: holders } = await client.query(
    `select application_name as name, a.pid, coalesce(host(client_addr), 'this machine') as host, backend_start as since
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.objid = $1 and l.granted and l.database =
       (select oid from pg_database where datname = current_database())`,
    [WRITER_LOCK],
  );
  client.release(true);
  const [holder] = holders;
  const who =
    holder === undefined
      ? 'another process'
      : `${holder.name} (server process ${holder.pid}, from ${holder.host}, since ${holder.since.toISOString()})`;
  throw new LedgerError('locked', `${address}: ${who} is writing to it; wait until it has finished, or end it`);
}

function withoutPassword(address: string): string {
  try {
    const url = new URL(address);
    url.password = '';
    return url.href;
  } catch {
    return 'the PostgreSQL ledger';
  }
}
