import { type Background, idfOf } from './background.ts';
import type { Body } from './body.ts';
import type { Claim } from './claim.ts';

/** Where a body has the words of a claim. */
export interface Match {
  /** The weight of each of the claim's stems. */
  readonly weights: Float64Array;
  readonly total: number;
  /** For each stem of the claim how often the body has it. */
  readonly times: Int32Array;
  /** For each sentence the share of the claim, by weight, that it has. */
  readonly coverage: Float64Array;
  /** The sentences that have most of the claim, best first, at most `BEST`; none that has nothing of it. */
  readonly best: readonly number[];
  /** For each neighbouring pair of the claim's stems whether a sentence has both close together. */
  readonly together: Uint8Array;
}

const BEST = 3;
/** Words of content between two words that stand together. */
const CLOSE = 3;

/** Finds the claim's words in the body. Linear in the body's length. */
export function matchClaim(claim: Claim, body: Body, background: Background): Match {
  const { stems } = claim;
  const place = new Map<number, number>();
  const weights = new Float64Array(stems.length);
  let total = 0;
  for (let at = 0; at < stems.length; at++) {
    place.set(stems[at], at);
    weights[at] = idfOf(background, stems[at]);
    total += weights[at];
  }
  const times = new Int32Array(stems.length);
  const together = new Uint8Array(stems.length);
  const coverage = new Float64Array(body.sentences);
  const seen = new Int32Array(stems.length).fill(-1);
  const lastAt = new Int32Array(stems.length).fill(-CLOSE * 2);
  for (let sentence = 0; sentence < body.sentences; sentence++) {
    let sum = 0;
    for (let word = body.first[sentence]; word < body.first[sentence + 1]; word++) {
      const at = place.get(body.stems[word]);
      if (at === undefined) continue;
      times[at]++;
      if (seen[at] !== sentence) sum += weights[at];
      seen[at] = sentence;
      lastAt[at] = word;
      if (at > 0 && word - lastAt[at - 1] <= CLOSE) together[at - 1] = 1;
      if (at + 1 < stems.length && word - lastAt[at + 1] <= CLOSE) together[at] = 1;
    }
    coverage[sentence] = total > 0 ? sum / total : 0;
  }
  const best = Array.from(coverage.keys())
    .filter((sentence) => coverage[sentence] > 0)
    .sort((a, b) => coverage[b] - coverage[a] || a - b)
    .slice(0, BEST);
  return { weights, total, times, coverage, best, together };
}
