import type { TokenFacts } from './arguments-facts.ts';
import type { Proposal } from './arguments-proposal.ts';
import { RANKING_FEATURES } from './arguments-ranking.ts';

const OWN_FEATURES = 8;

/** Features of a cue with its best arguments, from which its probability is told. */
export const DECISION_FEATURES = RANKING_FEATURES + OWN_FEATURES;

/** Writes the features of the decision on each proposal of a text, `DECISION_FEATURES` each, in their order. */
export function decisionTable(facts: TokenFacts, proposals: readonly Proposal[]): Float32Array {
  const out = new Float32Array(proposals.length * DECISION_FEATURES);
  const { around, aroundOwner } = contents(facts, proposals);
  const strongest = strongestInside(facts, proposals);
  for (const [index, proposal] of proposals.entries()) {
    const base = index * DECISION_FEATURES;
    out.set(proposal.features, base);
    const { head } = proposal.cue;
    let at = base + RANKING_FEATURES;
    out[at++] = proposal.share;
    out[at++] = proposal.sourceShare;
    out[at++] = proposal.contentShare;
    out[at++] = proposal.entropy;
    out[at++] = proposal.topLogProbability;
    out[at++] = aroundOwner[head] === index ? 0 : around[head];
    out[at++] = strongest[index];
    out[at++] = proposal.candidates;
  }
  return out;
}

/** For each token the strength of the strongest proposal with a content around it, and which one that is. */
function contents(
  facts: TokenFacts,
  proposals: readonly Proposal[],
): { around: Float32Array; aroundOwner: Int32Array } {
  const { count } = facts.language.tokens;
  const around = new Float32Array(count);
  const aroundOwner = new Int32Array(count).fill(-1);
  for (const [index, proposal] of proposals.entries()) {
    const strength = strengthOf(proposal);
    for (const { first, end } of proposal.content) {
      for (let t = first; t < end; t++) {
        if (strength <= around[t]) continue;
        around[t] = strength;
        aroundOwner[t] = index;
      }
    }
  }
  return { around, aroundOwner };
}

/** For each proposal the strength of the strongest other whose cue its content holds. */
function strongestInside(facts: TokenFacts, proposals: readonly Proposal[]): Float32Array {
  const byHead = new Float32Array(facts.language.tokens.count);
  for (const proposal of proposals) byHead[proposal.cue.head] = strengthOf(proposal);
  return Float32Array.from(proposals, ({ content }) => {
    let strongest = 0;
    for (const { first, end } of content) {
      for (let t = first; t < end; t++) if (byHead[t] > strongest) strongest = byHead[t];
    }
    return strongest;
  });
}

function strengthOf({ cue, contentShare }: Proposal): number {
  return cue.score * contentShare;
}
