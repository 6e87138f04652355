import { toldOutlet } from '../copies/told-outlet.ts';
import type { Judgement, RevisionOf } from '../judgement.ts';
import type { Writing } from '../store/writing.ts';
import { claimEvidence } from './claim-evidence.ts';
import type { StatusEvidence } from './evidence.ts';
import { currentStanding, standingHistory } from './status-rule.ts';
import type { ClaimStandingTable, ClaimStatusTable } from './tables.ts';

/** By ordinal of the assertion: the outlet that it was told to. */
type StatusFeatures = Record<string, string>;

/** What the evidence of claims adds up to, as articles arrive: `docs/status.md`. */
export const statusJudgement: Judgement<StatusFeatures> = {
  name: 'status',

  features({ reading }) {
    const told: StatusFeatures = {};
    for (const [ordinal, assertion] of reading.assertions.entries()) {
      const outlet = toldOutlet(reading, assertion);
      if (outlet !== null) told[ordinal] = outlet;
    }
    return told;
  },

  async record(batch, writing) {
    await writing.insert(
      'told_outlet',
      batch.flatMap(({ features, assertionIds }) =>
        Object.entries(features).map(([ordinal, outlet]) => ({ assertion_id: assertionIds[Number(ordinal)], outlet })),
      ),
    );
    const revised = batch.filter(({ isRevision }) => isRevision).map(({ articleId }) => articleId);
    const ids = batch.flatMap(({ assertionIds }) => assertionIds);
    await recordStandings(await claimsOf(writing, ids, revised), writing);
  },

  async retract(revisions, writing) {
    const ids = await assertionsOf(revisions, writing);
    await writing.db.deleteFrom('told_outlet').where('assertion_id', 'in', writing.listed(ids)).execute();
  },

  async forget(articleIds, writing) {
    const claims = await claimsOf(writing, [], articleIds);
    await recordStandings(claims, writing, new Set(articleIds));
  },
};

async function assertionsOf(revisions: readonly RevisionOf[], writing: Writing): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('assertion')
    .select('id')
    .where('revision_id', 'in', writing.listed(revisions.map(({ revisionId }) => revisionId)))
    .execute();
  return rows.map(({ id }) => id);
}

/** The claims of these assertions, and all that these articles ever had a part in. */
async function claimsOf(
  writing: Writing,
  assertionIds: readonly number[],
  articleIds: readonly number[],
): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('assertion')
    .select('claim_id')
    .distinct()
    .where(({ eb, or }) =>
      or([eb('id', 'in', writing.listed(assertionIds)), eb('article_id', 'in', writing.listed(articleIds))]),
    )
    .where('claim_id', 'is not', null)
    .execute();
  return rows.flatMap(({ claim_id }) => claim_id ?? []);
}

/** Works out how these claims stand now, and appends to their history what changed. */
export async function recordStandings(
  claimIds: readonly number[],
  writing: Writing,
  without: ReadonlySet<number> = new Set(),
): Promise<void> {
  const evidence = await claimEvidence(writing, claimIds);
  const before = await standingsBefore(claimIds, writing);
  const shared: { claimId: number; pieces: StatusEvidence[] }[] = [];
  for (const claimId of claimIds) {
    const pieces = (evidence.get(claimId) ?? []).filter(({ articleId }) => !without.has(articleId));
    if (before.has(claimId) || new Set(pieces.map(({ articleId }) => articleId)).size > 1)
      shared.push({ claimId, pieces });
  }
  const history = await historyBefore(
    shared.map(({ claimId }) => claimId),
    writing,
  );
  const standings: ClaimStandingTable[] = [];
  const changes: Omit<ClaimStatusTable, 'id'>[] = [];
  for (const { claimId, pieces } of shared) {
    const old = before.get(claimId);
    const now = currentStanding(pieces);
    const known = history.get(claimId) ?? [];
    const fresh = newChanges(claimId, pieces, known, writing.at);
    changes.push(...fresh);
    standings.push({
      claim_id: claimId,
      status: now.status,
      reason: now.reason,
      articles: new Set(pieces.map(({ articleId }) => articleId)).size,
      origins: now.origins,
      for_count: countOf(pieces, 'for'),
      against_count: countOf(pieces, 'against'),
      observing_count: countOf(pieces, 'observing'),
      first_at: pieces.reduce((first, { at }) => (at < first ? at : first), pieces[0]?.at ?? writing.at),
      changed_at: old === undefined || old.status !== now.status ? writing.at : old.changed_at,
    });
  }
  await writing.insert(
    'claim_standing',
    standings.filter(({ claim_id }) => !before.has(claim_id)),
  );
  await writing.update(
    'claim_standing',
    'claim_id',
    standings.filter(({ claim_id }) => before.has(claim_id)),
  );
  if (changes.length === 0) return;
  const first = await writing.nextIds('claim_status', changes.length);
  await writing.insert(
    'claim_status',
    changes.map((change, at) => ({ id: first + at, ...change })),
  );
}

/** Changes that the history does not have yet; where replaying it ends otherwise than before, the end is recorded as of now. */
function newChanges(
  claimId: number,
  pieces: readonly StatusEvidence[],
  known: readonly ClaimStatusTable[],
  recordedAt: string,
): Omit<ClaimStatusTable, 'id'>[] {
  const replayed = standingHistory(pieces);
  const have = new Set(known.map(({ at, status, assertion_id }) => `${at} ${status} ${assertion_id}`));
  const fresh = replayed
    .filter(({ at, status, assertionId }) => !have.has(`${at} ${status} ${assertionId}`))
    .map(({ at, status, reason, assertionId, articleId }) => ({
      claim_id: claimId,
      at,
      recorded_at: recordedAt,
      status,
      reason,
      assertion_id: assertionId,
      article_id: articleId,
    }));
  const last = fresh.at(-1)?.status ?? known.at(-1)?.status;
  const now = currentStanding(pieces);
  if (last !== undefined && last !== now.status) {
    const withdrawn = { assertion_id: null, article_id: null };
    fresh.push({
      claim_id: claimId,
      at: recordedAt,
      recorded_at: recordedAt,
      status: now.status,
      reason: now.reason,
      ...withdrawn,
    });
  }
  return fresh;
}

async function standingsBefore(
  claimIds: readonly number[],
  writing: Writing,
): Promise<Map<number, ClaimStandingTable>> {
  const rows = await writing.db
    .selectFrom('claim_standing')
    .selectAll()
    .where('claim_id', 'in', writing.listed(claimIds))
    .execute();
  return new Map(rows.map((row) => [row.claim_id, row]));
}

async function historyBefore(claimIds: readonly number[], writing: Writing): Promise<Map<number, ClaimStatusTable[]>> {
  if (claimIds.length === 0) return new Map();
  const rows = await writing.db
    .selectFrom('claim_status')
    .selectAll()
    .where('claim_id', 'in', writing.listed(claimIds))
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ claim_id }) => claim_id);
}

function countOf(pieces: readonly StatusEvidence[], polarity: StatusEvidence['polarity']): number {
  return pieces.filter((piece) => piece.polarity === polarity && piece.withdrawnAt === null).length;
}
