import { FACTORS_READ, factorLogits, writeFactors } from '../../src/stance/factors.ts';
import { PAIR_FEATURES } from '../../src/stance/pair-features.ts';
import type { Example, Measured } from './examples.ts';
import { topicFolds } from './folds.ts';
import { trainFactors } from './train-factors.ts';

const FOLDS = 3;
const SEED = 5;

/**
 * The table of features with what the factors say of each pair beside them, row by row; what they say is learnt from other
 * topics than the pair's, for of its own they would say too surely what they have seen.
 */
export function stackFactors(examples: readonly Example[], measured: Measured): Float32Array {
  const width = PAIR_FEATURES.length;
  const stackedWidth = width + FACTORS_READ;
  const stacked = new Float32Array(examples.length * stackedWidth);
  const foldOf = topicFolds(examples, FOLDS, SEED);
  const rowOf = (at: number): Float32Array => measured.table.subarray(at * width, (at + 1) * width);
  for (let fold = 0; fold < FOLDS; fold++) {
    const isIn = ({ topic }: Example): boolean => foldOf.get(topic) === fold;
    const others = Array.from(examples.keys()).filter((at) => !isIn(examples[at]));
    const table = new Float32Array(others.length * width);
    for (const [row, at] of others.entries()) table.set(rowOf(at), row * width);
    const matches = others.map((at) => measured.matches[at]);
    const factors = trainFactors(
      others.map((at) => examples[at]),
      { table, matches },
    );
    for (const [at, example] of examples.entries()) {
      if (!isIn(example)) continue;
      const row = stacked.subarray(at * stackedWidth, (at + 1) * stackedWidth);
      row.set(rowOf(at));
      writeFactors(
        factorLogits(factors, example.claim, example.body, measured.matches[at], rowOf(at)),
        row.subarray(width),
      );
    }
  }
  return stacked;
}
