import { variantsOf, type Worded } from '../claims/variants.ts';
import { reasonOf } from '../status/status-rule.ts';
import { codeOf, decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import { claimContradictions } from '../tolls/contradictions.ts';
import type { ClaimAnswer, Evidence, Page, Polarity } from './answers.ts';
import { claimCards } from './claim-cards.ts';
import { claimMembers } from './claim-members.ts';
import { verdictsOf } from './decisions.ts';
import { evidencePieces } from './evidence-pieces.ts';
import { standingId } from './merged.ts';
import { originGraph } from './origin-graph.ts';
import { decodeCursor, idPlace, PAGE_ITEMS, pageOf } from './pages.ts';

/** Most changes of a status that are told, the latest. */
const MOST_CHANGES = 200;

/** A claim, how it stands and why, and what it rests on; undefined where the ledger has none of that id. */
export async function claimAnswer(store: Store, id: number): Promise<ClaimAnswer | undefined> {
  const claimId = await standingId(store, 'claim', id);
  if (claimId === undefined) return undefined;
  const claim = (await claimCards(store, [claimId])).get(claimId);
  if (claim === undefined) return undefined;
  const members = await claimMembers(store, claimId);
  const evidence = {
    for: await claimEvidencePage(store, claimId, 'for'),
    against: await claimEvidencePage(store, claimId, 'against'),
    observing: await claimEvidencePage(store, claimId, 'observing'),
  };
  return {
    claim,
    history: await history(store, claimId),
    graph: await originGraph(store, members, claim.articles),
    evidence,
    certainty: members.map(({ time, certainty, polarity, articleId }) => ({
      at: time,
      certainty,
      polarity,
      articleId,
    })),
    variants: variantsOf(claim.text, [...evidence.for.items, ...evidence.against.items].map(wordedPiece)),
    verdicts: await verdictsOf(store, claimId),
    contradictions: await claimContradictions(store, claimId),
  };
}

function wordedPiece({ words, kind, articleId }: Evidence): Worded {
  return { words, quotation: kind === 'direct', articleId };
}

/**
 * One side of a claim's evidence, in the order in which it came in.
 * @throws {UnknownCursorError}
 */
export async function claimEvidencePage(
  store: Store,
  id: number,
  polarity: Polarity,
  cursor?: string,
): Promise<Page<Evidence>> {
  const [after] = decodeCursor(cursor, idPlace) ?? [0];
  const claimId = (await standingId(store, 'claim', id)) ?? id;
  const side = store.db
    .selectFrom('assertion')
    .where('claim_id', '=', claimId)
    .where('polarity', '=', codeOf('polarity', polarity))
    .where('replaced_by', 'is', null);
  const rows = await side
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const { total } = await side.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const pieces = new Map(
    (
      await evidencePieces(
        store,
        rows.slice(0, PAGE_ITEMS).map((row) => row.id),
      )
    ).map((piece) => [piece.assertionId, piece]),
  );
  return pageOf(
    rows,
    Number(total),
    (row) => [row.id],
    (shown) => shown.flatMap((row) => pieces.get(row.id) ?? []),
  );
}

async function history(store: Store, claimId: number): Promise<ClaimAnswer['history']> {
  const rows = await store.db
    .selectFrom('claim_status')
    .selectAll()
    .where('claim_id', '=', claimId)
    .orderBy('id', 'desc')
    .limit(MOST_CHANGES)
    .execute();
  return rows
    .reverse()
    .map(({ at, recorded_at, status, tally, assertion_id, article_id }) => ({
      at,
      recordedAt: recorded_at,
      status: decoded('status', status),
      reason: reasonOf(tally),
      assertionId: assertion_id,
      articleId: article_id,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
