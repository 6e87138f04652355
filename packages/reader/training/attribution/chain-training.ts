import { forwardBackward, LABELS, newChainScores } from '../../src/attribution/arguments-chain.ts';
import { EDGE_FEATURES, STATE_FEATURES } from '../../src/attribution/arguments-features.ts';
import { EDGE_BITS, STATE_BITS } from '../../src/attribution/arguments-model.ts';
import { MAX_UNITS } from '../../src/attribution/arguments-window.ts';
import { seededRandom, shuffle } from '../random.ts';

/** A window with its labels; the features are rows of the tables. */
export interface ChainExample {
  length: number;
  state: Int32Array;
  edge: Int32Array;
  labels: Uint8Array;
  cueFirst: number;
  cueEnd: number;
}

/** Weights of the features, as in `ArgumentModel` but not yet rounded. */
export interface ChainWeights {
  state: Float32Array;
  edge: Float32Array;
}

// Chosen on a tenth of PolNeAR train.
const EPOCHS = 6;
const AVERAGED_EPOCHS = 3;
const RATE = 0.02;
const LAST_RATE = 0.2;
const DROPOUT = 0.3;
const LEAST_WINDOWS = 3;
const FORBIDDEN = -1e4;
const NEGLIGIBLE = 1e-3;
const EDGES = LABELS * LABELS;

/**
 * Trains a conditional random field by AdaGrad on the log likelihood, with whole templates of features dropped at random.
 * A feature seen in fewer than three windows is left out; the weights are the mean over the last epochs.
 */
export function trainChain(examples: readonly ChainExample[]): ChainWeights {
  const known = { state: common(examples, 'state', STATE_BITS), edge: common(examples, 'edge', EDGE_BITS) };
  const weights = newWeights(0);
  const squares = newWeights(1);
  const sum = newWeights(0);
  const random = seededRandom(7);
  const order = Int32Array.from(examples, (_, index) => index);
  const kept = new Uint8Array(STATE_FEATURES + EDGE_FEATURES);
  const scores = newChainScores(MAX_UNITS);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE * (1 - ((1 - LAST_RATE) * epoch) / EPOCHS);
    shuffle(order, random);
    for (const index of order) {
      for (let template = 0; template < kept.length; template++) kept[template] = random() < DROPOUT ? 0 : 1;
      learn(examples[index], { weights, squares, known, kept, rate, scores });
    }
    if (epoch < EPOCHS - AVERAGED_EPOCHS) continue;
    for (let at = 0; at < sum.state.length; at++) sum.state[at] += weights.state[at];
    for (let at = 0; at < sum.edge.length; at++) sum.edge[at] += weights.edge[at];
  }
  const share = (1 - DROPOUT) / AVERAGED_EPOCHS;
  return { state: sum.state.map((weight) => weight * share), edge: sum.edge.map((weight) => weight * share) };
}

function newWeights(value: number): ChainWeights {
  return {
    state: new Float32Array(LABELS << STATE_BITS).fill(value),
    edge: new Float32Array(EDGES << EDGE_BITS).fill(value),
  };
}

/** For each row of a table whether enough windows have a feature there. */
function common(examples: readonly ChainExample[], kind: 'state' | 'edge', bits: number): Uint8Array {
  const last = new Int32Array(1 << bits).fill(-1);
  const windows = new Uint8Array(1 << bits);
  for (const [index, example] of examples.entries()) {
    for (const row of example[kind]) {
      if (last[row] === index || windows[row] === LEAST_WINDOWS) continue;
      last[row] = index;
      windows[row]++;
    }
  }
  return windows.map((count) => (count === LEAST_WINDOWS ? 1 : 0));
}

interface Learner {
  weights: ChainWeights;
  squares: ChainWeights;
  known: { state: Uint8Array; edge: Uint8Array };
  kept: Uint8Array;
  rate: number;
  scores: ReturnType<typeof newChainScores>;
}

function learn(example: ChainExample, learner: Learner): void {
  const { scores } = learner;
  scoreExample(example, learner);
  const { logZ, forward, backward } = forwardBackward(scores);
  const { labels, cueFirst, cueEnd } = example;
  const difference = new Float64Array(LABELS);
  for (let unit = 0; unit < example.length; unit++) {
    if (unit < cueFirst || unit >= cueEnd) {
      let size = 0;
      for (let label = 0; label < LABELS; label++) {
        const at = unit * LABELS + label;
        difference[label] = (labels[unit] === label ? 1 : 0) - Math.exp(forward[at] + backward[at] - logZ);
        size += Math.abs(difference[label]);
      }
      if (size > NEGLIGIBLE) updateState(example, unit, difference, learner);
    }
    const before = unit === 0 ? 0 : labels[unit - 1];
    for (let step = 0; step < EDGES; step++) {
      const from = Math.floor(step / LABELS);
      const to = step % LABELS;
      if (unit === 0 && from !== 0) continue;
      const ahead = unit === 0 ? 0 : forward[(unit - 1) * LABELS + from];
      const after = unit * LABELS + to;
      const log = ahead + scores.edge[unit * EDGES + step] + scores.state[after] + backward[after] - logZ;
      const d = (from === before && to === labels[unit] ? 1 : 0) - Math.exp(log);
      if (Math.abs(d) > NEGLIGIBLE) updateEdge(example, unit, step, d, learner);
    }
  }
}

function scoreExample(example: ChainExample, { weights, kept, scores }: Learner): void {
  scores.length = example.length;
  for (let unit = 0; unit < example.length; unit++) {
    let outside = 0;
    let source = 0;
    let content = 0;
    for (let template = 0; template < STATE_FEATURES; template++) {
      if (kept[template] === 0) continue;
      const at = example.state[unit * STATE_FEATURES + template] * LABELS;
      outside += weights.state[at];
      source += weights.state[at + 1];
      content += weights.state[at + 2];
    }
    const own = unit >= example.cueFirst && unit < example.cueEnd;
    scores.state[unit * LABELS] = outside;
    scores.state[unit * LABELS + 1] = own ? FORBIDDEN : source;
    scores.state[unit * LABELS + 2] = own ? FORBIDDEN : content;
    const base = unit * EDGES;
    scores.edge.fill(0, base, base + EDGES);
    for (let template = 0; template < EDGE_FEATURES; template++) {
      if (kept[STATE_FEATURES + template] === 0) continue;
      const at = example.edge[unit * EDGE_FEATURES + template] * EDGES;
      for (let step = 0; step < EDGES; step++) scores.edge[base + step] += weights.edge[at + step];
    }
  }
}

function updateState(example: ChainExample, unit: number, difference: Float64Array, learner: Learner): void {
  const { kept, known, rate } = learner;
  const weights = learner.weights.state;
  const squares = learner.squares.state;
  for (let template = 0; template < STATE_FEATURES; template++) {
    const row = example.state[unit * STATE_FEATURES + template];
    if (kept[template] === 0 || known.state[row] === 0) continue;
    for (let label = 0; label < LABELS; label++) {
      const at = row * LABELS + label;
      const d = difference[label];
      squares[at] += d * d;
      weights[at] += (rate * d) / Math.sqrt(squares[at]);
    }
  }
}

function updateEdge(example: ChainExample, unit: number, step: number, d: number, learner: Learner): void {
  const { kept, known, rate } = learner;
  const weights = learner.weights.edge;
  const squares = learner.squares.edge;
  for (let template = 0; template < EDGE_FEATURES; template++) {
    const row = example.edge[unit * EDGE_FEATURES + template];
    if (kept[STATE_FEATURES + template] === 0 || known.edge[row] === 0) continue;
    const at = row * EDGES + step;
    squares[at] += d * d;
    weights[at] += (rate * d) / Math.sqrt(squares[at]);
  }
}
