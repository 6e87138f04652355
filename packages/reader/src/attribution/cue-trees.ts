/**
 * Boosted regression trees over whole numbers. All trees are full and of one depth, so that a tree is two runs of
 * numbers: for each inner node, breadth first, a feature and a threshold (go right where the value is greater), then a
 * value for each leaf.
 */
export interface IntegerTrees {
  readonly depth: number;
  readonly features: Uint8Array;
  /** All thresholds and values lie within 2 ** 30, so that the sign of their difference tells which is greater. */
  readonly thresholds: Int32Array;
  readonly leaves: Float32Array;
}

/**
 * The sum of all trees for the row that begins at `base` of a table. Which way a row goes is as good as random, so the
 * step is computed: a branch would be mispredicted half of the time and cost three times as much.
 */
export function sumTrees(
  { depth, features, thresholds, leaves }: IntegerTrees,
  table: Int32Array,
  base: number,
): number {
  const inner = (1 << depth) - 1;
  let sum = 0;
  for (let at = 0, leaf = 0; at < features.length; at += inner, leaf += inner + 1) {
    let node = 0;
    while (node < inner) node = 2 * node + 1 + ((thresholds[at + node] - table[base + features[at + node]]) >>> 31);
    sum += leaves[leaf + node - inner];
  }
  return sum;
}
