import type { Language } from '../language/language.ts';
import type { Cue } from './attribution.ts';
import { cueAct } from './cue-acts.ts';
import { decideHeads, NO_CANDIDATE } from './cue-decision.ts';
import { type CueExtent, likeliestExtent } from './cue-extents.ts';
import { newFrame } from './cue-frame.ts';
import { headFeatures, isCandidate } from './cue-heads.ts';
import type { CueModel } from './cue-model.ts';
import { FeatureRows } from './cue-rows.ts';
import { type CueText, cueText } from './cue-text.ts';
import type { Quotation } from './quotations.ts';

/** Below this logit the first decision is final: four in five of the other candidates have less, and one cue in 25, all but lost. */
const WORTH_A_SECOND_LOOK = -3;

/** The least score of a cue that is handed on; what decides with source and content at hand may want doubtful ones. */
const LEAST_SCORE = 0.05;

/** Cues with this score or more give the best F1, when nothing else is known (cross-validated on PolNeAR train). */
export const LIKELY_CUE = 0.36;

/**
 * Finds the cues of a text, in order: words that may signal an attribution, each with the probability that it does and
 * that it does so with just these words. A logistic model over hashed features scores every verb and every other word
 * that headed cues in training, two softmax models choose where the cue begins and ends, and boosted trees decide anew
 * with the scores of the words around it. Cues may overlap.
 */
export function findCues(language: Language, quotations: readonly Quotation[], model: CueModel): Cue[] {
  const text = cueText(language, quotations);
  const rows = new FeatureRows();
  const logits = headLogits(text, model, rows);
  const candidates = findCandidates(text, logits, model, rows);
  return likelyCues(text, candidates, decideHeads(text, logits, candidates, model));
}

/** The first decision on each token as a logit: `NO_CANDIDATE` where there is nothing to decide. */
export function headLogits(text: CueText, model: Pick<CueModel, 'words' | 'heads'>, rows: FeatureRows): Float32Array {
  const { count } = text.language.tokens;
  const frame = newFrame();
  const logits = new Float32Array(count).fill(NO_CANDIDATE);
  for (let token = 0; token < count; token++) {
    if (!isCandidate(text, token, model.words)) continue;
    headFeatures(text, token, frame, rows);
    logits[token] = rows.score(model.heads);
  }
  return logits;
}

/** The candidates for the second decision, each with its likeliest extent. */
export function findCandidates(
  text: CueText,
  logits: Float32Array,
  { extents }: Pick<CueModel, 'extents'>,
  rows: FeatureRows,
): CueExtent[] {
  const candidates: CueExtent[] = [];
  for (let token = 0; token < logits.length; token++) {
    if (logits[token] > WORTH_A_SECOND_LOOK) candidates.push(likeliestExtent(text, token, extents, rows));
  }
  return candidates;
}

/** The cues among the candidates, given the probability that each heads one. */
export function likelyCues(text: CueText, candidates: readonly CueExtent[], probability: Float64Array): Cue[] {
  const cues: Cue[] = [];
  for (const [index, { head, first, end, firstShare, endShare }] of candidates.entries()) {
    const score = probability[index] * firstShare * endShare;
    if (score >= LEAST_SCORE) cues.push({ head, first, end, act: cueAct(text, head), score });
  }
  return cues;
}
