import type { StanceCorpus, StancePair } from '../../src/evaluation/stance-corpus.ts';
import type { Background } from '../../src/stance/background.ts';
import type { Body } from '../../src/stance/body.ts';
import { type Claim, readClaim } from '../../src/stance/claim.ts';
import { type Match, matchClaim } from '../../src/stance/match.ts';
import { PAIR_FEATURES, writePairFeatures } from '../../src/stance/pair-features.ts';
import { STANCES } from '../../src/stance/stances.ts';

/** One marked pair, with what it is about: topics never stand on both sides of a fold. */
export interface Example {
  claim: Claim;
  body: Body;
  /** Tells bodies apart. */
  bodyId: number;
  topic: number;
  /** The topic of the bodies that the claim is related to. */
  claimTopic: number;
  /** Index into `STANCES`. */
  stance: number;
}

/** Makes examples of pairs; `bodies` are by their id. */
export function examplesOf(
  corpus: StanceCorpus,
  pairs: readonly StancePair[],
  bodies: ReadonlyMap<number, Body>,
): Example[] {
  const topicOf = (id: number): number => corpus.bodies.get(id)?.topic ?? -1;
  const claimTopics = new Map<string, number>();
  for (const { headline, body, stance } of corpus.pairs) {
    if (stance !== 'unrelated') claimTopics.set(headline, topicOf(body));
  }
  const claims = new Map<string, Claim>();
  const examples: Example[] = [];
  for (const { headline, body: bodyId, stance } of pairs) {
    const body = bodies.get(bodyId);
    if (body === undefined) throw new Error(`there is no body ${bodyId}`);
    const claim = claims.get(headline) ?? readClaim(headline);
    claims.set(headline, claim);
    examples.push({
      claim,
      body,
      bodyId,
      topic: topicOf(bodyId),
      claimTopic: claimTopics.get(headline) ?? -1,
      stance: STANCES.indexOf(stance),
    });
  }
  return examples;
}

/** The measured features of examples, row by row, and where each body has its claim. */
export interface Measured {
  table: Float32Array;
  matches: Match[];
}

export function measure(examples: readonly Example[], background: Background): Measured {
  const width = PAIR_FEATURES.length;
  const table = new Float32Array(examples.length * width);
  const matches = examples.map(({ claim, body }, at) => {
    const match = matchClaim(claim, body, background);
    writePairFeatures(claim, body, match, background, table.subarray(at * width, (at + 1) * width));
    return match;
  });
  return { table, matches };
}

/**
 * The weight of each example: a rumour with a thousand pairs teaches more than one with ten, but not a hundred times as
 * much. The mean is 1.
 *
 * @param power 0 counts pairs, 1 counts topics
 */
export function topicWeights(examples: readonly Example[], power: number): Float64Array {
  const counts = new Map<number, number>();
  for (const { topic } of examples) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const weights = Float64Array.from(examples, ({ topic }) => (counts.get(topic) ?? 1) ** -power);
  const mean = weights.reduce((sum, each) => sum + each, 0) / weights.length;
  return weights.map((each) => each / mean);
}
