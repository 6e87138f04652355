export const FORMATS = ['text', 'json', 'jsonl', 'html', 'csv'] as const;
export type FormatName = (typeof FORMATS)[number];

/** What `hearsay read` was told on the command line, checked. */
export interface ReadOptions {
  format: FormatName;
  type?: 'html' | 'text';
  published?: string;
  outlet?: string;
  title?: string;
  jsonl?: boolean;
  allowPrivate?: boolean;
}
