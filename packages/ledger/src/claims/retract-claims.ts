import type { RevisionOf } from '../judgement.ts';
import type { Writing } from '../store/writing.ts';
import { NO_CLARITY } from './claim-index.ts';
import { loadClaims, type StoredClaim, updateClaims } from './claim-rows.ts';

/**
 * Takes back what revisions gave their claims. A claim keeps its last exemplars and its text even so, until another
 * assertion gives better ones: the same article read again then finds the same claim.
 */
export async function retractClaims(revisions: readonly RevisionOf[], writing: Writing): Promise<void> {
  const taken = await assertionsOf(
    'revision_id',
    revisions.map(({ revisionId }) => revisionId),
    writing,
  );
  const claims = await loadClaims([...taken.keys()], writing);
  for (const claim of claims) {
    const assertions = taken.get(claim.id)!;
    claim.members = Math.max(0, claim.members - assertions.size);
    const others = claim.exemplars.filter(({ assertionId }) => !assertions.has(assertionId));
    uncount(claim, assertions);
    if (others.length > 0) claim.exemplars = others;
    if (claim.textAssertionId !== null && assertions.has(claim.textAssertionId)) claim.clarity = NO_CLARITY;
  }
  await updateClaims(claims, writing);
}

/** Takes the words of articles out of the claims: text and exemplars that came from any of their revisions. */
export async function forgetClaims(articleIds: readonly number[], writing: Writing): Promise<void> {
  const taken = await assertionsOf('article_id', articleIds, writing);
  const claims = await loadClaims([...taken.keys()], writing);
  for (const claim of claims) {
    const assertions = taken.get(claim.id)!;
    claim.exemplars = claim.exemplars.filter(({ assertionId }) => !assertions.has(assertionId));
    if (claim.textAssertionId === null || !assertions.has(claim.textAssertionId)) continue;
    claim.text = '';
    claim.textAssertionId = null;
    claim.clarity = NO_CLARITY;
  }
  await updateClaims(claims, writing);
  await writing.db.deleteFrom('claim_pin').where('article_id', 'in', writing.listed(articleIds)).execute();
}

/** What settles a claim's orientation goes with the exemplars that said it. */
function uncount(claim: StoredClaim, assertions: ReadonlySet<number>): void {
  for (const { assertionId, fingerprint } of claim.exemplars) {
    if (!assertions.has(assertionId)) continue;
    if (fingerprint.isNegated) claim.negated = Math.max(0, claim.negated - 1);
    else claim.stated = Math.max(0, claim.stated - 1);
  }
}

async function assertionsOf(
  column: 'revision_id' | 'article_id',
  ids: readonly number[],
  writing: Writing,
): Promise<Map<number, Set<number>>> {
  const rows = await writing.db
    .selectFrom('assertion')
    .select(['id', 'claim_id'])
    .where(column, 'in', writing.listed(ids))
    .where('claim_id', 'is not', null)
    .execute();
  const byClaim = new Map<number, Set<number>>();
  for (const { id, claim_id } of rows) {
    const own = byClaim.get(claim_id!) ?? new Set<number>();
    byClaim.set(claim_id!, own.add(id));
  }
  return byClaim;
}
