import { quotationWords } from '../claims/quotations.ts';
import type { JoinClaims } from './claims.ts';

/** Best of 0.2, 0.3 … 0.6 on the tuning sets. */
const LEAST_OVERLAP = 0.2;

/**
 * The baseline: an assertion joins the claim that has the assertion with the highest Jaccard overlap of words, from
 * `LEAST_OVERLAP` on. Its polarity is that every source is for what it says, unless it is not certain or denies it.
 */
export const wordOverlapClaims: JoinClaims = (readings) => {
  const claims: Set<string>[][] = [];
  return new Map(
    readings.map(({ id, reading }) => [
      id,
      reading.assertions.map(({ content, certainty }) => {
        const words = new Set(content.flatMap(({ start, end }) => quotationWords(reading.text.slice(start, end))));
        let best = -1;
        let most = LEAST_OVERLAP;
        for (const [claim, members] of claims.entries()) {
          for (const member of members) {
            const overlap = jaccard(words, member);
            if (overlap < most) continue;
            most = overlap;
            best = claim;
          }
        }
        if (best < 0) best = claims.push([]) - 1;
        claims[best].push(words);
        return {
          claim: best,
          polarity: certainty === 'Uu' ? 'observing' : certainty.endsWith('-') ? 'against' : 'for',
        };
      }),
    ]),
  );
};

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
