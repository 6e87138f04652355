import { visibleText } from '@hearsay/ledger/exports/visible-text';
import { check } from '@hearsay/ledger/store/check';
import { forget } from '@hearsay/ledger/store/forget';
import { restore } from '@hearsay/ledger/store/restore';
import { print } from '../output.ts';
import { reportingLedgerErrors, withLedger } from './with-ledger.ts';

/** Copies a ledger to a new file. */
export async function runBackup(file: string, ledger: string): Promise<boolean> {
  return withLedger(ledger, { access: 'read' }, async (store) => {
    await store.dialect.backup(file);
    await print(`${ledger} is copied to ${file}.\n`);
    return true;
  });
}

/** Puts a backup in a ledger's place. */
export async function runRestore(file: string, ledger: string, replace: boolean): Promise<boolean> {
  return reportingLedgerErrors(async () => {
    await restore(file, ledger, { replace });
    await print(`${ledger} is again what ${file} holds.\n`);
    return true;
  });
}

/** Prints every fault of a ledger; returns whether there is none. */
export async function runCheck(ledger: string): Promise<boolean> {
  return withLedger(ledger, { access: 'read' }, async (store) => {
    const problems = await check(store);
    for (const problem of problems) await print(`${visibleText(problem)}\n`);
    const [{ articles, down }] = await store.query<{ articles: number; down: number }>(
      'select count(*) as articles, count(forgotten_at) as down from article',
    );
    const taken = Number(down) === 0 ? '' : `, ${down} of them taken down`;
    if (problems.length === 0) await print(`${ledger} is sound: ${articles} articles${taken}.\n`);
    return problems.length === 0;
  });
}

/** Takes an article down. */
export async function runForget(article: string, ledger: string): Promise<boolean> {
  return withLedger(ledger, { access: 'write', create: false, name: 'hearsay forget' }, async (store) => {
    const { id, key } = await forget(store, article);
    await print(visibleText(`Article ${id} (${key}) is taken down.`).concat('\n'));
    return true;
  });
}
