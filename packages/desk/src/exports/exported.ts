import { exportLedger } from '@hearsay/ledger/exports/export-ledger';
import { standingId } from '@hearsay/ledger/questions/merged';
import type { Store } from '@hearsay/ledger/store/store';
import { type ExportAsked, exportAsked } from './export-asked.ts';

/** An export in pieces, as it is found; undefined where there is no such claim, story, entity or article. */
export async function exported(store: Store, input: unknown): Promise<AsyncIterable<string> | undefined> {
  const { format, q, claim, story, entity, article } = exportAsked.parse(input);
  if (!(await isThere(store, { claim, story, entity, article }))) return undefined;
  const narrowed = Object.entries({ query: q, claim, story, entity, article }).filter(
    ([, value]) => value !== undefined,
  );
  return exportLedger(store, { format, ...Object.fromEntries(narrowed) });
}

async function isThere(
  store: Store,
  { claim, story, entity, article }: Omit<ExportAsked, 'format' | 'q'>,
): Promise<boolean> {
  for (const [table, id] of [
    ['claim', claim],
    ['story', story],
    ['entity', entity],
  ] as const) {
    if (id !== undefined && (await standingId(store, table, id)) === undefined) return false;
  }
  if (article === undefined) return true;
  const found = await store.query('select 1 from article where id = ? and forgotten_at is null', [article]);
  return found.length > 0;
}
