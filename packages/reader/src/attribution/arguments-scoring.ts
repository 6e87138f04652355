import { type ChainScores, LABELS, newChainScores } from './arguments-chain.ts';
import { EDGE_FEATURES, type Features, newFeatures, STATE_FEATURES } from './arguments-features.ts';
import { EDGE_BITS, STATE_BITS, type ArgumentModel as WholeModel } from './arguments-model.ts';
import { MAX_UNITS, newWindow, type Window } from './arguments-window.ts';

type ArgumentModel = Pick<WholeModel, 'state' | 'stateScale' | 'edge' | 'edgeScale'>;

/** Room for the work on one cue, used again for the next. */
export interface Workspace {
  readonly window: Window;
  readonly features: Features;
  readonly scores: ChainScores;
}

export function newWorkspace(): Workspace {
  return { window: newWindow(), features: newFeatures(), scores: newChainScores(MAX_UNITS) };
}

/** The row of a feature's weights in a table of 2 ** `bits` rows. */
export function rowOf(feature: number, bits: number): number {
  return (feature ^ (feature >>> 16)) & ((1 << bits) - 1);
}

/** Low enough that no sequence of labels that the cue forbids is ever among the best. */
const FORBIDDEN = -1e4;
const EDGES = LABELS * LABELS;

/** Scores the labels and steps of the window in the workspace; the cue itself is always outside its arguments. */
export function scoreWindow({ window, features, scores }: Workspace, model: ArgumentModel): void {
  scoreStates(features.state, window.length, model, scores.state);
  scoreEdges(features.edge, window.length, model, scores.edge);
  scores.length = window.length;
  for (let unit = window.cueFirst; unit < window.cueEnd; unit++) {
    scores.state[unit * LABELS + 1] = FORBIDDEN;
    scores.state[unit * LABELS + 2] = FORBIDDEN;
  }
}

function scoreStates(features: Int32Array, length: number, model: ArgumentModel, out: Float64Array): void {
  const { state, stateScale } = model;
  for (let unit = 0; unit < length; unit++) {
    let outside = 0;
    let source = 0;
    let content = 0;
    for (let at = unit * STATE_FEATURES; at < (unit + 1) * STATE_FEATURES; at++) {
      const row = rowOf(features[at], STATE_BITS) * LABELS;
      outside += state[row];
      source += state[row + 1];
      content += state[row + 2];
    }
    out[unit * LABELS] = outside * stateScale;
    out[unit * LABELS + 1] = source * stateScale;
    out[unit * LABELS + 2] = content * stateScale;
  }
}

function scoreEdges(features: Int32Array, length: number, model: ArgumentModel, out: Float64Array): void {
  const { edge, edgeScale } = model;
  for (let unit = 0; unit < length; unit++) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    for (let at = unit * EDGE_FEATURES; at < (unit + 1) * EDGE_FEATURES; at++) {
      const row = rowOf(features[at], EDGE_BITS) * EDGES;
      s0 += edge[row];
      s1 += edge[row + 1];
      s2 += edge[row + 2];
      s3 += edge[row + 3];
      s4 += edge[row + 4];
      s5 += edge[row + 5];
      s6 += edge[row + 6];
      s7 += edge[row + 7];
      s8 += edge[row + 8];
    }
    const base = unit * EDGES;
    out[base] = s0 * edgeScale;
    out[base + 1] = s1 * edgeScale;
    out[base + 2] = s2 * edgeScale;
    out[base + 3] = s3 * edgeScale;
    out[base + 4] = s4 * edgeScale;
    out[base + 5] = s5 * edgeScale;
    out[base + 6] = s6 * edgeScale;
    out[base + 7] = s7 * edgeScale;
    out[base + 8] = s8 * edgeScale;
  }
}
