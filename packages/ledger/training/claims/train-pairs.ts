import type { ObliviousTrees } from '@hearsay/reader/model/boosted-trees';
import { type BoostingSettings, boostTrees } from '../../../reader/training/boosted-trees.ts';
import type { Said } from '../../src/claims/decision.ts';
import { measurePair, prepare, WIDTH } from '../../src/claims/pair-evidence.ts';
import type { WordVectors } from '../../src/claims/word-vectors.ts';
import type { TuningSet } from './tuning-sets.ts';

const SETTINGS: BoostingSettings = {
  trees: 120,
  depth: 5,
  rate: 0.1,
  rows: 0.7,
  features: 0.5,
  minimum: 10,
  penalty: 5,
  seed: 1,
};
/** One pair in so many of those that are not one is learnt from, for all of them. */
const SAMPLED = 4;

/** Learns from all pairs of assertions of one set whether they are one claim: boosted trees over the evidence. */
export function trainPairs(sets: readonly TuningSet[], vectors: WordVectors): { trees: ObliviousTrees; start: number } {
  const pairs = sets.flatMap(pairsOf);
  const table = new Float32Array(pairs.length * WIDTH);
  for (const [row, { one, other }] of pairs.entries())
    measurePair(prepare(one, vectors), prepare(other, vectors), table, row * WIDTH);
  const ones = pairs.filter(({ isOne }) => isOne).length;
  const start = Math.log(ones / (SAMPLED * (pairs.length - ones)));
  const trees = boostTrees(
    table,
    WIDTH,
    new Float64Array(pairs.length).fill(start),
    (scores, gradient, hessian) => {
      for (const [row, { isOne }] of pairs.entries()) {
        const probability = 1 / (1 + Math.exp(-scores[row]));
        const weight = isOne ? 1 : SAMPLED;
        gradient[row] = weight * (Number(isOne) - probability);
        hessian[row] = weight * probability * (1 - probability);
      }
    },
    SETTINGS,
  );
  return { trees, start };
}

interface TrainingPair {
  one: Said;
  other: Said;
  isOne: boolean;
}

/** Assertions that only point to others are left out: no words of theirs tell what they say. */
function pairsOf({ articles }: TuningSet): TrainingPair[] {
  const said = articles.flatMap(({ features: { topic, assertions }, labels }) =>
    assertions.flatMap(({ fingerprint, goesWith }, ordinal) => {
      const label = labels[ordinal];
      return label === null || goesWith !== undefined ? [] : [{ one: { topic, fingerprint }, claim: label.claim }];
    }),
  );
  const pairs: TrainingPair[] = [];
  let apart = 0;
  for (const [at, { one, claim }] of said.entries()) {
    for (const { one: other, claim: others } of said.slice(0, at)) {
      const isOne = claim !== null && claim === others;
      if (isOne || apart++ % SAMPLED === 0) pairs.push({ one, other, isOne });
    }
  }
  return pairs;
}
