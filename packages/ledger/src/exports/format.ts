import type { Reading } from '@hearsay/reader/reading';

/** One way out: what is printed before, for each and after the readings of a run, so that none need be kept. */
export interface Format {
  readonly open: string;
  /** `index` counts the readings printed before this one; `name` is what its input was called, for one without a title. */
  reading(reading: Reading, index: number, name: string): string;
  readonly close: string;
}
