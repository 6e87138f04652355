import type { Body } from './body.ts';
import type { Claim } from './claim.ts';
import type { Match } from './match.ts';

/**
 * What stance is made of. A claim commits itself or not, and where it does it upholds a rumour or contradicts it; so does
 * a text. Where both commit themselves they agree when they are of one side and disagree when they are not; where either
 * does not, the text discusses the claim. Each factor is learnt apart, from a claim or a text as a whole, although people
 * marked only pairs. Each of the four is a linear model: over the measured features of the pair, and over hashed words
 * and pairs of words.
 */
export interface FactorModel {
  /** From cues of claims and of bodies to their number; the weights stand in that order. */
  readonly claimCues: ReadonlyMap<number, number>;
  readonly bodyCues: ReadonlyMap<number, number>;
  /** For each measured feature what makes it of mean 0 and deviation 1. */
  readonly mean: Float32Array;
  readonly scale: Float32Array;
  /** For each of `FACTORS` its bias, the weights of the measured features, and the weights of the cues. */
  readonly weights: readonly Float32Array[];
}

export const FACTORS = ['claim commits', 'claim upholds', 'body commits', 'body upholds'] as const;

/** The zones of a body in which its cues have weights of their own: anywhere, in the lead, beside what matches the claim best. */
export const CUE_ZONES = 3;
const LEAD = 2;
/** What all cues of a text count together is this times the root of their number. */
const CUE_SCALE = 3;
/** Farthest that a measured feature is taken to be from its mean, in deviations. */
const FARTHEST = 3;

/** How many numbers tell the trees what the factors say: their logits, and the stances' probabilities. */
export const FACTORS_READ = FACTORS.length + 3;

export function writeFactors(logits: readonly number[], row: Float32Array): void {
  row.set(logits);
  row.set(factorProbabilities(logits), FACTORS.length);
}

/** How likely the text discusses, agrees with, disagrees with the claim, given that it is about it at all. */
export function factorProbabilities(logits: readonly number[]): [number, number, number] {
  const [claimCommits, claimUpholds, bodyCommits, bodyUpholds] = logits.map(sigmoid);
  const both = claimCommits * bodyCommits;
  const same = claimUpholds * bodyUpholds + (1 - claimUpholds) * (1 - bodyUpholds);
  return [1 - both, both * same, both * (1 - same)];
}

/** The four factors of a pair as logits. `row` has the pair's measured features. */
export function factorLogits(model: FactorModel, claim: Claim, body: Body, match: Match, row: Float32Array): number[] {
  const measured = standardised(row, model);
  const claimCues = cuesOfClaim(claim, model.claimCues);
  const bodyCues = cuesOfBody(body, match, model.bodyCues);
  return model.weights.map((weights, factor) => linear(weights, measured, factor < 2 ? claimCues : bodyCues));
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** One factor's logit: its weights times the measured features and the cues. */
export function linear(weights: ArrayLike<number>, measured: Float32Array, cues: Int32Array): number {
  let sum = weights[0];
  for (let at = 0; at < measured.length; at++) sum += weights[1 + at] * measured[at];
  let ofCues = 0;
  for (let at = 0; at < cues.length; at++) ofCues += weights[1 + measured.length + cues[at]];
  return sum + ofCues * cueValue(cues);
}

/** What each cue of a text counts. */
export function cueValue(cues: Int32Array): number {
  return CUE_SCALE / Math.sqrt(cues.length + 1);
}

export function standardised(row: Float32Array, { mean, scale }: Pick<FactorModel, 'mean' | 'scale'>): Float32Array {
  return row.map((value, at) => Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean[at]) * scale[at])));
}

export function cuesOfClaim(claim: Claim, known: ReadonlyMap<number, number>): Int32Array {
  const cues: number[] = [];
  for (const cue of claim.cues) {
    const number = known.get(cue);
    if (number !== undefined) cues.push(number);
  }
  return Int32Array.from(cues);
}

export function cuesOfBody(body: Body, { best }: Match, known: ReadonlyMap<number, number>): Int32Array {
  const cues = new Set<number>();
  for (let sentence = 0; sentence < body.sentences; sentence++) {
    const isBest = best.includes(sentence);
    for (const cue of body.cues[sentence]) {
      const number = known.get(cue);
      if (number === undefined) continue;
      cues.add(number);
      if (sentence < LEAD) cues.add(number + known.size);
      if (isBest) cues.add(number + 2 * known.size);
    }
  }
  return Int32Array.from(cues);
}
