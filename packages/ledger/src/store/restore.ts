import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { LedgerError } from './ledger-error.ts';
import { openStore } from './open-store.ts';

/**
 * Puts a backup in a ledger's place. The backup is looked at first; with `replace`, the ledger that stood there is lost,
 * and it is never in part the one and in part the other.
 * @throws {LedgerError} where the backup is no sound ledger, or there is a ledger already and `replace` was not said.
 */
export async function restore(backup: string, ledger: string, options: { replace: boolean }): Promise<void> {
  if (/^postgres(?:ql)?:\/\//i.test(ledger)) {
    throw new LedgerError(
      'unknown',
      `${ledger}: a ledger in PostgreSQL is brought back by PostgreSQL's own tools: pg_restore --dbname ADDRESS ${backup}`,
    );
  }
  if (existsSync(ledger) && !options.replace) {
    throw new LedgerError('exists', `${ledger}: there is a ledger already; say --replace to lose it, or name another`);
  }
  const copy = `${ledger}-restored`;
  await openBackup(backup);
  // Held while the files change places, so that nobody writes to the ledger that is going.
  const replaced = existsSync(ledger) ? await openForReplacing(ledger) : undefined;
  try {
    copyFileSync(backup, copy);
    const copied = await openStore(copy, { access: 'read' });
    const problems = await copied.dialect.integrityProblems(copied.db);
    await copied.close();
    if (problems.length > 0) throw new LedgerError('corrupt', `${backup}: this backup is damaged (${problems[0]})`);
    await replaced?.close();
    for (const rest of ['-wal', '-shm']) rmSync(`${ledger}${rest}`, { force: true });
    renameSync(copy, ledger);
  } finally {
    rmSync(copy, { force: true });
    for (const rest of ['-wal', '-shm']) rmSync(`${copy}${rest}`, { force: true });
  }
}

/** @throws {LedgerError} where there is no such backup, or it is none. */
async function openBackup(backup: string): Promise<void> {
  if (!existsSync(backup)) throw new LedgerError('missing', `${backup}: there is no such backup; check its name`);
  try {
    await (await openStore(backup, { access: 'read' })).close();
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'not-a-ledger')
      throw new LedgerError(
        'not-a-ledger',
        `${backup}: this is no backup of a ledger; name one that "hearsay backup" made`,
      );
    throw error;
  }
}

/** A ledger that is damaged or none cannot be opened: that is what it is replaced for. */
async function openForReplacing(ledger: string): Promise<{ close(): Promise<void> } | undefined> {
  try {
    return await openStore(ledger, { access: 'write', name: 'hearsay restore' });
  } catch (error) {
    if (error instanceof LedgerError && (error.code === 'locked' || error.code === 'busy')) throw error;
    return undefined;
  }
}
