import type { ReadInput } from '@hearsay/reader/read';

/** Where articles come from: files, folders, archives, feeds. Never throws for what one input holds: that is a skip. */
export type Source = AsyncIterable<Incoming>;

/** One article to read, or one that could not be had and why. */
export type Incoming =
  | {
      kind: 'article';
      input: ReadInput;
      /** Where in its source it stood, for a person: `news.jsonl, line 17`. */
      place: string;
    }
  | {
      kind: 'skipped';
      /** What it was: a file, an address, an id. */
      input: string;
      place: string;
      /** For scripts. */
      code: string;
      /** For a person: what was wrong, and the way out. */
      reason: string;
    };
