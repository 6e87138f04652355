import type { WeightTable } from '../../src/attribution/cue-model.ts';
import { seededRandom, shuffle } from '../random.ts';

/** Hashed features of many things, one after another: those of thing `i` stand from `starts[i]` to `starts[i + 1]`. */
export interface FeatureTable {
  readonly features: Int32Array;
  readonly starts: Int32Array;
}

/** Collects a feature table; the hashes are cut to the size of the weight table. */
export class FeatureTableBuilder {
  private features = new Int32Array(1 << 20);
  private length = 0;
  private readonly starts: number[] = [0];
  private readonly shift: number;

  constructor(shift: number) {
    this.shift = shift;
  }

  get count(): number {
    return this.starts.length - 1;
  }

  add(hashes: Int32Array, count: number): void {
    if (this.length + count > this.features.length) {
      const larger = new Int32Array(this.features.length * 2);
      larger.set(this.features);
      this.features = larger;
    }
    for (let at = 0; at < count; at++) this.features[this.length++] = hashes[at] >>> this.shift;
    this.starts.push(this.length);
  }

  build(): FeatureTable {
    return { features: this.features.subarray(0, this.length), starts: Int32Array.from(this.starts) };
  }
}

export interface LinearSettings {
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty. */
  readonly penalty: number;
  /** Share of the features left out at each step. */
  readonly dropout: number;
  readonly seed: number;
}

const INITIAL_SQUARES = 0.01;

/** Logistic regression by AdaGrad (Duchi et al. 2011) with feature dropout, on the things whose numbers are in `chosen`. */
export function trainLogistic(
  { features, starts }: FeatureTable,
  labels: Uint8Array,
  chosen: Int32Array,
  shift: number,
  { epochs, rate, penalty, dropout, seed }: LinearSettings,
): WeightTable {
  const weights = new Float32Array(2 ** (32 - shift));
  const squares = new Float32Array(weights.length).fill(INITIAL_SQUARES);
  const random = seededRandom(seed);
  const order = chosen.slice();
  const kept = new Int32Array(1024);
  const boost = 1 / (1 - dropout);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const thing of order) {
      let count = 0;
      let logit = 0;
      for (let at = starts[thing]; at < starts[thing + 1]; at++) {
        if (random() < dropout) continue;
        kept[count++] = features[at];
        logit += weights[features[at]] * boost;
      }
      const error = 1 / (1 + Math.exp(-logit)) - labels[thing];
      if (Math.abs(error) < 1e-4) continue;
      for (let at = 0; at < count; at++) step(weights, squares, kept[at], error, rate, penalty);
    }
  }
  return { weights, scale: 1, shift };
}

/**
 * Softmax regression over choices by AdaGrad: choice `i` of question `q` is the thing `questions[q] + i` of the table, and
 * `answers[q]` is the right thing.
 */
export function trainChoices(
  { features, starts }: FeatureTable,
  questions: Int32Array,
  answers: Int32Array,
  chosen: Int32Array,
  shift: number,
  { epochs, rate, penalty, dropout, seed }: LinearSettings,
): WeightTable {
  const weights = new Float32Array(2 ** (32 - shift));
  const squares = new Float32Array(weights.length).fill(INITIAL_SQUARES);
  const random = seededRandom(seed);
  const order = chosen.slice();
  const boost = 1 / (1 - dropout);
  const scores = new Float64Array(64);
  const kept = new Float32Array(64);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const question of order) {
      const first = questions[question];
      const choices = questions[question + 1] - first;
      for (let at = 0; at < kept.length; at++) kept[at] = random() < dropout ? 0 : boost;
      let best = Number.NEGATIVE_INFINITY;
      for (let choice = 0; choice < choices; choice++) {
        let score = 0;
        const start = starts[first + choice];
        for (let at = start; at < starts[first + choice + 1]; at++) score += weights[features[at]] * kept[at - start];
        scores[choice] = score;
        best = Math.max(best, score);
      }
      let sum = 0;
      for (let choice = 0; choice < choices; choice++) {
        scores[choice] = Math.exp(scores[choice] - best);
        sum += scores[choice];
      }
      for (let choice = 0; choice < choices; choice++) {
        const error = scores[choice] / sum - (first + choice === answers[question] ? 1 : 0);
        if (Math.abs(error) < 1e-3) continue;
        const start = starts[first + choice];
        for (let at = start; at < starts[first + choice + 1]; at++) {
          if (kept[at - start] === 0) continue;
          step(weights, squares, features[at], error, rate, penalty);
        }
      }
    }
  }
  return { weights, scale: 1, shift };
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  feature: number,
  error: number,
  rate: number,
  penalty: number,
): void {
  const gradient = error + penalty * weights[feature];
  squares[feature] += gradient * gradient;
  weights[feature] -= (rate * gradient) / Math.sqrt(squares[feature]);
}
