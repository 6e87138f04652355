import type { FeatureList, FeatureTable } from '../../src/language/hashing.ts';

/** Goes through training data once and gives `each` the features of every decision on the right path. */
export type Visit = (each: (features: FeatureList) => void) => void;

/**
 * An averaged multi-class perceptron (Freund and Schapire 1999, Collins 2002) that fills a `FeatureTable`. The average
 * over all decisions is kept by the usual second sum.
 */
export class Perceptron {
  private readonly classes: number;
  private readonly shift: number;
  private readonly weights: Float32Array;
  private readonly sums: Float64Array;
  private readonly checks: Int16Array;
  private clock = 1;

  /** A table of 2 ** `bits` rows for the features that `visit` shows often enough, the most frequent first. */
  constructor(bits: number, classes: number, visit: Visit) {
    this.classes = classes;
    this.shift = 32 - bits;
    this.weights = new Float32Array(2 ** bits * classes);
    this.sums = new Float64Array(this.weights.length);
    this.checks = new Int16Array(2 ** bits).fill(EMPTY);
    const seen = countFeatures(visit);
    for (const least of SEEN) this.claimRows(visit, seen, least);
  }

  private claimRows(visit: Visit, seen: Uint8Array, least: number): void {
    const { checks, shift } = this;
    visit(({ hashes, count }) => {
      for (let f = 0; f < count; f++) {
        const hash = hashes[f];
        if (checks[hash >>> shift] === EMPTY && seen[hash >>> SKETCH_SHIFT] >= least)
          checks[hash >>> shift] = hash & 255;
      }
    });
  }

  /** To be called once for every decision, right or wrong: the average is over decisions. */
  tick(): void {
    this.clock++;
  }

  /** Adds up the rows of `features` into `scores`. */
  score({ hashes, count }: FeatureList, scores: Float32Array): void {
    const { classes, weights, checks, shift } = this;
    scores.fill(0);
    for (let f = 0; f < count; f++) {
      const row = hashes[f] >>> shift;
      if (checks[row] !== (hashes[f] & 255)) continue;
      const at = row * classes;
      for (let c = 0; c < classes; c++) scores[c] += weights[at + c];
    }
  }

  /** Moves the weights of `features` from the class that was chosen to the one that should have been. */
  update({ hashes, count }: FeatureList, right: number, wrong: number): void {
    const { classes, weights, sums, checks, shift, clock } = this;
    for (let f = 0; f < count; f++) {
      const row = hashes[f] >>> shift;
      if (checks[row] !== (hashes[f] & 255)) continue;
      const at = row * classes;
      weights[at + right]++;
      sums[at + right] += clock;
      weights[at + wrong]--;
      sums[at + wrong] -= clock;
    }
  }

  /** The averaged weights in whole numbers, the largest of them 127. Cutting off even a few large ones costs points. */
  table(): FeatureTable {
    const { classes, weights, sums, checks, clock } = this;
    const averages = new Float32Array(weights.length);
    let largest = 0;
    for (let i = 0; i < weights.length; i++) {
      averages[i] = weights[i] - sums[i] / clock;
      if (Math.abs(averages[i]) > largest) largest = Math.abs(averages[i]);
    }
    const table = new Int8Array(checks.length * (classes + 1));
    for (let row = 0; row < checks.length; row++) {
      table[row * (classes + 1)] = checks[row];
      for (let c = 0; c < classes; c++) {
        table[row * (classes + 1) + 1 + c] = Math.round((averages[row * classes + c] * 127) / largest);
      }
    }
    return table;
  }
}

const EMPTY = -1;
/** Rows go to features seen 64 times or more, then to the less frequent ones; what was seen twice is noise. */
const SEEN = [64, 16, 6, 3];
const SKETCH_SHIFT = 6;

/** How often each feature was seen, 255 at the most; a few share a count. */
function countFeatures(visit: Visit): Uint8Array {
  const seen = new Uint8Array(2 ** (32 - SKETCH_SHIFT));
  visit(({ hashes, count }) => {
    for (let f = 0; f < count; f++) {
      const at = hashes[f] >>> SKETCH_SHIFT;
      if (seen[at] < 255) seen[at]++;
    }
  });
  return seen;
}

/** The order of an epoch follows from this number and its own. */
export const SEED = 100;

/** A reproducible order: numbers from 0 to `count - 1`, shuffled by a generator (mulberry32) that starts at `seed`. */
export function shuffled(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  let state = seed;
  for (let last = count - 1; last > 0; last--) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
