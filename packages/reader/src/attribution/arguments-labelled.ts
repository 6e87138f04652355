import { type ChainScores, LABELS, type Marginals } from './arguments-chain.ts';
import type { TokenFacts } from './arguments-facts.ts';
import type { Window } from './arguments-window.ts';
import type { Cue } from './attribution.ts';

/** A cue with its window and what the chain makes of it. */
export interface LabelledWindow {
  facts: TokenFacts;
  cue: Cue;
  window: Window;
  scores: ChainScores;
  marginals: Marginals;
}

/** Log probability that a unit has a label. */
export function logMarginal({ forward, backward, logZ }: Marginals, unit: number, label: number): number {
  return forward[unit * LABELS + label] + backward[unit * LABELS + label] - logZ;
}

/** Log probability of the step into a unit, as labelled. */
export function stepLogProbability({ scores, marginals }: LabelledWindow, labels: Uint8Array, unit: number): number {
  const { forward, backward, logZ } = marginals;
  if (unit >= labels.length) return forward[(unit - 1) * LABELS + labels[unit - 1]] - logZ;
  const before = unit === 0 ? 0 : labels[unit - 1];
  const ahead = unit === 0 ? 0 : forward[(unit - 1) * LABELS + before];
  const label = labels[unit];
  return (
    ahead +
    scores.edge[(unit * LABELS + before) * LABELS + label] +
    scores.state[unit * LABELS + label] +
    backward[unit * LABELS + label] -
    logZ
  );
}
