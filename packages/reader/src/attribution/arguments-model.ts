import type { ObliviousTrees } from '../model/boosted-trees.ts';
import { headerNumbers } from '../model/header.ts';
import type { NumberArray, Weights } from '../model/weights.ts';

/** The trained weights that find arguments. */
export interface ArgumentModel {
  /** Weights of the chain's features: three labels a row, and nine steps between labels a row. */
  readonly state: Int8Array;
  readonly stateScale: number;
  readonly edge: Int8Array;
  readonly edgeScale: number;
  /** Ranks the candidates of one cue. */
  readonly ranker: ObliviousTrees;
  /** Tells how probable it is that a cue with its best arguments is an attribution. */
  readonly decision: ObliviousTrees;
  /** Attributions less probable than this are dropped. */
  readonly threshold: number;
}

/** Rows of the two tables of features, as powers of two. */
export const STATE_BITS = 20;
export const EDGE_BITS = 18;

/** How many label sequences are ranked for each extent of a cue. */
export const SEQUENCES = 12;

const HEADER = ['stateScale', 'edgeScale', 'rankerDepth', 'decisionDepth', 'threshold'] as const;

/**
 * Reads the weights that training wrote; the arrays stay views over the bytes.
 * @throws {Error} where an array is missing or of another type.
 */
export function loadArgumentModel({ header, arrays }: Weights): ArgumentModel {
  const { stateScale, edgeScale, rankerDepth, decisionDepth, threshold } = headerNumbers(header, HEADER);
  const trees = (name: string, depth: number): ObliviousTrees => ({
    depth,
    features: arrayOf(Uint8Array, arrays, `${name}.features`),
    thresholds: arrayOf(Float32Array, arrays, `${name}.thresholds`),
    leaves: arrayOf(Float32Array, arrays, `${name}.leaves`),
  });
  return {
    state: arrayOf(Int8Array, arrays, 'state'),
    stateScale,
    edge: arrayOf(Int8Array, arrays, 'edge'),
    edgeScale,
    ranker: trees('ranker', rankerDepth),
    decision: trees('decision', decisionDepth),
    threshold,
  };
}

/** The weights as they are written to a file. */
export function argumentWeights(model: ArgumentModel): Weights {
  const { state, edge, ranker, decision, stateScale, edgeScale, threshold } = model;
  return {
    header: { stateScale, edgeScale, rankerDepth: ranker.depth, decisionDepth: decision.depth, threshold },
    arrays: {
      state,
      edge,
      'ranker.features': ranker.features,
      'ranker.thresholds': ranker.thresholds,
      'ranker.leaves': ranker.leaves,
      'decision.features': decision.features,
      'decision.thresholds': decision.thresholds,
      'decision.leaves': decision.leaves,
    },
  };
}

function arrayOf<T extends NumberArray>(
  type: abstract new (...args: never[]) => T,
  arrays: Weights['arrays'],
  name: string,
): T {
  const array = arrays[name];
  if (!(array instanceof type)) throw new Error(`the weights for arguments have no array "${name}" of the right type`);
  return array;
}
