import type { ObliviousTrees } from '../src/model/boosted-trees.ts';
import { seededRandom } from './random.ts';

export interface BoostingSettings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Share of the rows, and of the features, that a tree sees. */
  readonly rows: number;
  readonly features: number;
  /** Least sum of second derivatives in a leaf. */
  readonly minimum: number;
  /** L2 penalty on the values of leaves. */
  readonly penalty: number;
  readonly seed: number;
}

/** Writes the loss's negative first derivative and its second derivative by each row's score. */
export type Gradient = (scores: Float64Array, gradient: Float64Array, hessian: Float64Array) => void;

const BINS = 64;
/** Rows from which the bins' borders are taken. */
const SAMPLED_ROWS = 20_000;
const NEVER = 3e38;

/**
 * Gradient boosting (Friedman 2001) with second derivatives and binned features, for any loss. `start` holds the scores
 * that the trees correct. The same input gives the same trees.
 */
export function boostTrees(
  table: Float32Array,
  width: number,
  start: Float64Array,
  gradientOf: Gradient,
  settings: BoostingSettings,
): ObliviousTrees {
  const rows = start.length;
  const { cuts, bins } = binFeatures(table, width, rows);
  const random = seededRandom(settings.seed);
  const scores = Float64Array.from(start);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const { trees, depth } = settings;
  const size = 2 ** depth;
  const features = new Uint8Array(trees * depth);
  const thresholds = new Float32Array(trees * depth).fill(NEVER);
  const leaves = new Float32Array(trees * size);
  const node = new Uint16Array(rows);
  const used = new Uint8Array(rows);
  for (let tree = 0; tree < trees; tree++) {
    gradientOf(scores, gradient, hessian);
    for (let row = 0; row < rows; row++) used[row] = random() < settings.rows ? 1 : 0;
    const allowed: number[] = [];
    for (let feature = 0; feature < width; feature++) {
      if (random() < settings.features && cuts[feature].length > 0) allowed.push(feature);
    }
    node.fill(0);
    for (let level = 0; level < depth; level++) {
      const sums = sumBins(bins, width, allowed, { node, used, gradient, hessian }, 2 ** level);
      const split = bestSplit(sums, 2 ** level, allowed, cuts, settings);
      if (split === undefined) continue;
      features[tree * depth + level] = split.feature;
      thresholds[tree * depth + level] = cuts[split.feature][split.bin];
      for (let row = 0; row < rows; row++) if (bins[row * width + split.feature] > split.bin) node[row] |= 1 << level;
    }
    const values = leaves.subarray(tree * size, (tree + 1) * size);
    fillLeaves(values, { node, used, gradient, hessian }, settings);
    for (let row = 0; row < rows; row++) scores[row] += values[node[row]];
  }
  return { depth: settings.depth, features, thresholds, leaves };
}

interface Rows {
  node: Uint16Array;
  used: Uint8Array;
  gradient: Float64Array;
  hessian: Float64Array;
}

/** Sums of gradient and hessian by node of a level, allowed feature and bin. */
function sumBins(bins: Uint8Array, width: number, allowed: readonly number[], rows: Rows, nodes: number): Float64Array {
  const { node, used, gradient, hessian } = rows;
  const perNode = allowed.length * BINS * 2;
  const sums = new Float64Array(nodes * perNode);
  const columns = Int32Array.from(allowed);
  for (let row = 0; row < used.length; row++) {
    if (used[row] === 0) continue;
    const g = gradient[row];
    const h = hessian[row];
    const at = node[row] * perNode;
    const from = row * width;
    for (let column = 0; column < columns.length; column++) {
      const slot = at + (column * BINS + bins[from + columns[column]]) * 2;
      sums[slot] += g;
      sums[slot + 1] += h;
    }
  }
  return sums;
}

const LEAST_GAIN = 1e-6;

/** The question that gains most when all nodes of a level ask it. */
function bestSplit(
  sums: Float64Array,
  nodes: number,
  allowed: readonly number[],
  cuts: readonly Float32Array[],
  { minimum, penalty }: BoostingSettings,
): { feature: number; bin: number } | undefined {
  let best: { feature: number; bin: number } | undefined;
  let bestGain = LEAST_GAIN;
  const gains = new Float64Array(BINS);
  for (const [column, feature] of allowed.entries()) {
    gains.fill(0);
    for (let node = 0; node < nodes; node++) {
      const from = (node * allowed.length + column) * BINS * 2;
      let allG = 0;
      let allH = 0;
      for (let bin = 0; bin < BINS; bin++) {
        allG += sums[from + bin * 2];
        allH += sums[from + bin * 2 + 1];
      }
      const whole = (allG * allG) / (allH + penalty);
      let g = 0;
      let h = 0;
      for (let bin = 0; bin < cuts[feature].length; bin++) {
        g += sums[from + bin * 2];
        h += sums[from + bin * 2 + 1];
        if (h < minimum) continue;
        if (allH - h < minimum) break;
        gains[bin] += (g * g) / (h + penalty) + ((allG - g) * (allG - g)) / (allH - h + penalty) - whole;
      }
    }
    for (let bin = 0; bin < cuts[feature].length; bin++) {
      if (gains[bin] <= bestGain) continue;
      bestGain = gains[bin];
      best = { feature, bin };
    }
  }
  return best;
}

function fillLeaves(
  leaves: Float32Array,
  { node, used, gradient, hessian }: Rows,
  { rate, penalty }: BoostingSettings,
): void {
  const g = new Float64Array(leaves.length);
  const h = new Float64Array(leaves.length);
  for (let row = 0; row < used.length; row++) {
    if (used[row] === 0) continue;
    g[node[row]] += gradient[row];
    h[node[row]] += hessian[row];
  }
  for (let leaf = 0; leaf < leaves.length; leaf++) leaves[leaf] = (rate * g[leaf]) / (h[leaf] + penalty);
}

/** Cuts each feature at quantiles, or between all its values where they are few; the bins stand row by row. */
function binFeatures(table: Float32Array, width: number, rows: number): { cuts: Float32Array[]; bins: Uint8Array } {
  const step = Math.max(1, Math.floor(rows / SAMPLED_ROWS));
  const bins = new Uint8Array(rows * width);
  const cuts: Float32Array[] = [];
  for (let feature = 0; feature < width; feature++) {
    const sample = new Float32Array(Math.ceil(rows / step));
    for (let at = 0; at < sample.length; at++) sample[at] = table[at * step * width + feature];
    const own = cutsOf(sample.sort());
    cuts.push(own);
    for (let row = 0; row < rows; row++) {
      const value = table[row * width + feature];
      let low = 0;
      let high = own.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value > own[middle]) low = middle + 1;
        else high = middle;
      }
      bins[row * width + feature] = low;
    }
  }
  return { cuts, bins };
}

function cutsOf(sorted: Float32Array): Float32Array {
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) return Float32Array.from(distinct.slice(1), (value, at) => (value + distinct[at]) / 2);
  const borders = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) borders.add(sorted[Math.floor((bin * sorted.length) / BINS)]);
  return Float32Array.from(borders);
}
