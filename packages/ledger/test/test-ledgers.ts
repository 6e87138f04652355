import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** The address of a PostgreSQL whose user may make databases; `.ci/run` starts one. */
const POSTGRES = process.env.HEARSAY_TEST_POSTGRES;

/** A kind of database that the ledger runs on, and how a test comes by an empty one. */
export interface LedgerKind {
  name: string;
  /** Why it cannot be tested here; false where it can. */
  skip: string | false;
  /** An address where no ledger is yet. */
  make(): Promise<string>;
  /** Takes away everything that `make` made. */
  clear(): Promise<void>;
}

/** Both kinds, for `describe(kind.name, { skip: kind.skip }, …)`. */
export function ledgerKinds(): LedgerKind[] {
  return [sqliteKind(), postgresKind()];
}

function sqliteKind(): LedgerKind {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-ledger-'));
  let count = 0;
  return {
    name: 'SQLite',
    skip: false,
    make: async () => join(folder, `${count++}.db`),
    clear: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function postgresKind(): LedgerKind {
  const names: string[] = [];
  const ask = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: POSTGRES });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  return {
    name: 'PostgreSQL',
    skip: POSTGRES === undefined ? 'no PostgreSQL: HEARSAY_TEST_POSTGRES names none' : false,
    make: async () => {
      const name = `hearsay_test_${process.pid}_${names.length}`;
      await ask(`create database ${name}`);
      names.push(name);
      const address = new URL(POSTGRES ?? '');
      address.pathname = `/${name}`;
      return address.href;
    },
    clear: async () => {
      for (const name of names) await ask(`drop database ${name} with (force)`);
    },
  };
}
