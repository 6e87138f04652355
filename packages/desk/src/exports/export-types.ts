import type { ExportFormat } from '@hearsay/ledger/exports/export-ledger';

/** What each format is told to be, and the end of its file's name. */
export const EXPORT_TYPES: Readonly<Record<ExportFormat, { type: string; extension: string }>> = {
  jsonl: { type: 'application/jsonl', extension: 'jsonl' },
  csv: { type: 'text/csv; charset=utf-8; header=present', extension: 'csv' },
  'web-annotation': { type: 'application/ld+json', extension: 'annotations.jsonld' },
  'claim-review': { type: 'application/ld+json', extension: 'claim-reviews.jsonld' },
  citron: { type: 'application/jsonl', extension: 'citron.jsonl' },
};
