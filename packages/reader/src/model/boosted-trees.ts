/**
 * Boosted trees that give a row of features a score. The trees are oblivious (as in CatBoost, Prokhorenkova et al. 2018):
 * all nodes of one level ask the same question, so that a tree is `depth` features and thresholds, and the answers, a bit
 * each, make the number of its leaf. That spares the processor a guess at every node.
 */
export interface ObliviousTrees {
  /** At most 7. */
  readonly depth: number;
  /** For each tree and level a feature and the threshold that its value must exceed to set the level's bit. */
  readonly features: Uint8Array;
  readonly thresholds: Float32Array;
  /** For each tree the value of each leaf. */
  readonly leaves: Float32Array;
}

/** The sum of all trees for each row of a table with `width` features to a row. */
export function treeScores(
  { depth, features, thresholds, leaves }: ObliviousTrees,
  table: Float32Array,
  width: number,
): Float64Array {
  const scores = new Float64Array(table.length / width);
  // A tree's questions stay in registers while it goes over the rows. Trees of fewer levels ask their last one again.
  // `Number` compiles to the comparison's bit, where `? :` would be a jump that the processor guesses wrong: ten times slower.
  const last = depth - 1;
  const [at1, at2, at3, at4, at5, at6] = [1, 2, 3, 4, 5, 6].map((level) => Math.min(level, last));
  const mask = (1 << depth) - 1;
  for (let q = 0, leaf = 0; q < features.length; q += depth, leaf += 1 << depth) {
    const f0 = features[q];
    const f1 = features[q + at1];
    const f2 = features[q + at2];
    const f3 = features[q + at3];
    const f4 = features[q + at4];
    const f5 = features[q + at5];
    const f6 = features[q + at6];
    const t0 = thresholds[q];
    const t1 = thresholds[q + at1];
    const t2 = thresholds[q + at2];
    const t3 = thresholds[q + at3];
    const t4 = thresholds[q + at4];
    const t5 = thresholds[q + at5];
    const t6 = thresholds[q + at6];
    for (let row = 0, base = 0; row < scores.length; row++, base += width) {
      const place =
        (Number(table[base + f0] > t0) << 0) |
        (Number(table[base + f1] > t1) << 1) |
        (Number(table[base + f2] > t2) << 2) |
        (Number(table[base + f3] > t3) << 3) |
        (Number(table[base + f4] > t4) << 4) |
        (Number(table[base + f5] > t5) << 5) |
        (Number(table[base + f6] > t6) << 6);
      scores[row] += leaves[leaf + (place & mask)];
    }
  }
  return scores;
}
