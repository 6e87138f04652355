import type { ObliviousTrees } from '@hearsay/reader/model/boosted-trees';
import { boostTrees } from '../../../reader/training/boosted-trees.ts';
import type { Background } from '../../src/stance/background.ts';
import { FACTORS_READ, sigmoid } from '../../src/stance/factors.ts';
import { OVERLAP_COUNT, PAIR_FEATURES } from '../../src/stance/pair-features.ts';
import type { StanceModel } from '../../src/stance/stance-model.ts';
import { STANCES } from '../../src/stance/stances.ts';
import { type Example, measure, topicWeights } from './examples.ts';
import { withSharedNames } from './shared-names.ts';
import { stackFactors } from './stack-factors.ts';
import { trainFactors } from './train-factors.ts';

// All chosen by cross-validation over the topics of FNC-1's train part.
const RELATED_BOOSTING = { trees: 150, depth: 5, rate: 0.1, rows: 0.7, features: 0.5, minimum: 5, penalty: 5, seed: 7 };
const STANCE_BOOSTING = { trees: 150, depth: 4, rate: 0.06, rows: 0.6, features: 0.5, minimum: 5, penalty: 5, seed: 7 };
const STANCE_TOPIC_POWER = 0;

/**
 * Of unrelated, discuss, agree, disagree: chosen out of fold by twice the weighted score and macro F1, as means over topics
 * drawn again with replacement, for other topics agree and discuss in other shares.
 */
export const MULTIPLIERS = [0.1, 1, 1.15, 1.4];

/** Learns everything from the examples. The same examples give the same model. */
export function trainStance(examples: readonly Example[], background: Background): StanceModel {
  const told = [...examples, ...withSharedNames(examples, background)];
  const overlaps = firstColumns(measure(told, background).table, PAIR_FEATURES.length, OVERLAP_COUNT);
  const isRelated = told.map(({ stance }) => stance > 0);
  const related = boost(overlaps, OVERLAP_COUNT, isRelated, topicWeights(told, 0), RELATED_BOOSTING);

  const relatedExamples = examples.filter(({ stance }) => stance > 0);
  const measured = measure(relatedExamples, background);
  const stacked = stackFactors(relatedExamples, measured);
  const weights = topicWeights(relatedExamples, STANCE_TOPIC_POWER);
  const stances = STANCES.slice(1).map((_, at) => {
    const is = relatedExamples.map(({ stance }) => stance === at + 1);
    return boost(stacked, PAIR_FEATURES.length + FACTORS_READ, is, weights, STANCE_BOOSTING);
  });
  return {
    background,
    related,
    stances,
    factors: trainFactors(relatedExamples, measured),
    multipliers: Float32Array.from(MULTIPLIERS),
  };
}

/** Trees that tell one class from the rest, by the logistic loss. */
function boost(
  table: Float32Array,
  width: number,
  is: readonly boolean[],
  weights: Float64Array,
  settings: typeof RELATED_BOOSTING,
): ObliviousTrees {
  const start = new Float64Array(is.length);
  return boostTrees(
    table,
    width,
    start,
    (scores, gradient, hessian) => {
      for (let row = 0; row < scores.length; row++) {
        const probability = sigmoid(scores[row]);
        gradient[row] = weights[row] * (Number(is[row]) - probability);
        hessian[row] = weights[row] * probability * (1 - probability);
      }
    },
    settings,
  );
}

function firstColumns(table: Float32Array, width: number, kept: number): Float32Array {
  const rows = table.length / width;
  const columns = new Float32Array(rows * kept);
  for (let row = 0; row < rows; row++) columns.set(table.subarray(row * width, row * width + kept), row * kept);
  return columns;
}
