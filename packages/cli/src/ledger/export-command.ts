import { type ExportFormat, exportLedger } from '@hearsay/ledger/exports/export-ledger';
import { print } from '../output.ts';
import { withLedger } from './with-ledger.ts';

export interface ExportOptions {
  ledger: string;
  format: ExportFormat;
  claim?: number;
  story?: number;
  entity?: number;
  article?: number;
}

/** Prints a part of the ledger in a format that others read. */
export async function runExport(query: string, { ledger, ...request }: ExportOptions): Promise<boolean> {
  return withLedger(ledger, { access: 'read' }, async (store) => {
    for await (const piece of exportLedger(store, { ...request, query })) await print(piece);
    return true;
  });
}
