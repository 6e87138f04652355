/**
 * Hashed features (Weinberger et al. 2009) in a table that knows most of what is not in it. A table holds rows of
 * bytes: first a check, then one weight for each class. The high bits of a feature's hash choose its row, the low eight must
 * be the row's check, else the feature has no weights: rare ones were left out when the table was trained, so that the
 * frequent ones have their rows to themselves.
 */
export type FeatureTable = Int8Array;

/** One number for two, in order. */
export function join(a: number, b: number): number {
  return (Math.imul(a, 0x2c1b3c6d) + Math.imul(b ^ 0x297a2d39, 0x297a2d39)) | 0;
}

/** The hash of the feature with the value `value` of the template `template`. */
export function feature(template: number, value: number): number {
  let hash = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** How far the hash of a feature is shifted right to give its row. */
export function rowShift(table: FeatureTable, classes: number): number {
  return 32 - Math.log2(table.length / (classes + 1));
}

/** Adds up the weights of `count` features into `scores`, one for each class. */
export function addScores(
  table: FeatureTable,
  shift: number,
  features: Int32Array,
  count: number,
  scores: Int32Array,
  classes: number,
): void {
  scores.fill(0);
  for (let f = 0; f < count; f++) {
    const hash = features[f];
    const at = (hash >>> shift) * (classes + 1);
    if (table[at] !== (hash << 24) >> 24) continue;
    for (let c = 0; c < classes; c++) scores[c] += table[at + 1 + c];
  }
}

/** The class from `from` on with the highest score; the first of equals. */
export function bestClass(scores: ArrayLike<number>, classes: number, from = 0): number {
  let best = from;
  for (let c = from + 1; c < classes; c++) if (scores[c] > scores[best]) best = c;
  return best;
}
