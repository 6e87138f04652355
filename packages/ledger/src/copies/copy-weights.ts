import type { ReuseMeasures } from './reuse-measures.ts';

/** What a measure adds to the logarithm of the odds. */
export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Partial<Record<keyof ReuseMeasures, number>>>;
}

// Written by `npm run train`; see training/copies.
export const RELATED: Weights = {
  bias: -7.297,
  of: {
    aligned: 1.557,
    overlap: 5.651,
    thirdRuns: 0.795,
    fourthShare: -3.199,
    thirdAligned: 1.051,
    order: 3.05,
    secondAligned: 1.04,
  },
};
export const SAME: Weights = {
  bias: 2.724,
  of: {
    overlap: 10.534,
    covered: 4.862,
    length: -1.993,
    fourthAligned: 0.919,
  },
};
