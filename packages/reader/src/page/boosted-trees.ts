/**
 * Boosted regression trees for a yes-or-no question (Friedman, "Greedy function approximation: a gradient boosting machine", 2001). All trees are full
 * and of one depth, so that a tree is two runs of numbers: for each inner node, breadth first, a feature and a
 * threshold (go right where the value is greater), then a value for each leaf.
 */
export interface BoostedTrees {
  depth: number;
  bias: number;
  features: number[];
  thresholds: number[];
  leaves: number[];
}

/** Probability of yes for the features of one row, which begins at `row` in a table. */
export function predictRow(trees: BoostedTrees, table: Float32Array, row: number): number {
  const { depth, features, thresholds, leaves } = trees;
  const inner = (1 << depth) - 1;
  let sum = trees.bias;
  for (let at = 0, leaf = 0; at < features.length; at += inner, leaf += inner + 1) {
    let node = 0;
    while (node < inner) node = 2 * node + (table[row + features[at + node]] > thresholds[at + node] ? 2 : 1);
    sum += leaves[leaf + node - inner];
  }
  return 1 / (1 + Math.exp(-sum));
}
