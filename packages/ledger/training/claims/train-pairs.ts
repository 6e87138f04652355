import type { ObliviousTrees } from '@hearsay/reader/model/boosted-trees';
import { type BoostingSettings, boostTrees } from '../../../reader/training/boosted-trees.ts';
import { claimKeys } from '../../src/claims/claim-keys.ts';
import type { Said } from '../../src/claims/decision.ts';
import { measurePair, prepare, WIDTH } from '../../src/claims/pair-evidence.ts';
import type { WordVectors } from '../../src/claims/word-vectors.ts';
import type { TuningSet } from './tuning-sets.ts';

const SETTINGS: BoostingSettings = {
  trees: 150,
  depth: 4,
  rate: 0.05,
  rows: 0.7,
  features: 0.5,
  minimum: 10,
  penalty: 5,
  seed: 1,
};
/** One pair in so many of those that are not one is learnt from, for all of them. */
const SAMPLED = 4;
/**
 * Assertions of other rumours that each is paired with for what they share. With 12, claims of a ledger of 1,683 reports are no
 * better kept apart; with none, one death is taken for another.
 */
const PAIRED_ELSEWHERE = 6;

/** Learns from the pairs of assertions of each set, and some over sets, whether they are one claim: boosted trees over the evidence. */
export function trainPairs(sets: readonly TuningSet[], vectors: WordVectors): { trees: ObliviousTrees; start: number } {
  const said = sets.map(labelledSaid);
  const pairs = [...said.flatMap(pairsWithin), ...pairsBetween(said)];
  const table = new Float32Array(pairs.length * WIDTH);
  for (const [row, { one, other }] of pairs.entries())
    measurePair(prepare(one, vectors), prepare(other, vectors), table, row * WIDTH);
  const ones = pairs.filter(({ claim }) => claim !== null).length;
  const start = Math.log(ones / (SAMPLED * (pairs.length - ones)));
  const weights = weightsOf(pairs);
  const trees = boostTrees(
    table,
    WIDTH,
    new Float64Array(pairs.length).fill(start),
    (scores, gradient, hessian) => {
      for (const [row, { claim }] of pairs.entries()) {
        const probability = 1 / (1 + Math.exp(-scores[row]));
        const weight = weights[row];
        gradient[row] = weight * (Number(claim !== null) - probability);
        hessian[row] = weight * probability * (1 - probability);
      }
    },
    SETTINGS,
  );
  return { trees, start };
}

/**
 * What each pair counts: the square root of its claim's size less, where it is one, so that one claim of 60 assertions does not
 * count as much as all the others together. The pairs that are one count as many as they are.
 */
function weightsOf(pairs: readonly TrainingPair[]): number[] {
  const members = new Map<string, Set<Said>>();
  for (const { one, other, claim } of pairs) {
    if (claim === null) continue;
    const known = members.get(claim) ?? new Set();
    members.set(claim, known.add(one).add(other));
  }
  const own = pairs.map(({ claim }) => (claim === null ? 0 : 1 / Math.sqrt(members.get(claim)!.size)));
  const sum = own.reduce((total, weight) => total + weight, 0);
  const ones = own.filter((weight) => weight > 0).length;
  return own.map((weight, at) => {
    if (weight > 0) return (weight * ones) / sum;
    return pairs[at].isBetween ? 1 : SAMPLED;
  });
}

interface TrainingPair {
  one: Said;
  other: Said;
  /** The claim of both, null where they are not one. */
  claim: string | null;
  /** Whether they are of two rumours. */
  isBetween: boolean;
}

interface LabelledSaid {
  one: Said;
  claim: string | null;
}

/** Assertions that only point to others, or say nothing, are left out: no words of theirs tell what they say. */
function labelledSaid({ articles }: TuningSet): LabelledSaid[] {
  return articles.flatMap(({ features: { topic, assertions }, labels }) =>
    assertions.flatMap(({ fingerprint, goesWith }, ordinal) => {
      const label = labels[ordinal];
      return label === null || goesWith !== undefined || fingerprint.words.length === 0
        ? []
        : [{ one: { topic, fingerprint }, claim: label.claim }];
    }),
  );
}

function pairsWithin(said: readonly LabelledSaid[]): TrainingPair[] {
  const pairs: TrainingPair[] = [];
  let apart = 0;
  for (const [at, { one, claim }] of said.entries()) {
    for (const { one: other, claim: others } of said.slice(0, at)) {
      const isOne = claim !== null && claim === others;
      if (isOne || apart++ % SAMPLED === 0) pairs.push({ one, other, claim: isOne ? claim : null, isBetween: false });
    }
  }
  return pairs;
}

/**
 * Pairs over rumours, which are never one: what tells stories apart. Of each assertion those that share most keys with it, which
 * would be compared in a ledger, and one by chance.
 */
function pairsBetween(sets: readonly (readonly LabelledSaid[])[]): TrainingPair[] {
  const all = sets.flatMap((said, set) => said.map(({ one }) => ({ one, set })));
  const firstOf = sets.map((_, set) => all.findIndex((other) => other.set === set));
  const byKey = new Map<number, number[]>();
  for (const [at, { one }] of all.entries()) {
    for (const key of claimKeys(one).keys) {
      const under = byKey.get(key);
      if (under === undefined) byKey.set(key, [at]);
      else under.push(at);
    }
  }
  return all.flatMap(({ one, set }, at) => {
    const shared = new Map<number, number>();
    for (const key of claimKeys(one).keys) {
      for (const other of byKey.get(key)!) {
        if (other < at && all[other].set !== set) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    const others = [...shared]
      .sort(([a, more], [b, less]) => less - more || a - b)
      .slice(0, PAIRED_ELSEWHERE)
      .map(([other]) => other);
    const before = firstOf[set];
    if (before > 0) others.push(((at + 1) * 7919) % before);
    return others.map((other) => ({ one, other: all[other].one, claim: null, isBetween: true }));
  });
}
