import type { ReadInput } from '@hearsay/reader/read';
import type { Warning } from '@hearsay/reader/reading';

/** Where articles come from: files, folders, archives, feeds. Never throws for what one input holds: that is a skip. */
export type Source = AsyncIterable<Incoming>;

/** One article to read, or one that could not be had and why. */
export type Incoming = IncomingArticle | SkippedInput;

export interface IncomingArticle {
  kind: 'article';
  input: ReadInput;
  /** Where in its source it stood, for a person: `news.jsonl:17`. */
  place: string;
  /** When it was fetched, as its archive says (ISO 8601): it was published no later. */
  fetched?: string;
  /** What is known already to be missing or doubtful. */
  warnings?: Warning[];
}

export interface SkippedInput {
  kind: 'skipped';
  /** What it was: a file, an address, an id. */
  input: string;
  place: string;
  /** For scripts. */
  code: string;
  /** For a person: what was wrong, and the way out. */
  reason: string;
}

/** How far a source is. */
export interface SourceProgress {
  /** Bytes read, as they are stored: before gzip is undone. */
  bytes: number;
  /** Bytes in all, where that is known. */
  total?: number;
  /** The file or address that is being read. */
  at: string;
}
