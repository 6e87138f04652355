import { treeScores } from '../model/boosted-trees.ts';
import { bestSequences, CONTENT, forwardBackward, type Sequence, SOURCE } from './arguments-chain.ts';
import type { TokenFacts } from './arguments-facts.ts';
import { windowFeatures } from './arguments-features.ts';
import type { LabelledWindow } from './arguments-labelled.ts';
import { type ArgumentModel, SEQUENCES } from './arguments-model.ts';
import { LOG_PROBABILITY, RANKING_FEATURES, rankingFeatures } from './arguments-ranking.ts';
import { scoreWindow, type Workspace } from './arguments-scoring.ts';
import { layWindow, type Window } from './arguments-window.ts';
import type { Cue, TokenRange } from './attribution.ts';

/** A cue with the best of its candidates for source and content, before it is decided whether it stands. */
export interface Proposal {
  cue: Cue;
  source: TokenRange[];
  content: TokenRange[];
  /** Ranking features of the best candidate. */
  features: Float32Array;
  /** Its share in the softmax over the candidates' scores; and that of all candidates with the same source, or content. */
  share: number;
  sourceShare: number;
  contentShare: number;
  /** How undecided the ranking is, in nats. */
  entropy: number;
  /** Log probability that the chain gives its first choice. */
  topLogProbability: number;
  /** How many candidates there were. */
  candidates: number;
}

/** The candidates for the arguments of one cue, with their ranking features. */
export interface Candidates {
  sequences: Sequence[];
  table: Float32Array;
}

/** Labels the window around a cue in the most probable ways. The workspace holds the window afterwards. */
export function findCandidates(
  facts: TokenFacts,
  cue: Cue,
  model: Pick<ArgumentModel, 'state' | 'stateScale' | 'edge' | 'edgeScale'>,
  workspace: Workspace,
): Candidates {
  const { window, features, scores } = workspace;
  layWindow(facts, cue, window);
  windowFeatures(facts, cue, window, features);
  scoreWindow(workspace, model);
  const labelled: LabelledWindow = { facts, cue, window, scores, marginals: forwardBackward(scores) };
  const all = bestSequences(scores, labelled.marginals, SEQUENCES);
  const sequences = all.filter(({ score }) => score > all[0].score - LARGEST_GAP);
  const table = new Float32Array(sequences.length * RANKING_FEATURES);
  rankingFeatures(labelled, sequences, table, 0);
  return { sequences, table };
}

/** A sequence so much less probable than the best, in nats, is hardly ever right. */
const LARGEST_GAP = 6;

/** The best candidate by the ranker: the chain's own log probability and the trees' correction. */
export function propose(facts: TokenFacts, cue: Cue, model: ArgumentModel, workspace: Workspace): Proposal {
  const { sequences, table } = findCandidates(facts, cue, model, workspace);
  const scores = treeScores(model.ranker, table, RANKING_FEATURES);
  for (let index = 0; index < sequences.length; index++) {
    scores[index] += table[index * RANKING_FEATURES + LOG_PROBABILITY];
  }
  return proposalOf(cue, workspace.window, { sequences, table }, scores);
}

export function proposalOf(cue: Cue, window: Window, { sequences, table }: Candidates, scores: Float64Array): Proposal {
  let best = 0;
  for (let index = 1; index < scores.length; index++) if (scores[index] > scores[best]) best = index;
  const top = scores[best];
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const { labels } = sequences[best];
  let sourceShare = 0;
  let contentShare = 0;
  let entropy = 0;
  for (let index = 0; index < shares.length; index++) {
    const share = shares[index] / total;
    entropy -= share * Math.log(share + 1e-12);
    if (agree(sequences[index].labels, labels, SOURCE)) sourceShare += share;
    if (agree(sequences[index].labels, labels, CONTENT)) contentShare += share;
  }
  return {
    cue,
    source: rangesOf(window, labels, SOURCE),
    content: rangesOf(window, labels, CONTENT),
    features: table.slice(best * RANKING_FEATURES, (best + 1) * RANKING_FEATURES),
    share: 1 / total,
    sourceShare,
    contentShare,
    entropy,
    topLogProbability: table[LOG_PROBABILITY],
    candidates: sequences.length,
  };
}

function agree(a: Uint8Array, b: Uint8Array, label: number): boolean {
  for (let unit = 0; unit < a.length; unit++) if ((a[unit] === label) !== (b[unit] === label)) return false;
  return true;
}

/** The runs of units with a label, as tokens. */
export function rangesOf(window: Window, labels: Uint8Array, label: number): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (let unit = 0; unit < labels.length; unit++) {
    if (labels[unit] !== label) continue;
    const last = ranges.at(-1);
    if (last && unit > 0 && labels[unit - 1] === label) last.end = window.end[unit];
    else ranges.push({ first: window.first[unit], end: window.end[unit] });
  }
  return ranges;
}
