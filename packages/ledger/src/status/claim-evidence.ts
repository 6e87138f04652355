import type { sql } from 'kysely';
import type { Polarity } from '../questions/answers.ts';
import { codeOf, decoded } from '../store/codes.ts';
import type { Ledger, LedgerTransaction } from '../store/tables.ts';
import type { StatusEvidence } from './evidence.ts';

/** Most pieces of one claim that the rule looks at, by polarity, in the order in which they came in. */
const MOST: Record<Polarity, number> = { for: 256, against: 256, observing: 64 };

/** Whoever lists values as one parameter: a store, or a transaction of its writer. */
interface Readable {
  readonly db: Ledger | LedgerTransaction;
  listed<T extends number | string>(values: readonly T[]): ReturnType<typeof sql<T>>;
}

/** A piece of evidence, and the story of its article. */
export interface ClaimPiece extends StatusEvidence {
  storyId: number | null;
}

/** The evidence of each claim as the status rule takes it. What a later revision of an article dropped is withdrawn. */
export async function claimEvidence(ledger: Readable, claimIds: readonly number[]): Promise<Map<number, ClaimPiece[]>> {
  const found = new Map<number, ClaimPiece[]>();
  if (claimIds.length === 0) return found;
  const counts = await ledger.db
    .selectFrom('assertion')
    .select(({ fn }) => ['claim_id', fn.countAll<number | string>().as('count')])
    .where('claim_id', 'in', ledger.listed(claimIds))
    .groupBy('claim_id')
    .execute();
  const small = counts.filter(({ count }) => Number(count) <= MOST.observing).map(({ claim_id }) => claim_id as number);
  const large = counts.filter(({ count }) => Number(count) > MOST.observing).map(({ claim_id }) => claim_id as number);
  const rows =
    small.length === 0
      ? []
      : await evidenceRows(ledger).where('assertion.claim_id', 'in', ledger.listed(small)).execute();
  for (const claim of large) {
    for (const [polarity, most] of Object.entries(MOST) as [Polarity, number][]) {
      const some = evidenceRows(ledger)
        .where('assertion.claim_id', '=', claim)
        .where('assertion.polarity', '=', codeOf('polarity', polarity));
      rows.push(...(await some.orderBy('assertion.id').limit(most).execute()));
    }
  }
  const byClaim = Map.groupBy(rows, ({ claim_id }) => claim_id as number);
  for (const [claim, pieces] of byClaim) found.set(claim, standingPieces(pieces));
  return found;
}

type EvidenceRow = Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number];

function evidenceRows({ db }: Readable) {
  return (db as Ledger)
    .selectFrom('assertion')
    .innerJoin('article', 'article.id', 'assertion.article_id')
    .leftJoin('revision', 'revision.id', 'assertion.replaced_by')
    .leftJoin('told_outlet', 'told_outlet.assertion_id', 'assertion.id')
    .select([
      'assertion.id',
      'assertion.claim_id',
      'assertion.start',
      'assertion.article_id',
      'assertion.polarity',
      'assertion.certainty',
      'assertion.stance',
      'assertion.speaker_id',
      'article.time',
      'article.origin_id',
      'article.story_id',
      'article.outlet',
      'revision.added_at as replaced_at',
      'told_outlet.outlet as told',
    ]);
}

const FOR = codeOf('polarity', 'for');

/** An article's earlier revisions count only where its current one says nothing of the claim, and then once. */
function standingPieces(rows: readonly EvidenceRow[]): ClaimPiece[] {
  const current = new Set(rows.filter(({ replaced_at }) => replaced_at === null).map(({ article_id }) => article_id));
  const withdrawn = new Map<number, EvidenceRow>();
  for (const row of rows) {
    const { article_id, replaced_at } = row;
    if (replaced_at === null || current.has(article_id)) continue;
    const later = withdrawn.get(article_id)?.replaced_at ?? '';
    if (replaced_at > later) withdrawn.set(article_id, row);
  }
  const standing = rows.filter((row) => row.replaced_at === null || withdrawn.get(row.article_id) === row);
  const sameWords = Map.groupBy(standing, wordsOf);
  return standing.map((row) => ({
    assertionId: row.id,
    articleId: row.article_id,
    at: row.time,
    polarity: decoded('polarity', row.polarity ?? FOR),
    certainty: decoded('certainty', row.certainty),
    stance: row.stance === null ? null : decoded('stance', row.stance),
    textOrigin: row.origin_id ?? row.article_id,
    outlet: row.outlet,
    toldOutlet: row.told,
    speakerId: row.speaker_id,
    beside: (sameWords.get(wordsOf(row)) ?? [])
      .filter((other) => other !== row)
      .map(({ told, speaker_id }) => ({ toldOutlet: told, speakerId: speaker_id })),
    withdrawnAt: row.replaced_at,
    storyId: row.story_id,
  }));
}

/** The place of a piece's words: where two begin at one, who is cited and who cites have said them. */
function wordsOf({ article_id, start, polarity }: EvidenceRow): string {
  return `${article_id} ${start} ${polarity}`;
}
