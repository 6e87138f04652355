import { type ExportFormat, exportLedger, missingOf } from '@hearsay/ledger/exports/export-ledger';
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

/** Where the numbers are shown that an export can be told. */
const SHOWN_BY = {
  claim: '"hearsay search WORDS --in claims" shows those there are',
  story: '"hearsay search WORDS --in articles --json" shows those there are, as storyId',
  entity: '"hearsay search WORDS --in entities" shows those there are',
  article: '"hearsay search WORDS --in articles" shows those there are, but those that were taken down',
} as const;

/** Prints a part of the ledger in a format that others read; returns whether what is asked for is there. */
export async function runExport(query: string, { ledger, ...request }: ExportOptions): Promise<boolean> {
  return withLedger(ledger, { access: 'read' }, async (store) => {
    const missing = await missingOf(store, request);
    if (missing !== undefined) {
      complain(
        `export --${missing} ${request[missing]}`,
        `there is no ${missing} of this number; ${SHOWN_BY[missing]}`,
      );
      return false;
    }
    for await (const piece of exportLedger(store, { ...request, query })) await print(piece);
    return true;
  });
}
