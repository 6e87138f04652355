import { firstOutlet } from '../copies/told-outlet.ts';
import type { Decision } from '../edits/decision.ts';
import type { Judgement, RevisionOf } from '../judgement.ts';
import { codeOf } from '../store/codes.ts';
import type { Writing } from '../store/writing.ts';
import { countLargeClaims, countPieces } from './claim-counts.ts';
import { type ClaimPiece, claimEvidence } from './claim-evidence.ts';
import type { Standing, StandingChange, StatusEvidence } from './evidence.ts';
import { type BatchEvidence, batchEvidence } from './repeats.ts';
import { replayed } from './status-rule.ts';
import type { ClaimStandingTable, ClaimStatusTable } from './tables.ts';

/** Claims of a speaker that are looked at again where an editor says who the speaker is. */
const MOST_CLAIMS_A_SPEAKER = 1000;

/** By ordinal of the assertion: the outlet that it was told to. */
type StatusFeatures = Record<string, string>;

/** What the evidence of claims adds up to, as articles arrive: `docs/status.md`. */
export const status: Judgement<StatusFeatures> = {
  name: 'status',

  features({ reading }) {
    const told: StatusFeatures = {};
    for (const [ordinal, assertion] of reading.assertions.entries()) {
      const outlet = firstOutlet(reading, assertion);
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
    const ids = batch.flatMap(({ assertionIds }) => assertionIds);
    const former = batch.flatMap(({ formerClaims }) => formerClaims);
    const fresh = batch.filter(({ isRevision }) => !isRevision).map(({ articleId }) => articleId);
    const { repeated, others } = await batchEvidence(fresh, ids, writing);
    for (const claim of former) repeated.delete(claim);
    const standings = await standingsBefore([...repeated.keys()], writing);
    const unknown = [...repeated.keys()].filter((claim) => !standings.has(claim));
    await recordStandings([...new Set([...others, ...former, ...unknown])], writing);
    await countRepeats(repeated, standings, writing);
  },

  async retract(revisions, writing) {
    const ids = await assertionsOf(revisions, writing);
    await writing.db.deleteFrom('told_outlet').where('assertion_id', 'in', writing.listed(ids)).execute();
  },

  async forget(articleIds, writing) {
    const claims = await claimsOf(writing, articleIds);
    await recordStandings(claims, writing, new Set(articleIds));
  },

  async decide(decision, _, writing) {
    await recordStandings(await claimsConcerned(decision, writing), writing);
  },
};

/** Claims whose evidence, or its independence, a decision may have changed. */
async function claimsConcerned({ kind, payload }: Decision, writing: Writing): Promise<number[]> {
  switch (kind) {
    case 'claim-merge':
      return [payload.into, ...payload.from];
    case 'claim-split': {
      const revisions = payload.assertions.map(({ revision }) => revision);
      return [...new Set([payload.claim, ...(await claimsOfRevisions(revisions, writing))])];
    }
    case 'not-a-copy':
      return claimsOf(writing, [payload.article, ...(payload.of === undefined ? [] : [payload.of])]);
    case 'entity-merge':
    case 'entity-split':
      return claimsOfSpeakers(kind === 'entity-merge' ? [payload.into, ...payload.from] : [payload.entity], writing);
    case 'story-merge':
    case 'story-split':
    case 'assertion-correction':
    case 'verdict':
      return [];
  }
}

async function claimsOfRevisions(revisionIds: readonly number[], writing: Writing): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('assertion')
    .select('claim_id')
    .distinct()
    .where('revision_id', 'in', writing.listed(revisionIds))
    .where('claim_id', 'is not', null)
    .execute();
  return rows.flatMap(({ claim_id }) => claim_id ?? []);
}

async function claimsOfSpeakers(entityIds: readonly number[], writing: Writing): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('assertion')
    .innerJoin('claim_standing', 'claim_standing.claim_id', 'assertion.claim_id')
    .select('claim_standing.claim_id')
    .distinct()
    .where('speaker_id', 'in', writing.listed(entityIds))
    .limit(MOST_CLAIMS_A_SPEAKER)
    .execute();
  return rows.map(({ claim_id }) => claim_id);
}

async function assertionsOf(revisions: readonly RevisionOf[], writing: Writing): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('assertion')
    .select('id')
    .where('revision_id', 'in', writing.listed(revisions.map(({ revisionId }) => revisionId)))
    .execute();
  return rows.map(({ id }) => id);
}

/** The claims that these articles ever had a part in. */
async function claimsOf(writing: Writing, articleIds: readonly number[]): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('revision')
    .innerJoin('assertion', 'assertion.revision_id', 'revision.id')
    .select('claim_id')
    .distinct()
    .where('revision.article_id', 'in', writing.listed(articleIds))
    .where('claim_id', 'is not', null)
    .execute();
  return rows.flatMap(({ claim_id }) => claim_id ?? []);
}

/** Counts what copies say as the text before them did; nothing else changes for the claim. */
async function countRepeats(
  repeated: BatchEvidence['repeated'],
  standings: ReadonlyMap<number, ClaimStandingTable>,
  writing: Writing,
): Promise<void> {
  const more = (rows: readonly { polarity: number }[], polarity: StatusEvidence['polarity']): number =>
    rows.filter((row) => row.polarity === codeOf('polarity', polarity)).length;
  await writing.update(
    'claim_standing',
    'claim_id',
    [...standings.values()].map(({ claim_id, articles, for_count, against_count, observing_count }) => {
      const rows = repeated.get(claim_id) ?? [];
      return {
        claim_id,
        articles: articles + new Set(rows.map(({ article }) => article)).size,
        for_count: for_count + more(rows, 'for'),
        against_count: against_count + more(rows, 'against'),
        observing_count: observing_count + more(rows, 'observing'),
      };
    }),
  );
}

/** Works out how these claims stand now, and appends to their history what changed. */
async function recordStandings(
  claimIds: readonly number[],
  writing: Writing,
  without: ReadonlySet<number> = new Set(),
): Promise<void> {
  const evidence = await claimEvidence(writing, claimIds);
  const before = await standingsBefore(claimIds, writing);
  const shared: { claimId: number; pieces: ClaimPiece[] }[] = [];
  for (const claimId of claimIds) {
    const pieces = (evidence.get(claimId) ?? []).filter(({ articleId }) => !without.has(articleId));
    if (before.has(claimId) || new Set(pieces.map(({ articleId }) => articleId)).size > 1)
      shared.push({ claimId, pieces });
  }
  const history = await historyBefore(
    shared.map(({ claimId }) => claimId),
    writing,
  );
  const large = await countLargeClaims(shared, without, writing);
  const standings: ClaimStandingTable[] = [];
  const changes: Omit<ClaimStatusTable, 'id'>[] = [];
  for (const { claimId, pieces } of shared) {
    const old = before.get(claimId);
    const { now, changes: replay } = replayed(pieces);
    const fresh = newChanges(claimId, now, replay, history.get(claimId) ?? [], writing.at);
    changes.push(...fresh);
    standings.push({
      claim_id: claimId,
      story_id: storyOf(pieces),
      status: codeOf('status', now.status),
      tally: now.tally,
      origins: now.origins,
      ...(large.get(claimId) ?? countPieces(pieces)),
      changed_at: old === undefined || old.status !== codeOf('status', now.status) ? writing.at : old.changed_at,
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
  now: Standing,
  replay: readonly StandingChange[],
  known: readonly ClaimStatusTable[],
  recordedAt: string,
): Omit<ClaimStatusTable, 'id'>[] {
  const have = new Set(known.map(({ at, status, assertion_id }) => `${at} ${status} ${assertion_id}`));
  const fresh: Omit<ClaimStatusTable, 'id'>[] = replay
    .map((change) => ({ ...change, status: codeOf('status', change.status) }))
    .filter(({ at, status, assertionId }) => !have.has(`${at} ${status} ${assertionId}`))
    .map(({ at, status, tally, assertionId, articleId }) => ({
      claim_id: claimId,
      at,
      recorded_at: recordedAt,
      status,
      tally,
      assertion_id: assertionId,
      article_id: articleId,
    }));
  const last = fresh.at(-1)?.status ?? known.at(-1)?.status;
  const status = codeOf('status', now.status);
  if (last !== undefined && last !== status) {
    const withdrawn = { assertion_id: null, article_id: null };
    fresh.push({
      claim_id: claimId,
      at: recordedAt,
      recorded_at: recordedAt,
      status,
      tally: now.tally,
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

/** The story of most of a claim's articles; of as many, the one that reported it first. */
function storyOf(pieces: readonly ClaimPiece[]): number | null {
  const articles = new Map<number, number>(
    pieces.flatMap(({ articleId, storyId }) => (storyId === null ? [] : [[articleId, storyId]])),
  );
  const counts = new Map<number, number>();
  for (const story of articles.values()) counts.set(story, (counts.get(story) ?? 0) + 1);
  let most: number | null = null;
  for (const [story, count] of counts) if (count > (counts.get(most ?? -1) ?? 0)) most = story;
  return most;
}
