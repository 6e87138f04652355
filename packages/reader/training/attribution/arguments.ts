import { CONTENT, SOURCE } from '../../src/attribution/arguments-chain.ts';
import { DECISION_FEATURES, decisionTable } from '../../src/attribution/arguments-decision.ts';
import type { ArgumentModel } from '../../src/attribution/arguments-model.ts';
import { findCandidates, type Proposal, propose, rangesOf } from '../../src/attribution/arguments-proposal.ts';
import { LOG_PROBABILITY, RANKING_FEATURES } from '../../src/attribution/arguments-ranking.ts';
import { newWorkspace } from '../../src/attribution/arguments-scoring.ts';
import { type ObliviousTrees, treeScores } from '../../src/model/boosted-trees.ts';
import { type BoostingSettings, boostTrees } from '../boosted-trees.ts';
import {
  type ArgumentArticle,
  type ArgumentSample,
  chainExample,
  sameTokens,
  sampleOf,
  tokenDice,
} from './argument-examples.ts';
import { type ChainExample, type ChainWeights, trainChain } from './chain-training.ts';
import { foldOf } from './cues.ts';

// Chosen on a tenth of PolNeAR train.
const RANKER: BoostingSettings = {
  trees: 180,
  depth: 7,
  rate: 0.15,
  rows: 0.7,
  features: 0.3,
  minimum: 5,
  penalty: 5,
  seed: 11,
};
const DECISION: BoostingSettings = {
  trees: 150,
  depth: 5,
  rate: 0.05,
  rows: 0.7,
  features: 0.5,
  minimum: 10,
  penalty: 10,
  seed: 12,
};
const FOLDS = 5;
/** How sharply the ranker's targets prefer the better candidate, and what a content nearly right is worth. */
const SHARPNESS = 8;
const NEARLY = 0.3;

/**
 * Trains the model of `src/attribution/arguments.ts`: the chain on gold cues; the ranker on candidates from chains that
 * have not seen the article; the decision on what rankers make of found cues that they have not seen.
 */
export function trainArguments(articles: readonly ArgumentArticle[]): ArgumentModel {
  const samples = articles.map(sampleOf);
  const workspace = newWorkspace();
  const examples = samples.map((sample) => sample.gold.map((gold) => chainExample(sample, gold, workspace)));
  const folds = samples.map(({ id }) => foldOf(id) % FOLDS);
  const chainWithout = (fold: number): ChainWeights => trainChain(flatten(examples, folds, fold));
  const chains = Array.from({ length: FOLDS }, (_, fold) => quantise(chainWithout(fold)));
  const chain = quantise(chainWithout(-1));

  const groups = samples.map((sample, index) => candidateGroups(sample, chains[folds[index]], workspace));
  const ranker = trainRanker(groups.flat());
  const halves = [0, 1].map((half) => trainRanker(groups.filter((_, index) => index % 2 !== half).flat()));

  const decided = samples.map((sample, index) =>
    decisionRows(sample, { ...chains[folds[index]], ranker: halves[index % 2] }, workspace),
  );
  const decision = trainDecision(decided);
  return { ...chain, ranker, decision, threshold: bestThreshold(decided) };
}

function flatten(examples: readonly ChainExample[][], folds: readonly number[], without: number): ChainExample[] {
  return examples.filter((_, index) => folds[index] !== without).flat();
}

type QuantisedChain = Pick<ArgumentModel, 'state' | 'stateScale' | 'edge' | 'edgeScale'>;

const LARGEST = 127;

/** Weights as bytes, the largest of them 127: cutting off even the largest 0.01 % of them makes the chain worse. */
function quantise({ state, edge }: ChainWeights): QuantisedChain {
  const states = toBytes(state);
  const edges = toBytes(edge);
  return { state: states.bytes, stateScale: states.scale, edge: edges.bytes, edgeScale: edges.scale };
}

function toBytes(weights: Float32Array): { bytes: Int8Array; scale: number } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), Number.MIN_VALUE);
  const scale = largest / LARGEST;
  return { bytes: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

/** The candidates of one cue with what each is worth. */
interface CandidateGroup {
  table: Float32Array;
  worth: Float64Array;
}

function candidateGroups(
  sample: ArgumentSample,
  chain: QuantisedChain,
  workspace: ReturnType<typeof newWorkspace>,
): CandidateGroup[] {
  const groups: CandidateGroup[] = [];
  for (const { cue, attribution } of sample.found) {
    if (attribution === undefined) continue;
    const { sequences, table } = findCandidates(sample.facts, cue, chain, workspace);
    const worth = Float64Array.from(sequences, ({ labels }) => {
      const source = rangesOf(workspace.window, labels, SOURCE);
      const content = rangesOf(workspace.window, labels, CONTENT);
      return (
        (sameTokens(source, attribution.source) ? 1 : 0) +
        (sameTokens(content, attribution.content) ? 1 : 0) +
        NEARLY * tokenDice(content, attribution.content)
      );
    });
    groups.push({ table, worth });
  }
  return groups;
}

/** Trees that add to the chain's log probability so that the softmax over a group comes near that of its worths. */
function trainRanker(groups: readonly CandidateGroup[]): ObliviousTrees {
  const rows = groups.reduce((sum, { worth }) => sum + worth.length, 0);
  const table = new Float32Array(rows * RANKING_FEATURES);
  const target = new Float64Array(rows);
  const start = new Float64Array(rows);
  const firsts: number[] = [];
  let at = 0;
  for (const group of groups) {
    firsts.push(at);
    table.set(group.table, at * RANKING_FEATURES);
    target.set(softmax(group.worth.map((worth) => worth * SHARPNESS)), at);
    for (let row = 0; row < group.worth.length; row++)
      start[at + row] = group.table[row * RANKING_FEATURES + LOG_PROBABILITY];
    at += group.worth.length;
  }
  firsts.push(at);
  return boostTrees(
    table,
    RANKING_FEATURES,
    start,
    (scores, gradient, hessian) => {
      for (let group = 0; group + 1 < firsts.length; group++) {
        const shares = softmax(scores.subarray(firsts[group], firsts[group + 1]));
        for (let row = 0; row < shares.length; row++) {
          gradient[firsts[group] + row] = target[firsts[group] + row] - shares[row];
          hessian[firsts[group] + row] = Math.max(shares[row] * (1 - shares[row]), LEAST_HESSIAN);
        }
      }
    },
    RANKER,
  );
}

const LEAST_HESSIAN = 1e-4;

function softmax(scores: Float64Array): Float64Array {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** The found cues of an article with their best arguments, and how many of the three roles each has right. */
interface DecisionRows {
  table: Float32Array;
  /** Share of the roles that are right: 0, a third, two thirds or 1. */
  right: Float64Array;
  goldRoles: number;
  foundRoles: Float64Array;
}

function decisionRows(
  sample: ArgumentSample,
  model: QuantisedChain & Pick<ArgumentModel, 'ranker'>,
  workspace: ReturnType<typeof newWorkspace>,
): DecisionRows {
  const proposals = sample.found.map(({ cue }) =>
    propose(sample.facts, cue, { ...model, decision: model.ranker, threshold: 0 }, workspace),
  );
  return {
    table: decisionTable(sample.facts, proposals),
    right: Float64Array.from(proposals, (proposal, index) => rightShare(proposal, sample.found[index].attribution)),
    goldRoles: sample.gold.reduce((sum, { attribution }) => sum + rolesOf(attribution), 0),
    foundRoles: Float64Array.from(proposals, ({ cue, source, content }) => rolesOf({ cue: [cue], source, content })),
  };
}

function rolesOf({ source, cue, content }: { source: unknown[]; cue: unknown[]; content: unknown[] }): number {
  return [source, cue, content].filter((role) => role.length > 0).length;
}

function rightShare({ cue, source, content }: Proposal, gold: ArgumentSample['found'][number]['attribution']): number {
  if (gold === undefined) return 0;
  const roles = [sameTokens([cue], gold.cue), sameTokens(source, gold.source), sameTokens(content, gold.content)];
  return roles.filter(Boolean).length / roles.length;
}

function trainDecision(articles: readonly DecisionRows[]): ObliviousTrees {
  const { table, right } = joinRows(articles);
  return boostTrees(
    table,
    DECISION_FEATURES,
    new Float64Array(right.length),
    (scores, gradient, hessian) => {
      for (let row = 0; row < scores.length; row++) {
        const p = 1 / (1 + Math.exp(-scores[row]));
        gradient[row] = right[row] - p;
        hessian[row] = Math.max(p * (1 - p), LEAST_HESSIAN);
      }
    },
    DECISION,
  );
}

function joinRows(articles: readonly DecisionRows[]): { table: Float32Array; right: Float64Array } {
  const rows = articles.reduce((sum, { right }) => sum + right.length, 0);
  const table = new Float32Array(rows * DECISION_FEATURES);
  const right = new Float64Array(rows);
  let at = 0;
  for (const article of articles) {
    table.set(article.table, at * DECISION_FEATURES);
    right.set(article.right, at);
    at += article.right.length;
  }
  return { table, right };
}

/** The threshold with the best exact F1 over all roles, each half of the articles decided by trees of the other. */
function bestThreshold(articles: readonly DecisionRows[]): number {
  const outcomes: { score: number; right: number; roles: number }[] = [];
  for (const half of [0, 1]) {
    const trees = trainDecision(articles.filter((_, index) => index % 2 !== half));
    for (const [index, { table, right, foundRoles }] of articles.entries()) {
      if (index % 2 !== half) continue;
      const scores = treeScores(trees, table, DECISION_FEATURES);
      for (let row = 0; row < right.length; row++) {
        const score = 1 / (1 + Math.exp(-scores[row]));
        outcomes.push({ score, right: right[row] * 3, roles: foundRoles[row] });
      }
    }
  }
  const gold = articles.reduce((sum, { goldRoles }) => sum + goldRoles, 0);
  outcomes.sort((a, b) => b.score - a.score);
  let best = 0;
  let threshold = 0.5;
  let right = 0;
  let roles = 0;
  for (const outcome of outcomes) {
    right += outcome.right;
    roles += outcome.roles;
    const f1 = (2 * right) / (roles + gold);
    if (f1 <= best) continue;
    best = f1;
    threshold = outcome.score;
  }
  return Number(threshold.toFixed(3));
}
