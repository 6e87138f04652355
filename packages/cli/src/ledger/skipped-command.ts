import { visibleText } from '@hearsay/ledger/exports/visible-text';
import { print } from '../output.ts';
import { withLedger } from './with-ledger.ts';

/** Prints what did not come in and why, oldest first. */
export async function runSkipped({ ledger, jsonl }: { ledger: string; jsonl?: boolean }): Promise<boolean> {
  return withLedger(ledger, { access: 'read' }, async (store) => {
    const rows = await store.db.selectFrom('skipped').selectAll().orderBy('id').execute();
    for (const { at, input, place, code, reason } of rows) {
      const line = jsonl
        ? JSON.stringify({ at, input, place, code, reason })
        : visibleText(`${place}${input === place ? '' : ` (${input})`}: ${code}: ${reason}`);
      await print(`${line}\n`);
    }
    return true;
  });
}
