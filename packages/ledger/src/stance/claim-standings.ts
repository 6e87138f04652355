import type { Body } from './body.ts';
import type { Claim } from './claim.ts';
import type { Match } from './match.ts';
import { STANDINGS, type Standing } from './standings.ts';

const PLACES = ['everywhere', 'first', 'in the best two sentences'] as const;

/** The voices in which a body may say the claim's words, by the standings that each does without. */
const VOICES: readonly (readonly [string, readonly Standing[]])[] = [
  ['words in its own voice', ['attributed', 'reports']],
  [
    'words without doubt',
    ['refutes', 'doubts', 'hedges', 'denied', 'uncertain', 'distanced', 'hedged by the reporter'],
  ],
];
const ATTRIBUTED = bitsOf(VOICES[0][1]);
const DOUBTED = bitsOf(VOICES[1][1]);
const WITHOUT = [ATTRIBUTED, DOUBTED, ATTRIBUTED | DOUBTED, ATTRIBUTED | DOUBTED | bitsOf(['negates'])];

/** What is measured of how the claim's words stand in a body. */
export const CLAIM_STANDINGS: readonly string[] = [
  ...PLACES.flatMap((place) => STANDINGS.map((standing) => `claim's words ${place}: ${standing}`)),
  ...VOICES.map(([voice]) => `claim's ${voice}`),
  "claim's words in its own voice without doubt",
  "claim's words in its own voice without doubt or negation",
];

/**
 * Writes, for each of `STANDINGS`, the share of the claim that stands so, of what the body has of the claim, by the words'
 * weight: of all times that the body says the word, of the first, of those in the best two sentences; then the share that
 * the body says at least once in each voice.
 *
 * @param row `CLAIM_STANDINGS` long, zeros
 */
export function writeClaimStandings({ stems }: Claim, body: Body, { weights, best }: Match, row: Float32Array): void {
  const place = new Map(Array.from(stems, (stem, at) => [stem, at]));
  const width = STANDINGS.length;
  const times = new Float64Array(stems.length);
  const timesInBest = new Float64Array(stems.length);
  const counts = new Float64Array(stems.length * width * PLACES.length);
  const voiced = new Uint8Array(stems.length * WITHOUT.length);
  for (let sentence = 0; sentence < body.sentences; sentence++) {
    const isBest = sentence === best[0] || sentence === best[1];
    for (let word = body.first[sentence]; word < body.first[sentence + 1]; word++) {
      const at = place.get(body.stems[word]);
      if (at === undefined) continue;
      const standings = body.standings[word];
      const row = at * width * PLACES.length;
      for (let standing = 0; standing < width; standing++) {
        if (((standings >> standing) & 1) === 0) continue;
        counts[row + standing]++;
        if (times[at] === 0) counts[row + width + standing]++;
        if (isBest) counts[row + 2 * width + standing]++;
      }
      for (const [voice, without] of WITHOUT.entries()) {
        if ((standings & without) === 0) voiced[at * WITHOUT.length + voice] = 1;
      }
      times[at]++;
      if (isBest) timesInBest[at]++;
    }
  }
  const isSaid = (_: number, at: number): boolean => times[at] > 0;
  const isSaidInBest = (_: number, at: number): boolean => timesInBest[at] > 0;
  const total = weights.filter(isSaid).reduce((sum, each) => sum + each, 0);
  const totalInBest = weights.filter(isSaidInBest).reduce((sum, each) => sum + each, 0);
  for (let at = 0; at < stems.length; at++) {
    if (times[at] === 0 || weights[at] === 0) continue;
    const share = weights[at] / total;
    const own = at * width * PLACES.length;
    for (let standing = 0; standing < width; standing++) {
      row[standing] += (share * counts[own + standing]) / times[at];
      row[width + standing] += share * counts[own + width + standing];
      if (timesInBest[at] === 0) continue;
      row[2 * width + standing] += ((weights[at] / totalInBest) * counts[own + 2 * width + standing]) / timesInBest[at];
    }
    for (let voice = 0; voice < WITHOUT.length; voice++) {
      row[PLACES.length * width + voice] += share * voiced[at * WITHOUT.length + voice];
    }
  }
}

function bitsOf(standings: readonly Standing[]): number {
  return standings.reduce((bits, standing) => bits | (1 << STANDINGS.indexOf(standing)), 0);
}
