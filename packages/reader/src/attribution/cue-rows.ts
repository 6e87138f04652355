import type { WeightTable } from './cue-model.ts';

/**
 * The hashed features of one thing to be scored (Weinberger et al. 2009): each feature is a number that falls on a row of
 * a weight table; no names of features are kept. A feature is made of the number of its template, which only has to be
 * its own, and of up to three values.
 */
export class FeatureRows {
  readonly rows = new Int32Array(CAPACITY);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** What does not fit is left out: only a word with hundreds of dependents has so many features. */
  add(template: number, a: number, b: number, c: number): void {
    if (this.count === CAPACITY) return;
    let hash = Math.imul(template, 0x9e3779b1) ^ a;
    hash = Math.imul(hash, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 16) ^ c, 0x27d4eb2f);
    this.rows[this.count++] = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  }

  /** The sum of the features' weights. */
  score({ weights, scale, shift }: WeightTable): number {
    const { rows, count } = this;
    let sum = 0;
    for (let at = 0; at < count; at++) sum += weights[rows[at] >>> shift];
    return sum * scale;
  }
}

const CAPACITY = 320;

/** Distances beyond five fall in steps. */
export function bucket(distance: number): number {
  if (distance < 6) return distance;
  if (distance < 9) return 6;
  if (distance < 15) return 7;
  return distance < 25 ? 8 : 9;
}
