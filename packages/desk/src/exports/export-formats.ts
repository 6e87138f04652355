import { citronDocument } from '@hearsay/ledger/exports/citron-json';
import { csvFormat } from '@hearsay/ledger/exports/csv-format';
import { webAnnotations } from '@hearsay/ledger/exports/web-annotation';
import type { Reading } from '@hearsay/reader/reading';

/** How readings leave the desk, one after the other. */
export interface ExportFormat {
  readonly type: string;
  readonly extension: string;
  readonly open: string;
  reading(reading: Reading): string;
  readonly close: string;
}

/** The formats of readings; `claim-review` is one of claims. */
export const READING_FORMATS = {
  jsonl: { type: 'application/jsonl', extension: 'jsonl', open: '', reading: line, close: '' },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    open: csvFormat.open,
    reading: (reading) => csvFormat.reading(reading, 0, ''),
    close: csvFormat.close,
  },
  'web-annotation': {
    type: 'application/jsonl',
    extension: 'web-annotation.jsonl',
    open: '',
    reading: (reading) => webAnnotations(reading).map(line).join(''),
    close: '',
  },
  citron: {
    type: 'application/jsonl',
    extension: 'citron.jsonl',
    open: '',
    reading: (reading) => line(citronDocument(reading)),
    close: '',
  },
} as const satisfies Record<string, ExportFormat>;

export const CLAIM_REVIEW = { type: 'application/jsonl', extension: 'claim-review.jsonl' } as const;

export const EXPORT_FORMATS = ['jsonl', 'csv', 'web-annotation', 'claim-review', 'citron'] as const;

/** An object as a line of its own. */
export function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
