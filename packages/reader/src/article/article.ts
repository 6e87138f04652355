import type { ArticleMetadata, Block, Insert, Warning } from '../reading.ts';

/** One report, freed of its page: what every later stage reads. Offsets are UTF-16 code units into `text`. */
export interface Article {
  /** The body without headline, inserts cut out. For text input: the input less its inserts, to the character. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly inserts: readonly Insert[];
  readonly metadata: ArticleMetadata;
  readonly warnings: readonly Warning[];
}
