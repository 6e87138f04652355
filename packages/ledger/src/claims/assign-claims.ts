import { type ClaimIndex, type Exemplar, type IndexedClaim, MOST_EXEMPLARS, NO_CLARITY } from './claim-index.ts';
import { claimKeys, filingKeys } from './claim-keys.ts';
import { decideClaim, JOINS, type Said } from './decision.ts';
import type { ClaimFeatures } from './features.ts';
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
export const MOST_COMPARED = 16;

/**
 * Gives every assertion of one article its claim, an old one or a new one, and the index what it learns from it. Greedy
 * and online: what is assigned stays so. An assertion that an editor put into a claim (`pinned`, by ordinal) goes there.
 * Time depends on the article alone, not on the number or the size of claims.
 */
export function assignClaims(
  { topic, assertions }: ClaimFeatures,
  index: ClaimIndex,
  {
    assertionIds = [],
    pinned = new Map(),
  }: { assertionIds?: readonly number[]; pinned?: ReadonlyMap<number, IndexedClaim> } = {},
): Assignment[] {
  const assigned = new Array<Assignment | undefined>(assertions.length).fill(undefined);
  const visiting = new Set<number>();
  const assign = (ordinal: number): Assignment => {
    const known = assigned[ordinal];
    if (known) return known;
    const { fingerprint, goesWith } = assertions[ordinal];
    const isLoop = visiting.has(ordinal);
    visiting.add(ordinal);
    let found: Assignment;
    if (goesWith !== undefined && !isLoop && goesWith !== ordinal && !pinned.has(ordinal)) {
      const other = assign(goesWith);
      const { polarity } = fingerprint;
      found = assigned[ordinal] ?? { claim: other.claim, polarity, reason: 'what it refers to', givesText: false };
    } else {
      const said = { fingerprint, topic, assertionId: assertionIds[ordinal] ?? 0 };
      found = join(said, assertions[ordinal].wording.clarity, index, pinned.get(ordinal));
    }
    assigned[ordinal] = found;
    return found;
  };
  return assertions.map((_, ordinal) => assign(ordinal));
}

function join(said: Exemplar, clarity: number, index: ClaimIndex, pinned: IndexedClaim | undefined): Assignment {
  const { fingerprint } = said;
  const found = pinned ? { claim: pinned, reason: 'an editor put it there' } : closest(said, index);
  const { claim, reason } = found ?? { claim: index.add(), reason: 'the first to say it' };
  learn(claim, said, index);
  count(claim, fingerprint);
  return { claim, polarity: fingerprint.polarity, reason, givesText: takesText(claim, fingerprint, clarity) };
}

function closest(said: Said, index: ClaimIndex): { claim: IndexedClaim; reason: string } | undefined {
  let best: { claim: IndexedClaim; reason: string } | undefined;
  let most: number = JOINS;
  for (const id of index.under(claimKeys(said), MOST_COMPARED)) {
    const claim = index.claims.get(id);
    if (claim === undefined || claim.exemplars.length === 0) continue;
    const { probability, reason } = compareWithClaim(said, claim);
    if (probability < most) continue;
    best = { claim, reason };
    most = probability;
  }
  return best;
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
  if (claim.clarity !== NO_CLARITY && (fits === fitted ? clarity <= claim.clarity : fitted)) return false;
  claim.clarity = clarity;
  claim.isTextNegated = isNegated;
  claim.isChanged = true;
  return true;
}

/** The mean over the claim's wordings: one that drifted away from the others does not draw more after it. */
function compareWithClaim(said: Said, { exemplars }: IndexedClaim): { probability: number; reason: string } {
  let total = 0;
  let best = Number.NEGATIVE_INFINITY;
  let reason = '';
  for (const exemplar of exemplars) {
    const decision = decideClaim(said, exemplar);
    total += 1 / (1 + Math.exp(-decision.score));
    if (decision.score <= best) continue;
    best = decision.score;
    reason = decision.reason;
  }
  return { probability: total / exemplars.length, reason };
}

function learn(claim: IndexedClaim, said: Exemplar, index: ClaimIndex): void {
  if (claim.exemplars.length >= MOST_EXEMPLARS) return;
  claim.exemplars.push(said);
  claim.isChanged = true;
  claim.isTaught = true;
  index.file(claim, filingKeys(said));
}
