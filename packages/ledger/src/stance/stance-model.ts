import type { ObliviousTrees } from '@hearsay/reader/model/boosted-trees';
import { headerNumbers } from '@hearsay/reader/model/header';
import type { NumberArray, Weights } from '@hearsay/reader/model/weights';
import type { Background } from './background.ts';
import { FACTORS, type FactorModel } from './factors.ts';
import { STANCES } from './stances.ts';

/** Everything learnt that a judgement of stance rests on. */
export interface StanceModel {
  readonly background: Background;
  /** Whether the two are related: over the features of overlap. */
  readonly related: ObliviousTrees;
  /** For each stance of related pairs, in the order of `STANCES`: over all features, then what the factors say. */
  readonly stances: readonly ObliviousTrees[];
  readonly factors: FactorModel;
  /** What a stance's probability is multiplied by before the highest is chosen, in the order of `STANCES`. */
  readonly multipliers: Float32Array;
}

const TREES = ['related', ...STANCES.slice(1)] as const;

/** The model as a weights file has it. */
export function stanceWeights({ background, related, stances, factors, multipliers }: StanceModel): Weights {
  const trees = [related, ...stances].flatMap(({ features, thresholds, leaves }, at): [string, NumberArray][] => [
    [`${TREES[at]}.features`, features],
    [`${TREES[at]}.thresholds`, thresholds],
    [`${TREES[at]}.leaves`, leaves],
  ]);
  return {
    header: {
      rarest: background.rarest,
      ...Object.fromEntries([related, ...stances].map(({ depth }, at) => [`${TREES[at]}.depth`, depth])),
    },
    arrays: {
      'idf.keys': background.idf.keys,
      'idf.values': background.idf.values,
      ...Object.fromEntries(trees),
      'claim.cues': Int32Array.from(factors.claimCues.keys()),
      'body.cues': Int32Array.from(factors.bodyCues.keys()),
      mean: factors.mean,
      scale: factors.scale,
      ...Object.fromEntries(FACTORS.map((factor, at) => [factor, factors.weights[at]])),
      multipliers,
    },
  };
}

/**
 * The model of a decoded weights file.
 * @throws {Error} naming what is missing.
 */
export function stanceModel({ header, arrays }: Weights): StanceModel {
  const floats = (name: string): Float32Array => ofType(arrays, name, Float32Array);
  const trees = TREES.map((name) => ({
    depth: headerNumbers(header, [`${name}.depth`])[`${name}.depth`],
    features: ofType(arrays, `${name}.features`, Uint8Array),
    thresholds: floats(`${name}.thresholds`),
    leaves: floats(`${name}.leaves`),
  }));
  const numbered = (name: string): Map<number, number> =>
    new Map(Array.from(ofType(arrays, name, Int32Array), (cue, number) => [cue, number]));
  return {
    background: {
      idf: { keys: ofType(arrays, 'idf.keys', Int32Array), values: ofType(arrays, 'idf.values', Uint8Array) },
      rarest: headerNumbers(header, ['rarest']).rarest,
    },
    related: trees[0],
    stances: trees.slice(1),
    factors: {
      claimCues: numbered('claim.cues'),
      bodyCues: numbered('body.cues'),
      mean: floats('mean'),
      scale: floats('scale'),
      weights: FACTORS.map(floats),
    },
    multipliers: floats('multipliers'),
  };
}

function ofType<T extends NumberArray>(arrays: Weights['arrays'], name: string, type: abstract new () => T): T {
  const array = arrays[name];
  if (!(array instanceof type)) throw new Error(`weights of stance: there is no array "${name}" of ${type.name}`);
  return array;
}
