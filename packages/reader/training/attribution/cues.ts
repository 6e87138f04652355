import type { Cue, TokenRange } from '../../src/attribution/attribution.ts';
import { DECISION_WIDTH, decideHeads, decisionTable } from '../../src/attribution/cue-decision.ts';
import { type CueExtent, endFeatures, extentLimits, firstFeatures } from '../../src/attribution/cue-extents.ts';
import { newFrame } from '../../src/attribution/cue-frame.ts';
import { headFeatures, headKey, isCandidate } from '../../src/attribution/cue-heads.ts';
import type { CueModel, WordCount } from '../../src/attribution/cue-model.ts';
import { FeatureRows } from '../../src/attribution/cue-rows.ts';
import { type CueText, cueText, WORD_CLASS } from '../../src/attribution/cue-text.ts';
import { findCandidates, headLogits, likelyCues } from '../../src/attribution/cues.ts';
import { type BoostingSettings, boostTrees } from '../boosted-trees.ts';
import type { AttributionArticle } from './articles.ts';
import { goldHead } from './gold-heads.ts';
import { FeatureTableBuilder, type LinearSettings, trainChoices, trainLogistic } from './linear.ts';

/** What the articles taught. */
export interface TrainedCues {
  model: CueModel;
  /** The cues of each article, by id, found by models that have not seen it: what the next stage trains on. */
  outOfFold: Map<string, Cue[]>;
}

const FOLDS = 5;

// Chosen on a third of PolNeAR train: exact F1 of cues trained on the rest.
const HEAD_SHIFT = 12;
const EXTENT_SHIFT = 14;
const HEAD_SETTINGS: LinearSettings = { epochs: 8, rate: 0.03, penalty: 0, dropout: 0.5, seed: 1 };
const EXTENT_SETTINGS: LinearSettings = { epochs: 8, rate: 0.03, penalty: 1e-4, dropout: 0.15, seed: 2 };
const TREE_SETTINGS: BoostingSettings = {
  trees: 200,
  depth: 6,
  rate: 0.06,
  rows: 0.6,
  features: 0.3,
  minimum: 8,
  penalty: 10,
  seed: 3,
};

/**
 * Trains the model of `src/attribution/cues.ts`. The second decision learns from first decisions on articles that these
 * have not seen, in five folds by a hash of the id.
 */
export function trainCues(articles: readonly AttributionArticle[]): TrainedCues {
  const samples = articles.map(sampleOf);
  const counted = countWords(samples);
  const trainHeads = headTrainer(samples, counted);
  const trainExtents = extentTrainer(samples);
  const train = (chosen: readonly number[]): FirstDecision => ({
    words: chosen.length === samples.length ? counted : countWords(chosen.map((index) => samples[index])),
    heads: trainHeads(chosen),
    extents: trainExtents(chosen),
  });

  const everyone = samples.map((_, index) => index);
  const folds = Array.from({ length: FOLDS }, (_, fold) => everyone.filter((index) => samples[index].fold === fold));
  const rows = new FeatureRows();
  const decisions = folds.map((held, fold) => {
    const first = train(everyone.filter((index) => samples[index].fold !== fold));
    return held.map((index) => decide(samples[index], first, rows));
  });

  const outOfFold = new Map<string, Cue[]>();
  for (const [fold, held] of folds.entries()) {
    const decision = trainDecision(decisions.flatMap((each, other) => (other === fold ? [] : each)));
    for (const [at, index] of held.entries()) {
      const { text, id } = samples[index];
      const { words, logits, candidates } = decisions[fold][at];
      outOfFold.set(id, likelyCues(text, candidates, decideHeads(text, logits, candidates, { words, decision })));
    }
  }
  return { model: { ...train(everyone), decision: trainDecision(decisions.flat()) }, outOfFold };
}

type FirstDecision = Pick<CueModel, 'words' | 'heads' | 'extents'>;

interface Sample {
  id: string;
  fold: number;
  text: CueText;
  /** Gold cues by their head. */
  gold: Map<number, TokenRange>;
}

function sampleOf({ id, language, quotations, gold }: AttributionArticle): Sample {
  const text = cueText(language, quotations);
  const cues = new Map<number, TokenRange>();
  for (const { cue } of gold) {
    if (cue.length === 0) continue;
    const extent = { first: cue[0].first, end: cue[cue.length - 1].end };
    cues.set(goldHead(text, extent), extent);
  }
  return { id, fold: foldOf(id), text, gold: cues };
}

/** The fold of an article: a hash of its id. */
export function foldOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) >>> 0;
  return hash % FOLDS;
}

/** A verb seen less often, and another word that headed fewer cues, is not kept. */
const LEAST_VERBS = 3;
const LEAST_CUES = 2;

function countWords(samples: readonly Sample[]): Map<number, WordCount> {
  const counts = new Map<number, { tokens: number; cues: number; verb: boolean }>();
  for (const { text, gold } of samples) {
    for (let token = 0; token < text.lemma.length; token++) {
      const key = headKey(text, token);
      const count = counts.get(key) ?? { tokens: 0, cues: 0, verb: text.wordClass[token] === WORD_CLASS.verb };
      count.tokens++;
      if (gold.has(token)) count.cues++;
      counts.set(key, count);
    }
  }
  const words = new Map<number, WordCount>();
  for (const [key, { tokens, cues, verb }] of counts) {
    if (cues >= LEAST_CUES || (verb && tokens >= LEAST_VERBS)) words.set(key, { tokens, cues });
  }
  return words;
}

function headTrainer(
  samples: readonly Sample[],
  words: CueModel['words'],
): (chosen: readonly number[]) => CueModel['heads'] {
  const rows = new FeatureRows();
  const frame = newFrame();
  const builder = new FeatureTableBuilder(HEAD_SHIFT);
  const labels: number[] = [];
  const starts = samples.map(({ text, gold }) => {
    const start = builder.count;
    for (let token = 0; token < text.lemma.length; token++) {
      if (!isCandidate(text, token, words)) continue;
      headFeatures(text, token, frame, rows);
      builder.add(rows.rows, rows.count);
      labels.push(gold.has(token) ? 1 : 0);
    }
    return start;
  });
  const ends = [...starts.slice(1), builder.count];
  const table = builder.build();
  const wanted = Uint8Array.from(labels);
  return (chosen) => trainLogistic(table, wanted, numbers(chosen, starts, ends), HEAD_SHIFT, HEAD_SETTINGS);
}

function extentTrainer(samples: readonly Sample[]): (chosen: readonly number[]) => CueModel['extents'] {
  const rows = new FeatureRows();
  const builder = new FeatureTableBuilder(EXTENT_SHIFT);
  const questions: number[] = [];
  const answers: number[] = [];
  const starts = samples.map(({ text, gold }) => {
    const start = questions.length;
    for (const [head, cue] of gold) {
      const limits = extentLimits(text, head);
      if (cue.first < limits.first || cue.end > limits.end) continue;
      questions.push(builder.count);
      answers.push(builder.count + cue.first - limits.first);
      for (let first = limits.first; first <= head; first++) {
        firstFeatures(text, head, first, rows);
        builder.add(rows.rows, rows.count);
      }
      questions.push(builder.count);
      answers.push(builder.count + cue.end - head - 1);
      for (let end = head + 1; end <= limits.end; end++) {
        endFeatures(text, head, end, rows);
        builder.add(rows.rows, rows.count);
      }
    }
    return start;
  });
  const ends = [...starts.slice(1), questions.length];
  const table = builder.build();
  const asked = Int32Array.from([...questions, builder.count]);
  const right = Int32Array.from(answers);
  return (chosen) => trainChoices(table, asked, right, numbers(chosen, starts, ends), EXTENT_SHIFT, EXTENT_SETTINGS);
}

/** The numbers of all things that stand between the starts and the ends of the chosen articles. */
function numbers(chosen: readonly number[], starts: readonly number[], ends: readonly number[]): Int32Array {
  const found: number[] = [];
  for (const index of chosen) for (let at = starts[index]; at < ends[index]; at++) found.push(at);
  return Int32Array.from(found);
}

interface Decision {
  words: CueModel['words'];
  logits: Float32Array;
  candidates: CueExtent[];
  table: Float32Array;
  labels: Uint8Array;
}

function decide({ text, gold }: Sample, first: FirstDecision, rows: FeatureRows): Decision {
  const logits = headLogits(text, first, rows);
  const candidates = findCandidates(text, logits, first, rows);
  const table = decisionTable(text, logits, candidates, first.words);
  const labels = Uint8Array.from(candidates, ({ head }) => (gold.has(head) ? 1 : 0));
  return { words: first.words, logits, candidates, table, labels };
}

function trainDecision(decisions: readonly Decision[]): CueModel['decision'] {
  const rows = decisions.reduce((sum, { labels }) => sum + labels.length, 0);
  const table = new Float32Array(rows * DECISION_WIDTH);
  const labels = new Uint8Array(rows);
  const start = new Float64Array(rows);
  let at = 0;
  for (const decision of decisions) {
    table.set(decision.table, at * DECISION_WIDTH);
    labels.set(decision.labels, at);
    for (const { head } of decision.candidates) start[at++] = decision.logits[head];
  }
  return boostTrees(table, DECISION_WIDTH, start, logisticGradient(labels), TREE_SETTINGS);
}

function logisticGradient(labels: Uint8Array): Parameters<typeof boostTrees>[3] {
  return (scores, gradient, hessian) => {
    for (let row = 0; row < labels.length; row++) {
      const probability = 1 / (1 + Math.exp(-scores[row]));
      gradient[row] = labels[row] - probability;
      hessian[row] = Math.max(1e-6, probability * (1 - probability));
    }
  };
}
