import { type ExportFormat, exportLedger } from '@hearsay/ledger/exports/export-ledger';
import { parseSearch } from '@hearsay/ledger/search/search-query';
import { complain, print } from '../output.ts';
import { withLedger } from './with-ledger.ts';

export interface ExportOptions {
  ledger: string;
  format: ExportFormat;
  claim?: number;
  story?: number;
  entity?: number;
  article?: number;
}

/** Prints a part of the ledger in a format that others read; returns whether the search was understood whole. */
export async function runExport(words: readonly string[], { ledger, ...request }: ExportOptions): Promise<boolean> {
  const query = words.join(' ');
  const { problems } = parseSearch(query);
  for (const problem of problems) complain('export', problem);
  // Without the filter that was meant it is a part of the ledger that nobody asked for.
  if (problems.length > 0) return false;
  return withLedger(ledger, { access: 'read' }, async (store) => {
    for await (const piece of exportLedger(store, { ...request, query })) await print(piece);
    return true;
  });
}
