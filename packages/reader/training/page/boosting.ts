import type { BoostedTrees } from '../../src/page/boosted-trees.ts';

export interface BoostingSettings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Share of the features, and of the groups of rows, that a tree may use. */
  readonly features: number;
  readonly groups: number;
  /** Least sum of second derivatives in a leaf. */
  readonly minimum: number;
  /** L2 penalty on leaf values. */
  readonly penalty: number;
  readonly seed: number;
}

const BINS = 48;

/**
 * Trains boosted trees on rows of `width` features with labels 0 or 1 and weights. Rows of one group (a page) are sampled
 * together. The same input gives the same trees.
 */
export function trainTrees(
  table: Float32Array,
  width: number,
  labels: Uint8Array,
  weights: Float64Array,
  groups: Int32Array,
  settings: BoostingSettings,
): BoostedTrees {
  const rows = labels.length;
  const { cuts, bins } = binFeatures(table, width, rows);
  const random = mulberry32(settings.seed);
  const bias = priorLogit(labels, weights);
  const scores = new Float64Array(rows).fill(bias);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const result: BoostedTrees = { depth: settings.depth, bias, features: [], thresholds: [], leaves: [] };
  const inner = (1 << settings.depth) - 1;
  const groupCount = groups.reduce((most, group) => Math.max(most, group), 0) + 1;
  for (let tree = 0; tree < settings.trees; tree++) {
    const sampled = Uint8Array.from({ length: groupCount }, () => (random() < settings.groups ? 1 : 0));
    for (let row = 0; row < rows; row++) {
      const p = 1 / (1 + Math.exp(-scores[row]));
      const weight = weights[row] * sampled[groups[row]];
      gradient[row] = weight * (labels[row] - p);
      hessian[row] = weight * Math.max(1e-6, p * (1 - p));
    }
    const allowed: number[] = [];
    for (let feature = 0; feature < width; feature++) if (random() < settings.features) allowed.push(feature);
    const nodeOf = new Int32Array(rows);
    for (let level = 0; level < settings.depth; level++) {
      const first = (1 << level) - 1;
      const nodes = 1 << level;
      const splits = bestSplits(bins, rows, nodeOf, first, nodes, gradient, hessian, allowed, settings);
      for (const split of splits) {
        result.features.push(split.feature);
        const cut = split.bin < 0 ? undefined : cuts[split.feature][split.bin];
        result.thresholds.push(cut ?? 3e38);
      }
      for (let row = 0; row < rows; row++) {
        const split = splits[nodeOf[row] - first];
        const right = split.bin >= 0 && bins[split.feature * rows + row] > split.bin;
        nodeOf[row] = 2 * nodeOf[row] + (right ? 2 : 1);
      }
    }
    const g = new Float64Array(inner + 1);
    const h = new Float64Array(inner + 1);
    for (let row = 0; row < rows; row++) {
      g[nodeOf[row] - inner] += gradient[row];
      h[nodeOf[row] - inner] += hessian[row];
    }
    const values = Array.from(g, (sum, leaf) =>
      Number(((settings.rate * sum) / (h[leaf] + settings.penalty)).toFixed(5)),
    );
    for (const value of values) result.leaves.push(value);
    for (let row = 0; row < rows; row++) scores[row] += values[nodeOf[row] - inner];
  }
  return result;
}

interface Split {
  feature: number;
  /** Values in bins up to this one go left; -1 where nothing is gained and all go left. */
  bin: number;
}

function bestSplits(
  bins: Uint8Array,
  rows: number,
  nodeOf: Int32Array,
  first: number,
  nodes: number,
  gradient: Float64Array,
  hessian: Float64Array,
  allowed: readonly number[],
  settings: BoostingSettings,
): Split[] {
  const splits: Split[] = Array.from({ length: nodes }, () => ({ feature: 0, bin: -1 }));
  const gains = new Float64Array(nodes).fill(1e-9);
  const g = new Float64Array(nodes * BINS);
  const h = new Float64Array(nodes * BINS);
  for (const feature of allowed) {
    g.fill(0);
    h.fill(0);
    const offset = feature * rows;
    for (let row = 0; row < rows; row++) {
      const slot = (nodeOf[row] - first) * BINS + bins[offset + row];
      g[slot] += gradient[row];
      h[slot] += hessian[row];
    }
    for (let node = 0; node < nodes; node++) {
      let allG = 0;
      let allH = 0;
      for (let bin = 0; bin < BINS; bin++) {
        allG += g[node * BINS + bin];
        allH += h[node * BINS + bin];
      }
      const parent = (allG * allG) / (allH + settings.penalty);
      let leftG = 0;
      let leftH = 0;
      for (let bin = 0; bin < BINS - 1; bin++) {
        leftG += g[node * BINS + bin];
        leftH += h[node * BINS + bin];
        const rightH = allH - leftH;
        if (leftH < settings.minimum || rightH < settings.minimum) continue;
        const rightG = allG - leftG;
        const gain =
          (leftG * leftG) / (leftH + settings.penalty) + (rightG * rightG) / (rightH + settings.penalty) - parent;
        if (gain > gains[node]) {
          gains[node] = gain;
          splits[node] = { feature, bin };
        }
      }
    }
  }
  return splits;
}

/** Cuts each feature at quantiles of its distinct values; bins are stored feature by feature. */
function binFeatures(table: Float32Array, width: number, rows: number): { cuts: number[][]; bins: Uint8Array } {
  const bins = new Uint8Array(width * rows);
  const cuts: number[][] = [];
  const column = new Float32Array(rows);
  for (let feature = 0; feature < width; feature++) {
    for (let row = 0; row < rows; row++) column[row] = table[row * width + feature];
    const own = quantileCuts(column.slice().sort());
    cuts.push(own);
    for (let row = 0; row < rows; row++) {
      let bin = 0;
      while (bin < own.length && column[row] > own[bin]) bin++;
      bins[feature * rows + row] = bin;
    }
  }
  return { cuts, bins };
}

function quantileCuts(sorted: Float32Array): number[] {
  const distinct: number[] = [];
  for (const value of sorted) if (value !== distinct[distinct.length - 1]) distinct.push(value);
  const between = (a: number, b: number) => Math.fround(Number(((a + b) / 2).toPrecision(6)));
  if (distinct.length <= BINS) return distinct.slice(1).map((value, at) => between(distinct[at], value));
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const at = Math.floor((bin * sorted.length) / BINS);
    const value = sorted[at];
    const cut = between(value, sorted[Math.max(0, at - 1)]);
    if (cut > (cuts[cuts.length - 1] ?? Number.NEGATIVE_INFINITY)) cuts.push(cut);
  }
  return cuts;
}

function priorLogit(labels: Uint8Array, weights: Float64Array): number {
  let yes = 0;
  let all = 0;
  for (let row = 0; row < labels.length; row++) {
    yes += weights[row] * labels[row];
    all += weights[row];
  }
  const p = Math.min(0.999, Math.max(0.001, yes / all));
  return Number(Math.log(p / (1 - p)).toFixed(5));
}

/** A small seeded generator (Tommy Ettinger's mulberry32): numbers from 0 to 1. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
