import { type ExportRequest, exportLedger, missingOf } from '@hearsay/ledger/exports/export-ledger';
import type { Store } from '@hearsay/ledger/store/store';
import { exportAsked } from './export-asked.ts';

/** An export in pieces, as it is found; undefined where there is no such claim, story, entity or article. */
export async function exported(store: Store, input: unknown): Promise<AsyncIterable<string> | undefined> {
  const { format, q: query, ...narrowed } = exportAsked.parse(input);
  const given = Object.entries({ query, ...narrowed }).filter(([, value]) => value !== undefined);
  const request: ExportRequest = { format, ...Object.fromEntries(given) };
  return (await missingOf(store, request)) === undefined ? exportLedger(store, request) : undefined;
}
