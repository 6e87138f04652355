import type { ReuseMeasures } from './reuse-measures.ts';

/** What a measure adds to the logarithm of the odds. */
export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Partial<Record<keyof ReuseMeasures, number>>>;
}

// Written by `npm run train`; see training/copies.
export const RELATED: Weights = {
  bias: 0,
  of: {
  },
};
export const SAME: Weights = {
  bias: 0,
  of: {
  },
};
