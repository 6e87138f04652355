import type { Language } from '../language/language.ts';
import { treeScores } from '../model/boosted-trees.ts';
import { DECISION_FEATURES, decisionTable } from './arguments-decision.ts';
import { tokenFacts } from './arguments-facts.ts';
import type { ArgumentModel } from './arguments-model.ts';
import { type Proposal, propose } from './arguments-proposal.ts';
import { newWorkspace } from './arguments-scoring.ts';
import type { Attribution, Cue } from './attribution.ts';
import type { Quotation } from './quotations.ts';

/** A cue less probable than this is never kept whatever its arguments are. */
export const LEAST_CUE_SCORE = 0.2;

/**
 * Finds the source and the content of each cue and drops the cues that hardly make an attribution; what is found stands
 * in the order of the cues.
 *
 * A conditional random field over the window around a cue gives its likeliest labellings, boosted trees rank them as
 * wholes (reranking after Collins and Koo 2005), and further trees tell how probable the outcome is.
 */
export function findAttributions(
  language: Language,
  quotations: readonly Quotation[],
  cues: readonly Cue[],
  model: ArgumentModel,
): Attribution[] {
  const probable = probableCues(language, cues);
  const facts = tokenFacts(language, outermost(quotations), probable);
  const workspace = newWorkspace();
  const proposals: Proposal[] = probable.map((cue) => propose(facts, cue, model, workspace));
  return decide(proposals, decisionTable(facts, proposals), model);
}

/** Cues that a sentence may have; no sentence of the news has so many, and each costs the length of its window. */
const MOST_CUES = 24;

function probableCues({ sentences }: Language, cues: readonly Cue[]): Cue[] {
  const inSentence = new Map<number, number>();
  return cues
    .filter(({ score }) => score >= LEAST_CUE_SCORE)
    .sort((a, b) => a.first - b.first)
    .filter(({ head }) => {
      const sentence = sentences.of[head];
      const before = inSentence.get(sentence) ?? 0;
      inSentence.set(sentence, before + 1);
      return before < MOST_CUES;
    });
}

/** Quotations inside others tell nothing of the attributions around them. */
export function outermost(quotations: readonly Quotation[]): Quotation[] {
  return quotations.filter(({ level }) => level === 0);
}

function decide(proposals: readonly Proposal[], table: Float32Array, model: ArgumentModel): Attribution[] {
  const found: Attribution[] = [];
  const scores = treeScores(model.decision, table, DECISION_FEATURES);
  for (const [index, { cue, source, content }] of proposals.entries()) {
    const score = 1 / (1 + Math.exp(-scores[index]));
    if (score >= model.threshold) found.push({ cue, source, content, score });
  }
  return found;
}
