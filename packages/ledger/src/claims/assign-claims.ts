import { type ClaimIndex, type IndexedClaim, MOST_EXEMPLARS } from './claim-index.ts';
import { claimKeys } from './claim-keys.ts';
import { decideClaim, type Said, WEIGHTS } from './decision.ts';
import type { AssertionFeatures, ClaimFeatures } from './features.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Polarity } from './proposition.ts';

/** The claim of an assertion. */
export interface Assignment {
  claim: IndexedClaim;
  /** As the source stands to the content with its negations taken off; `polarityTo` gives it to the claim's text. */
  polarity: Polarity;
  reason: string;
  /** Whether its wording is the claim's text from now on. */
  givesText: boolean;
}

/** Claims that share most keys are compared, at most so many. */
const MOST_COMPARED = 24;
/**
 * Gives every assertion of one article its claim, an old one or a new one, and the index what it learns from it. Greedy
 * and online: what is assigned stays so. Time depends on the article alone, not on the number or the size of claims.
 */
export function assignClaims({ topic, assertions }: ClaimFeatures, index: ClaimIndex): Assignment[] {
  const assigned = new Array<Assignment | undefined>(assertions.length).fill(undefined);
  const visiting = new Set<number>();
  const assign = (ordinal: number): Assignment => {
    const known = assigned[ordinal];
    if (known) return known;
    const { fingerprint, goesWith } = assertions[ordinal];
    const isLoop = visiting.has(ordinal);
    visiting.add(ordinal);
    let found: Assignment;
    if (goesWith !== undefined && !isLoop && goesWith !== ordinal) {
      const other = assign(goesWith);
      const { polarity } = fingerprint;
      found = assigned[ordinal] ?? { claim: other.claim, polarity, reason: 'what it refers to', givesText: false };
    } else found = join(assertions[ordinal], topic, index);
    assigned[ordinal] = found;
    return found;
  };
  return assertions.map((_, ordinal) => assign(ordinal));
}

function join(
  { fingerprint, wording }: AssertionFeatures,
  topic: readonly number[],
  index: ClaimIndex,
): Assignment {
  const said = { fingerprint, topic };
  const keys = claimKeys(said);
  let best: IndexedClaim | undefined;
  let bestScore: number = WEIGHTS.joins;
  let reason = 'the first to say it';
  for (const claim of candidates(keys, index)) {
    const decision = compareWithClaim(said, claim);
    if (decision.score < bestScore) continue;
    best = claim;
    bestScore = decision.score;
    reason = decision.reason;
  }
  const claim = best ?? index.add();
  learn(claim, said, keys, index);
  count(claim, fingerprint);
  return { claim, polarity: fingerprint.polarity, reason, givesText: takesText(claim, fingerprint, wording.clarity) };
}

/** What an assertion's polarity is to its claim's text: that of "was not hit" is turned where the claim is that it was not. */
export function polarityTo(claim: IndexedClaim, polarity: Polarity): Polarity {
  if (!isNegative(claim) || polarity === 'observing') return polarity;
  return polarity === 'for' ? 'against' : 'for';
}

/** Members that settle what a claim says: later ones do not turn it round, so that its members need no second look. */
export const SETTLING = 8;

/** Whether the claim is that something is not so: most of its first members say it with a negation. */
export function isNegative({ stated, negated }: IndexedClaim): boolean {
  return negated > 2 * stated;
}

function count(claim: IndexedClaim, { isNegated }: Fingerprint): void {
  if (claim.stated + claim.negated >= SETTLING) return;
  if (isNegated) claim.negated++;
  else claim.stated++;
  claim.isChanged = true;
}

function takesText(claim: IndexedClaim, { isNegated }: Fingerprint, clarity: number): boolean {
  const fits = isNegated === isNegative(claim);
  const fitted = claim.isTextNegated === isNegative(claim);
  if (claim.clarity !== Number.NEGATIVE_INFINITY && (fits === fitted ? clarity <= claim.clarity : fitted)) return false;
  claim.clarity = clarity;
  claim.isTextNegated = isNegated;
  claim.isChanged = true;
  return true;
}

function candidates(keys: readonly number[], { byKey, claims }: ClaimIndex): IndexedClaim[] {
  const hits = new Map<number, number>();
  for (const key of keys) for (const id of byKey.get(key) ?? []) hits.set(id, (hits.get(id) ?? 0) + 1);
  return [...hits]
    .sort(([a, most], [b, count]) => count - most || b - a)
    .slice(0, MOST_COMPARED)
    .flatMap(([id]) => claims.get(id) ?? []);
}

/** The mean over the claim's wordings: one that drifted away from the others does not draw more after it. */
function compareWithClaim(said: Said, { exemplars }: IndexedClaim): { score: number; reason: string } {
  let total = 0;
  let best = Number.NEGATIVE_INFINITY;
  let reason = '';
  for (const exemplar of exemplars) {
    const decision = decideClaim(said, exemplar);
    total += probability(decision.score);
    if (decision.score <= best) continue;
    best = decision.score;
    reason = decision.reason;
  }
  const mean = total / exemplars.length;
  return { score: mean, reason };
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function learn(claim: IndexedClaim, said: Said, keys: readonly number[], index: ClaimIndex): void {
  if (claim.exemplars.length >= MOST_EXEMPLARS) return;
  claim.exemplars.push(said);
  claim.isChanged = true;
  index.file(claim, keys);
}
