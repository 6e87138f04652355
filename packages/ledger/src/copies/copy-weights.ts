import type { ReuseMeasures } from './reuse-measures.ts';

/** What a measure adds to the logarithm of the odds. */
export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Partial<Record<keyof ReuseMeasures, number>>>;
}

// Written by `npm run train`; see training/copies.
export const RELATED: Weights = {
  bias: -10.344,
  of: {
    aligned: 2.801,
    overlap: 3.394,
    fourthShare: -6.498,
    thirdRuns: 1.546,
    covered: 5.891,
    order: 2.741,
    fourthAligned: 0.715,
  },
};
export const SAME: Weights = {
  bias: -0.462,
  of: {
    overlap: 11.569,
    covered: 6.07,
    length: -1.689,
    fourthAligned: 0.653,
  },
};
