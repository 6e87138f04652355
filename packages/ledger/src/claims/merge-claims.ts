import { candidates, SETTLING, takesText } from './assign-claims.ts';
import { type ClaimIndex, type IndexedClaim, MOST_EXEMPLARS } from './claim-index.ts';
import { filingKeys } from './claim-keys.ts';
import { decidePairs, hasOtherNumber } from './decision.ts';

/** A new claim that is one with another. */
export interface Merge {
  from: IndexedClaim;
  into: IndexedClaim;
  /** Whether the text of `from` is the other's text from now on. */
  givesText: boolean;
}

/** Mean probability between the wordings of two claims from which on they are one. See `JOINS_AT_ONCE`. */
const JOINS_AFTERWARDS = 0.25;

/**
 * A second look at the claims that are new in an index: pours them into those that they are one with, the likeliest first
 * (average linkage over their wordings). What was there before stays apart, so that ids go on pointing where they did.
 * Time is linear in the number of new claims.
 */
export function mergeClaims(index: ClaimIndex): Merge[] {
  const merges: Merge[] = [];
  const goneInto = new Map<IndexedClaim, IndexedClaim>();
  const now = (claim: IndexedClaim): IndexedClaim => {
    let at = claim;
    for (let next = goneInto.get(at); next !== undefined; next = goneInto.get(at)) at = next;
    return at;
  };
  for (const { one, other } of likelyPairs(index)) {
    const [a, b] = [now(one), now(other)];
    if (a === b || !(a.isNew || b.isNew) || meanProbability(a, b, index) < JOINS_AFTERWARDS) continue;
    const [into, from] = !a.isNew || (b.isNew && a.id < b.id) ? [a, b] : [b, a];
    goneInto.set(from, into);
    merges.push({ from, into, givesText: pour(from, into, index) });
  }
  index.refile(new Map([...goneInto.keys()].map((from) => [from.id, now(from).id])));
  return merges;
}

interface Pair {
  one: IndexedClaim;
  other: IndexedClaim;
  probability: number;
}

function likelyPairs(index: ClaimIndex): Pair[] {
  const pairs: Pair[] = [];
  for (const one of new Set(index.claims.values())) {
    if (!one.isNew) continue;
    for (const other of new Set(one.exemplars.flatMap((said) => candidates(said, index, one)))) {
      if (other === one) continue;
      const probability = meanProbability(one, other, index);
      if (probability >= JOINS_AFTERWARDS) pairs.push({ one, other, probability });
    }
  }
  return pairs.sort((a, b) => b.probability - a.probability || a.one.id - b.one.id || a.other.id - b.other.id);
}

function meanProbability({ exemplars }: IndexedClaim, other: IndexedClaim, { model }: ClaimIndex): number {
  let total = 0;
  for (const said of exemplars) {
    if (hasOtherNumber(said, other.exemplars)) return 0;
    for (const probability of decidePairs(said, other.exemplars, model).probabilities) total += probability;
  }
  return total / (exemplars.length * other.exemplars.length);
}

function pour(from: IndexedClaim, into: IndexedClaim, index: ClaimIndex): boolean {
  for (const said of from.exemplars) index.file(into, filingKeys(said));
  into.exemplars = alternating(into.exemplars, from.exemplars).slice(0, MOST_EXEMPLARS);
  into.isTaught = true;
  if (into.stated + into.negated < SETTLING) {
    into.stated += from.stated;
    into.negated += from.negated;
  }
  into.isChanged = true;
  return takesText(into, from.isTextNegated, from.clarity);
}

/** Both have a say in what the claim is compared through. */
function alternating<T>(one: readonly T[], other: readonly T[]): T[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => [
    ...one.slice(at, at + 1),
    ...other.slice(at, at + 1),
  ]).flat();
}
