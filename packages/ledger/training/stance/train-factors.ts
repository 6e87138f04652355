import { seededRandom, shuffle } from '../../../reader/training/random.ts';
import {
  CUE_ZONES,
  cuesOfBody,
  cuesOfClaim,
  cueValue,
  FACTORS,
  type FactorModel,
  linear,
  sigmoid,
  standardised,
} from '../../src/stance/factors.ts';
import { OVERLAP_COUNT, PAIR_FEATURES } from '../../src/stance/pair-features.ts';
import { STANCES } from '../../src/stance/stances.ts';
import { type Example, type Measured, topicWeights } from './examples.ts';

// Chosen together by cross-validation over the topics of FNC-1's train part.
const EPOCHS = 5;
const RATE = 0.02;
const PENALTY = 0.01;
/** Share of the cues that an example is learnt without. */
const DROPOUT = 0.3;
/** Fewest topics that have a cue: what fewer have is about them. */
const CLAIM_TOPICS = 4;
const BODY_TOPICS = 10;
const TOPIC_POWER = 0.5;
/** How much more a pair that disagrees counts. */
const DISAGREE_WEIGHT = 3;
/** Keeps a loss that nears its pole from one wild step. */
const LEAST = 1e-3;
const SEED = 3;

const DISCUSS = STANCES.indexOf('discuss');
const AGREE = STANCES.indexOf('agree');
const DISAGREE = STANCES.indexOf('disagree');

/**
 * Learns the four factors together from related pairs, by AdaGrad (Duchi, Hazan and Singer 2011) on the likelihood of the
 * pairs' stances. The same examples give the same weights.
 */
export function trainFactors(examples: readonly Example[], { table, matches }: Measured): FactorModel {
  const width = PAIR_FEATURES.length;
  const claimCues = cuesOfTopics(
    examples.map(({ claim, topic }) => [claim, [claim.cues], topic]),
    CLAIM_TOPICS,
  );
  const bodyCues = cuesOfTopics(
    examples.map(({ body, topic }) => [body, body.cues, topic]),
    BODY_TOPICS,
  );
  const norm = normOf(table, width);
  const measured = examples.map((_, at) => standardised(table.subarray(at * width, (at + 1) * width), norm));
  const inClaim = examples.map(({ claim }) => cuesOfClaim(claim, claimCues));
  const inBody = examples.map(({ body }, at) => cuesOfBody(body, matches[at], bodyCues));
  const importance = topicWeights(examples, TOPIC_POWER);

  const sizes = FACTORS.map((_, factor) => 1 + width + (factor < 2 ? claimCues.size : CUE_ZONES * bodyCues.size));
  const weights = sizes.map((size) => new Float64Array(size));
  const squares = sizes.map((size) => new Float64Array(size).fill(0.01));
  setOut(weights);

  const step = (factor: number, features: Float32Array, cues: Int32Array, gradient: number): void => {
    const own = weights[factor];
    const ownSquares = squares[factor];
    const move = (at: number, by: number): void => {
      ownSquares[at] += by * by;
      own[at] += (RATE * by) / Math.sqrt(ownSquares[at]);
    };
    move(0, gradient);
    for (let at = 0; at < width; at++) {
      if (isOf(factor, at)) move(1 + at, gradient * features[at] - PENALTY * own[1 + at]);
    }
    const value = cueValue(cues);
    for (const cue of cues) move(1 + width + cue, gradient * value - PENALTY * own[1 + width + cue]);
  };

  const random = seededRandom(SEED);
  const kept = (cues: Int32Array): Int32Array => cues.filter(() => random() > DROPOUT);
  const order = Int32Array.from(examples, (_, at) => at);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { stance } = examples[at];
      const features = measured[at];
      const claim = kept(inClaim[at]);
      const body = kept(inBody[at]);
      const probabilities = weights.map((own, factor) => sigmoid(linear(own, features, factor < 2 ? claim : body)));
      const weight = importance[at] * (stance === DISAGREE ? DISAGREE_WEIGHT : 1);
      const gradients = gradientsOf(stance, probabilities);
      for (let factor = 0; factor < FACTORS.length; factor++) {
        if (gradients[factor] === 0) continue;
        step(factor, features, factor < 2 ? claim : body, weight * gradients[factor]);
      }
    }
  }
  return { claimCues, bodyCues, ...norm, weights: weights.map((own) => Float32Array.from(own)) };
}

/** The derivative of a pair's log likelihood by each factor's logit. */
function gradientsOf(stance: number, [claimCommits, claimUpholds, bodyCommits, bodyUpholds]: number[]): number[] {
  if (stance === DISCUSS) {
    const both = claimCommits * bodyCommits;
    const odds = both / Math.max(LEAST, 1 - both);
    return [-odds * (1 - claimCommits), 0, -odds * (1 - bodyCommits), 0];
  }
  const same = claimUpholds * bodyUpholds + (1 - claimUpholds) * (1 - bodyUpholds);
  const bySame = stance === AGREE ? 1 / Math.max(LEAST, same) : -1 / Math.max(LEAST, 1 - same);
  return [
    1 - claimCommits,
    bySame * (2 * bodyUpholds - 1) * claimUpholds * (1 - claimUpholds),
    1 - bodyCommits,
    bySame * (2 * claimUpholds - 1) * bodyUpholds * (1 - bodyUpholds),
  ];
}

/** The features of a claim are not those of overlap or of the body; a body is judged by all. */
function isOf(factor: number, feature: number): boolean {
  return factor >= 2 || (PAIR_FEATURES[feature].startsWith('claim ') && feature >= OVERLAP_COUNT);
}

/**
 * Which side is which the pairs do not tell: the factors set out from what refutes being against, and from most being
 * for.
 */
function setOut(weights: readonly Float64Array[]): void {
  const at = (feature: string): number => 1 + PAIR_FEATURES.indexOf(feature);
  const [, claimUpholds, , bodyUpholds] = weights;
  claimUpholds[0] = 0.5;
  claimUpholds[at('claim refutes')] = -0.5;
  bodyUpholds[0] = 0.5;
  for (const zone of ['whole', 'lead', 'best']) bodyUpholds[at(`${zone}: refutes`)] = -0.2;
}

/** The cues that at least so many topics have, numbered. */
function cuesOfTopics(
  texts: readonly (readonly [object, readonly Int32Array[], number])[],
  least: number,
): Map<number, number> {
  const topics = new Map<number, Set<number>>();
  const seen = new Set<object>();
  for (const [text, cues, topic] of texts) {
    if (seen.has(text)) continue;
    seen.add(text);
    for (const each of cues) {
      for (const cue of each) {
        const own = topics.get(cue) ?? new Set();
        topics.set(cue, own.add(topic));
      }
    }
  }
  const known = [...topics].filter(([, own]) => own.size >= least).map(([cue]) => cue);
  return new Map(known.sort((a, b) => a - b).map((cue, number) => [cue, number]));
}

function normOf(table: Float32Array, width: number): { mean: Float32Array; scale: Float32Array } {
  const rows = table.length / width;
  const mean = new Float32Array(width);
  const scale = new Float32Array(width);
  for (let feature = 0; feature < width; feature++) {
    let sum = 0;
    let squares = 0;
    for (let at = feature; at < table.length; at += width) {
      sum += table[at];
      squares += table[at] * table[at];
    }
    mean[feature] = sum / rows;
    scale[feature] = 1 / (Math.sqrt(Math.max(0, squares / rows - (sum / rows) ** 2)) + LEAST);
  }
  return { mean, scale };
}
