import { type ClaimIndex, type Exemplar, type IndexedClaim, MOST_EXEMPLARS, NO_CLARITY } from './claim-index.ts';
import { claimKeys, filingKeys } from './claim-keys.ts';
import { decidePairs, hasOtherNumber, type Said } from './decision.ts';
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

/**
 * Mean probability over a claim's wordings from which on an assertion joins it at once; `mergeClaims` looks at the rest. Chosen
 * with `JOINS_AFTERWARDS` over rumours left out of training and in a ledger of 1,683 reports: with 0.2 afterwards hardly more is
 * found, and half as many pairs again are of two topics.
 */
const JOINS_AT_ONCE = 0.35;

/** One wording so near is enough, however far the others: what an editor poured together goes on drawing the like of both. */
const SAME_WORDING = 0.8;

/** From here on no other claim is looked at, which may be nearer by a hair. */
const NO_DOUBT = 0.9;

/** Claims that share most keys are compared, at most so many. */
export const MOST_COMPARED = 8;

/**
 * Gives every assertion of one article its claim, an old one or a new one, and the index what it learns from it. Greedy
 * and online: what is assigned stays so. An assertion that an editor put into a claim (`pinned`, by ordinal) goes there; one that is
 * read again keeps the claim that it had (`before`, by ordinal) where no other says it, or what it goes with is still told.
 * Time depends on the article alone, not on the number or the size of claims.
 */
export function assignClaims(
  { topic, assertions }: ClaimFeatures,
  index: ClaimIndex,
  {
    assertionIds = [],
    pinned = new Map(),
    before = new Map(),
  }: {
    assertionIds?: readonly number[];
    pinned?: ReadonlyMap<number, IndexedClaim>;
    before?: ReadonlyMap<number, IndexedClaim>;
  } = {},
): Assignment[] {
  const assigned = new Array<Assignment | undefined>(assertions.length).fill(undefined);
  const targetOf = (ordinal: number): number | 'main' => {
    let at = ordinal;
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const next = pinned.has(at) ? undefined : assertions[at].goesWith;
      if (next === undefined) return at;
      if (next === 'main') return next;
      at = next;
    }
    return ordinal;
  };
  const targets = assertions.map((_, ordinal) => targetOf(ordinal));
  const joinAlone = (ordinal: number) => {
    const said = { fingerprint: assertions[ordinal].fingerprint, topic, assertionId: assertionIds[ordinal] ?? 0 };
    assigned[ordinal] = join(said, assertions[ordinal].wording.clarity, index, {
      pinned: pinned.get(ordinal),
      before: before.get(ordinal),
    });
  };
  for (const [ordinal, target] of targets.entries()) if (target === ordinal) joinAlone(ordinal);
  const main = mainClaim(assigned.filter((_, ordinal) => assertions[ordinal].fingerprint.words.length > 0));
  const told = new Set(assigned.flatMap((assignment) => assignment?.claim ?? []));
  const stillTold = (claim: IndexedClaim | undefined) => (claim !== undefined && told.has(claim) ? claim : undefined);
  for (const [ordinal, target] of targets.entries()) {
    const claim = target === 'main' ? (stillTold(before.get(ordinal)) ?? main) : assigned[target]?.claim;
    if (assigned[ordinal] !== undefined) continue;
    if (claim === undefined) joinAlone(ordinal);
    else {
      const { polarity } = assertions[ordinal].fingerprint;
      assigned[ordinal] = { claim, polarity, reason: 'what it refers to', givesText: false };
    }
  }
  return assigned.map((assignment) => assignment!);
}

const LONGEST_CHAIN = 8;

/** The claim that an article mostly tells: told most often in it, and known from others. What says nothing is not asked. */
function mainClaim(assigned: readonly (Assignment | undefined)[]): IndexedClaim | undefined {
  const told = new Map<IndexedClaim, number>();
  for (const assignment of assigned) {
    if (assignment) told.set(assignment.claim, (told.get(assignment.claim) ?? 0) + 1);
  }
  let main: IndexedClaim | undefined;
  let most = 0;
  for (const [claim, times] of told) {
    const weight = times + Math.min(SETTLING, claim.stated + claim.negated);
    if (weight <= most) continue;
    main = claim;
    most = weight;
  }
  return main;
}

/**
 * What being like the claim's other wordings counts for a text, beside its clarity of at most 10: else a clear detail stands for the
 * whole. Chosen by looking at the 70 largest claims of 1,683 reports: with 6 the texts are less clear.
 */
const TYPICAL = 3;
/** How like the first wording is taken to be to those that come: mostly it is none of a detail. */
const FIRST_LIKENESS = 0.4;

interface Known {
  pinned: IndexedClaim | undefined;
  before: IndexedClaim | undefined;
}

function join(said: Exemplar, clarity: number, index: ClaimIndex, { pinned, before }: Known): Assignment {
  const { fingerprint } = said;
  const found = pinned ? { claim: pinned, reason: 'an editor put it there', likeness: 0 } : closest(said, index);
  const { claim, reason, likeness } = found ?? {
    claim: before ?? index.add(),
    reason: 'the first to say it',
    likeness: FIRST_LIKENESS,
  };
  learn(claim, said, index);
  count(claim, fingerprint);
  const givesText = takesText(claim, fingerprint.isNegated, clarity + Math.round(TYPICAL * likeness));
  return { claim, polarity: fingerprint.polarity, reason, givesText };
}

interface Closest {
  claim: IndexedClaim;
  reason: string;
  /** Mean probability over the claim's wordings that the proposition is one with them. */
  likeness: number;
}

/** The claim whose wordings are on the mean nearest: one wording that drifted away draws only what is nearly the same. */
function closest(said: Said, index: ClaimIndex): Closest | undefined {
  const claims = candidates(said, index);
  const repeated = claims.find(({ exemplars }) =>
    exemplars.some((one) => isRepeated(said.fingerprint, one.fingerprint)),
  );
  if (repeated !== undefined) return { claim: repeated, reason: 'the same words', likeness: 1 };
  let best: Closest | undefined;
  let most = JOINS_AT_ONCE;
  for (const claim of claims) {
    if (hasOtherNumber(said, claim.exemplars)) continue;
    const { probabilities, reasonOf } = decidePairs(said, claim.exemplars, index.model);
    let total = 0;
    let nearest = 0;
    for (const [at, probability] of probabilities.entries()) {
      total += probability;
      if (probability > probabilities[nearest]) nearest = at;
    }
    const mean = total / claim.exemplars.length;
    const likeness = probabilities[nearest] >= SAME_WORDING ? probabilities[nearest] : mean;
    if (likeness < most) continue;
    best = { claim, reason: reasonOf(nearest), likeness: mean };
    if (likeness >= NO_DOUBT) break;
    most = likeness;
  }
  return best;
}

/** Words from which on a proposition that is repeated to the word says the same: "the report" may be any. */
const TELLING_WORDS = 4;

/** Whether two propositions have the same words, as copies do: they need no comparison. */
function isRepeated(one: Fingerprint, other: Fingerprint): boolean {
  const { words } = one;
  return (
    words.length >= TELLING_WORDS &&
    words.length === other.words.length &&
    words.every((word, at) => word === other.words[at]) &&
    one.isNegated === other.isNegated &&
    one.isWish === other.isWish &&
    one.isUnrealised === other.isUnrealised &&
    one.isEarlier === other.isEarlier &&
    one.numbers.length === other.numbers.length &&
    one.numbers.every(({ of, range }, at) => {
      const their = other.numbers[at];
      return of === their.of && range.low === their.range.low && range.high === their.range.high;
    })
  );
}

/** The claims that share most keys with a proposition, beside its own. */
export function candidates(said: Said, index: ClaimIndex, own?: IndexedClaim): IndexedClaim[] {
  const found = index.under(claimKeys(said), MOST_COMPARED, own?.id).flatMap((id) => index.claims.get(id) ?? []);
  return [...new Set(found)].filter(({ exemplars }) => exemplars.length > 0);
}

/** What an assertion's polarity is to its claim's text: that of "was not hit" is turned where the claim is that it was not. */
export function polarityTo(claim: Pick<IndexedClaim, 'stated' | 'negated'>, polarity: Polarity): Polarity {
  if (!isNegative(claim) || polarity === 'observing') return polarity;
  return polarity === 'for' ? 'against' : 'for';
}

/** Members that settle what a claim says: later ones do not turn it round, so that its members need no second look. */
export const SETTLING = 8;

/** Whether the claim is that something is not so: most of its first members say it with a negation. */
export function isNegative({ stated, negated }: Pick<IndexedClaim, 'stated' | 'negated'>): boolean {
  return negated > 2 * stated;
}

function count(claim: IndexedClaim, { isNegated }: Fingerprint): void {
  if (claim.stated + claim.negated >= SETTLING) return;
  if (isNegated) claim.negated++;
  else claim.stated++;
  claim.isChanged = true;
}

/** Whether a wording, negated or not and of some clarity, is a claim's text from now on. */
export function takesText(claim: IndexedClaim, isNegated: boolean, clarity: number): boolean {
  const fits = isNegated === isNegative(claim);
  const fitted = claim.isTextNegated === isNegative(claim);
  if (claim.clarity !== NO_CLARITY && (fits === fitted ? clarity <= claim.clarity : fitted)) return false;
  claim.clarity = clarity;
  claim.isTextNegated = isNegated;
  claim.isChanged = true;
  return true;
}

function learn(claim: IndexedClaim, said: Exemplar, index: ClaimIndex): void {
  if (claim.exemplars.length >= MOST_EXEMPLARS) return;
  // Copies would fill every place with one wording, and the mean over them would be its alone.
  if (claim.exemplars.some((one) => isRepeated(said.fingerprint, one.fingerprint))) return;
  claim.exemplars.push(said);
  claim.isChanged = true;
  claim.isTaught = true;
  index.file(claim, filingKeys(said));
}
