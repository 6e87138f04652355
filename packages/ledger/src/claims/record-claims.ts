import type { RecordedArticle } from '../judgement.ts';
import { codeOf } from '../store/codes.ts';
import type { Writing } from '../store/writing.ts';
import { assignClaims, isNegative, MOST_COMPARED, polarityTo } from './assign-claims.ts';
import { ClaimIndex } from './claim-index.ts';
import { claimKeys } from './claim-keys.ts';
import {
  allColumns,
  claimKeyIndex,
  loadClaims,
  newClaim,
  type StoredClaim,
  updateClaims,
  updateCounts,
} from './claim-rows.ts';
import type { ClaimFeatures } from './features.ts';
import { mergeClaims } from './merge-claims.ts';
import { standaloneText } from './wording.ts';

type Recorded = RecordedArticle<ClaimFeatures>;

/**
 * Gives the assertions of a batch their claims. Reads only what their keys lead to, some `MOST_COMPARED` claims an
 * assertion whatever the ledger holds, and writes only what changed.
 */
export async function recordClaims(batch: readonly Recorded[], writing: Writing): Promise<void> {
  const count = batch.reduce((sum, { assertionIds }) => sum + assertionIds.length, 0);
  if (count === 0) return;
  const pins = await pinsOf(batch, writing);
  const index = await loadIndex(
    batch,
    [
      ...[...pins.values()].flatMap((own) => own.map(({ claim_id }) => claim_id)),
      ...batch.flatMap(({ claimsBefore, assertionIds }) => assertionIds.flatMap((id) => claimsBefore?.get(id) ?? [])),
    ],
    writing,
    count,
  );
  const stories = await storiesOf(batch, writing);
  const storyOf = new Map<number, number | null>();
  const wasNegative = new Map([...index.claims.values()].map((claim) => [claim.id, isNegative(claim)]));
  const joined: { id: number; claim: StoredClaim; polarity: ReturnType<typeof polarityTo> }[] = [];
  for (const article of [...batch].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))) {
    const { reading, features, assertionIds } = article;
    const pinned = pinnedClaims(article, pins.get(article.articleId) ?? [], index);
    const before = readBefore(article, index);
    for (const [ordinal, assigned] of assignClaims(features, index, { assertionIds, pinned, before }).entries()) {
      const claim = index.claims.get(assigned.claim.id)!;
      claim.members++;
      claim.isChanged = true;
      if (claim.firstAt === '' || article.time < claim.firstAt) claim.firstAt = article.time;
      if (!storyOf.has(claim.id)) storyOf.set(claim.id, stories.get(article.articleId) ?? null);
      if (assigned.givesText) {
        claim.text = standaloneText(reading, reading.assertions[ordinal], features.assertions[ordinal].wording);
        claim.textAssertionId = assertionIds[ordinal];
      }
      joined.push({ id: assertionIds[ordinal], claim, polarity: assigned.polarity });
    }
  }
  const goneInto = new Map<StoredClaim, StoredClaim>();
  for (const { from, into, givesText } of mergeClaims(index)) {
    const [poured, target] = [from as StoredClaim, into as StoredClaim];
    goneInto.set(poured, target);
    target.members += poured.members;
    if (poured.firstAt < target.firstAt) target.firstAt = poured.firstAt;
    if (!givesText) continue;
    target.text = poured.text;
    target.textAssertionId = poured.textAssertionId;
  }
  for (const one of joined) {
    for (let next = goneInto.get(one.claim); next !== undefined; next = goneInto.get(one.claim)) one.claim = next;
  }
  // Merged claims stand in the index under both ids.
  const changed = [...new Set(index.claims.values())].filter(({ isChanged }) => isChanged);
  await writing.insert(
    'claim',
    changed
      .filter(({ isNew }) => isNew)
      .map((claim) => ({ ...allColumns(claim), story_id: storyOf.get(claim.id) ?? null })),
  );
  const known = changed.filter(({ isNew }) => !isNew);
  await updateClaims(
    known.filter(({ isTaught }) => isTaught),
    writing,
  );
  await updateCounts(
    known.filter(({ isTaught }) => !isTaught),
    writing,
  );
  for (const claim of known) if (wasNegative.get(claim.id) !== isNegative(claim)) await turnPolarity(claim.id, writing);
  await claimKeyIndex.add(
    index.filed.map(({ key, claim }) => ({ key, id: claim })),
    writing,
  );
  await writing.update(
    'assertion',
    'id',
    joined.map(({ id, claim, polarity }) => ({
      id,
      claim_id: claim.id,
      polarity: codeOf('polarity', polarityTo(claim, polarity)),
    })),
  );
}

/** An index of what the batch's assertions can meet. Its claims know all that the ledger keeps of them. */
async function loadIndex(
  batch: readonly Recorded[],
  wantedAnyway: readonly number[],
  writing: Writing,
  count: number,
): Promise<LoadedIndex> {
  const said = batch.flatMap(({ features: { topic, assertions } }) =>
    assertions.map(({ fingerprint }) => claimKeys({ topic, fingerprint })),
  );
  const keys = [...new Set(said.flatMap((own) => own.keys))];
  const index = new LoadedIndex(await writing.nextIds('claim', count));
  for (const [key, ids] of await claimKeyIndex.find(keys, writing)) index.putAll(key, ids);
  const wanted = new Set([...said.flatMap((own) => index.under(own, MOST_COMPARED)), ...wantedAnyway]);
  const claims = await loadClaims([...wanted], writing);
  const targets = await mergeTargets(claims, writing);
  for (const claim of [...claims, ...targets.values()]) {
    const target = claim.mergedInto === null ? claim : targets.get(claim.mergedInto);
    // What was found as a claim that an editor poured into another is that other one.
    if (target) index.claims.set(claim.id, target);
  }
  return index;
}

/** Claims that are whole rows of the ledger. */
class LoadedIndex extends ClaimIndex {
  declare readonly claims: Map<number, StoredClaim>;

  override add(): StoredClaim {
    const { id } = super.add();
    const claim = newClaim(id, '');
    this.claims.set(id, claim);
    return claim;
  }
}

/** The claims that merged ones are now, followed to the end. */
async function mergeTargets(claims: readonly StoredClaim[], writing: Writing): Promise<Map<number, StoredClaim>> {
  const found = new Map<number, StoredClaim>(
    claims.filter((claim) => claim.mergedInto === null).map((claim) => [claim.id, claim]),
  );
  const loaded = new Map(claims.map((claim) => [claim.id, claim]));
  let missing = claims.flatMap(({ mergedInto }) => (mergedInto === null || loaded.has(mergedInto) ? [] : [mergedInto]));
  while (missing.length > 0) {
    const more = await loadClaims([...new Set(missing)], writing);
    for (const claim of more) loaded.set(claim.id, claim);
    missing = more.flatMap(({ mergedInto }) => (mergedInto === null || loaded.has(mergedInto) ? [] : [mergedInto]));
  }
  for (const claim of loaded.values()) {
    let last = claim;
    while (last.mergedInto !== null) last = loaded.get(last.mergedInto)!;
    found.set(claim.id, last);
  }
  return found;
}

async function storiesOf(batch: readonly Recorded[], writing: Writing): Promise<Map<number, number | null>> {
  const rows = await writing.db
    .selectFrom('article')
    .select(['id', 'story_id'])
    .where('id', 'in', writing.listed(batch.map(({ articleId }) => articleId)))
    .execute();
  return new Map(rows.map(({ id, story_id }) => [id, story_id]));
}

interface Pin {
  article_id: number;
  start: number;
  end: number;
  claim_id: number;
}

async function pinsOf(batch: readonly Recorded[], writing: Writing): Promise<Map<number, Pin[]>> {
  const rows = await writing.db
    .selectFrom('claim_pin')
    .select(['article_id', 'start', 'end', 'claim_id'])
    .where('article_id', 'in', writing.listed(batch.map(({ articleId }) => articleId)))
    .orderBy('decision_id')
    .execute();
  return Map.groupBy(rows, ({ article_id }) => article_id);
}

/** By ordinal: the claims of assertions at places that an editor put into a claim; the last decision counts. */
function pinnedClaims({ reading }: Recorded, pins: readonly Pin[], { claims }: LoadedIndex): Map<number, StoredClaim> {
  const pinned = new Map<number, StoredClaim>();
  for (const { start, end, claim_id } of pins) {
    const claim = claims.get(claim_id);
    if (claim === undefined) continue;
    for (const [ordinal, { content }] of reading.assertions.entries()) {
      if (content.length > 0 && content[0].start < end && content[0].end > start) pinned.set(ordinal, claim);
    }
  }
  return pinned;
}

/** By ordinal: the claims that assertions had when they were read before. */
function readBefore({ claimsBefore, assertionIds }: Recorded, { claims }: LoadedIndex): Map<number, StoredClaim> {
  const before = new Map<number, StoredClaim>();
  for (const [ordinal, id] of assertionIds.entries()) {
    const claim = claims.get(claimsBefore?.get(id) ?? 0);
    if (claim !== undefined) before.set(ordinal, claim);
  }
  return before;
}

const FOR = codeOf('polarity', 'for');
const AGAINST = codeOf('polarity', 'against');

/** A claim's few first members changed what it says: for and against change places. */
async function turnPolarity(claim: number, writing: Writing): Promise<void> {
  await writing.query(
    'update assertion set polarity = case polarity when ? then ? when ? then ? else polarity end where claim_id = ?',
    [FOR, AGAINST, AGAINST, FOR, claim],
  );
}
