import { treeScores } from '@hearsay/reader/model/boosted-trees';
import type { AnalysedArticle } from '../analysed-article.ts';
import { type Body, readBody } from './body.ts';
import { type Claim, readClaim } from './claim.ts';
import { FACTORS_READ, factorLogits, factorProbabilities, sigmoid, writeFactors } from './factors.ts';
import { matchClaim } from './match.ts';
import { OVERLAP_COUNT, PAIR_FEATURES, writePairFeatures } from './pair-features.ts';
import type { StanceModel } from './stance-model.ts';
import { STANCES, type Stance } from './stances.ts';

export interface StanceJudgement {
  stance: Stance;
  /** How probable that stance is, from 0 to 1. A rare stance is given before it is the most probable one. */
  score: number;
}

/**
 * What an article does to a claim: speaks of something else, discusses it, agrees with it, disagrees with it. Pure. An
 * article without a word that the reader can read is unrelated to everything.
 *
 *     judgeStance('Mayor of Lenn resigns', readAnalysed({ text }, loadModel()), loadStanceModel())
 *
 * @param claim a headline or a sentence, in English; its first 2,000 characters are read
 */
export function judgeStance(claim: string, article: AnalysedArticle, model: StanceModel): StanceJudgement {
  return judgeBody(readClaim(claim), readBody(article), model);
}

/** The same of what was made of claim and article once: for many claims on one article, or many articles and one claim. */
export function judgeBody(claim: Claim, body: Body, model: StanceModel): StanceJudgement {
  return decide(stanceProbabilities(claim, body, model), model.multipliers);
}

/** How probable each of `STANCES` is. */
export function stanceProbabilities(claim: Claim, body: Body, model: StanceModel): number[] {
  const match = matchClaim(claim, body, model.background);
  if (match.best.length === 0) return [1, 0, 0, 0];
  const row = new Float32Array(PAIR_FEATURES.length);
  writePairFeatures(claim, body, match, model.background, row);
  const related = sigmoid(treeScores(model.related, row.subarray(0, OVERLAP_COUNT), OVERLAP_COUNT)[0]);
  const logits = factorLogits(model.factors, claim, body, match, row);
  const byFactors = factorProbabilities(logits);
  const stacked = new Float32Array(row.length + FACTORS_READ);
  stacked.set(row);
  writeFactors(logits, stacked.subarray(row.length));
  const byTrees = model.stances.map((trees) => sigmoid(treeScores(trees, stacked, stacked.length)[0]));
  const sum = byTrees.reduce((all, each) => all + each, 0);
  return [1 - related, ...byFactors.map((each, at) => (related * (each + byTrees[at] / sum)) / 2)];
}

/** The stance whose probability, times what its rarity earns it, is highest. */
export function decide(probabilities: readonly number[], multipliers: ArrayLike<number>): StanceJudgement {
  let best = 0;
  for (let at = 1; at < STANCES.length; at++) {
    if (probabilities[at] * multipliers[at] > probabilities[best] * multipliers[best]) best = at;
  }
  return { stance: STANCES[best], score: Math.round(probabilities[best] * 1000) / 1000 };
}
