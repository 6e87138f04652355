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

/*
 * A row's weights are read as words of four, as numbers above 0, and summed two to a word, as `FeatureScorer` does: what is
 * added to each is taken off at the end. The rows lie all over tables that no cache holds, and with few instructions to a
 * row the processor waits for several of them at a time.
 */
const ABOVE_ZERO = 0x80808080;
const SHIFT = 128;

function scoreStates(features: Int32Array, length: number, model: ArgumentModel, out: Float64Array): void {
  const { state, stateScale } = model;
  const bytes = new DataView(state.buffer, state.byteOffset, state.byteLength);
  const lastWord = state.length - 4;
  for (let unit = 0; unit < length; unit++) {
    let outsideAndContent = 0;
    let source = 0;
    for (let at = unit * STATE_FEATURES; at < (unit + 1) * STATE_FEATURES; at++) {
      const row = rowOf(features[at], STATE_BITS) * LABELS;
      // The last row has no fourth byte behind it.
      const word = (row <= lastWord ? bytes.getInt32(row, true) : bytes.getInt32(lastWord, true) >>> 8) ^ ABOVE_ZERO;
      outsideAndContent += word & 0xff00ff;
      source += (word >>> 8) & 0xff;
    }
    const shift = SHIFT * STATE_FEATURES;
    out[unit * LABELS] = ((outsideAndContent & 0xffff) - shift) * stateScale;
    out[unit * LABELS + 1] = (source - shift) * stateScale;
    out[unit * LABELS + 2] = ((outsideAndContent >>> 16) - shift) * stateScale;
  }
}

function scoreEdges(features: Int32Array, length: number, model: ArgumentModel, out: Float64Array): void {
  const { edge, edgeScale } = model;
  const bytes = new DataView(edge.buffer, edge.byteOffset, edge.byteLength);
  for (let unit = 0; unit < length; unit++) {
    let s02 = 0;
    let s13 = 0;
    let s46 = 0;
    let s57 = 0;
    let s8 = 0;
    for (let at = unit * EDGE_FEATURES; at < (unit + 1) * EDGE_FEATURES; at++) {
      const row = rowOf(features[at], EDGE_BITS) * EDGES;
      const low = bytes.getInt32(row, true) ^ ABOVE_ZERO;
      const high = bytes.getInt32(row + 4, true) ^ ABOVE_ZERO;
      s02 += low & 0xff00ff;
      s13 += (low >>> 8) & 0xff00ff;
      s46 += high & 0xff00ff;
      s57 += (high >>> 8) & 0xff00ff;
      s8 += bytes.getInt8(row + 8);
    }
    const base = unit * EDGES;
    const shift = SHIFT * EDGE_FEATURES;
    out[base] = ((s02 & 0xffff) - shift) * edgeScale;
    out[base + 1] = ((s13 & 0xffff) - shift) * edgeScale;
    out[base + 2] = ((s02 >>> 16) - shift) * edgeScale;
    out[base + 3] = ((s13 >>> 16) - shift) * edgeScale;
    out[base + 4] = ((s46 & 0xffff) - shift) * edgeScale;
    out[base + 5] = ((s57 & 0xffff) - shift) * edgeScale;
    out[base + 6] = ((s46 >>> 16) - shift) * edgeScale;
    out[base + 7] = ((s57 >>> 16) - shift) * edgeScale;
    out[base + 8] = s8 * edgeScale;
  }
}
