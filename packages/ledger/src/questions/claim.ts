import { variantsOf, type Worded } from '../claims/variants.ts';
import { reasonOf } from '../status/status-rule.ts';
import { codeOf, decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import { claimContradictions } from '../tolls/contradictions.ts';
import type { ClaimAnswer, ClaimEvidence, Evidence, Page, Polarity } from './answers.ts';
import { certaintyOfClaim } from './certainty-of-claim.ts';
import { claimCards } from './claim-cards.ts';
import { claimMembers, POLARITIES } from './claim-members.ts';
import { countingsOf } from './countings.ts';
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
  const sides = POLARITIES.map((polarity) =>
    members
      .filter((member) => member.polarity === polarity)
      .map(({ assertionId }) => assertionId)
      .sort((a, b) => a - b),
  );
  const evidence = await evidencePages(store, claimId, sides);
  return {
    claim,
    history: await history(store, claimId),
    graph: await originGraph(store, members, claim.articles),
    evidence,
    certainty: members.map(({ time, certainty, polarity, articleId }) => ({
      at: time,
      certainty,
      ofClaim: certaintyOfClaim(certainty, polarity),
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
): Promise<Page<ClaimEvidence>> {
  const [after] = decodeCursor(cursor, idPlace) ?? [0];
  const claimId = (await standingId(store, 'claim', id)) ?? id;
  const rows = await sideOf(store, claimId, polarity)
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const total = await sideTotal(store, claimId, polarity);
  const ids = rows.map((row) => row.id);
  return evidencePage(ids, total, await piecesOf(store, claimId, ids.slice(0, PAGE_ITEMS)));
}

/** The first page of every side, read in one go. `sides` are the first assertions of each, one more than a page at least. */
async function evidencePages(
  store: Store,
  claimId: number,
  sides: readonly (readonly number[])[],
): Promise<ClaimAnswer['evidence']> {
  const pieces = await piecesOf(
    store,
    claimId,
    sides.flatMap((ids) => ids.slice(0, PAGE_ITEMS)),
  );
  const pages: Page<ClaimEvidence>[] = [];
  for (const [at, ids] of sides.entries()) {
    const total = ids.length <= PAGE_ITEMS ? ids.length : await sideTotal(store, claimId, POLARITIES[at]);
    pages.push(evidencePage(ids.slice(0, PAGE_ITEMS + 1), total, pieces));
  }
  return { for: pages[0], against: pages[1], observing: pages[2] };
}

function sideOf(store: Store, claimId: number, polarity: Polarity) {
  return store.db
    .selectFrom('assertion')
    .where('claim_id', '=', claimId)
    .where('polarity', '=', codeOf('polarity', polarity))
    .where('replaced_by', 'is', null);
}

async function sideTotal(store: Store, claimId: number, polarity: Polarity): Promise<number> {
  const side = sideOf(store, claimId, polarity).select(({ fn }) => fn.countAll<number>().as('total'));
  return Number((await side.executeTakeFirstOrThrow()).total);
}

async function piecesOf(store: Store, claimId: number, ids: readonly number[]): Promise<Map<number, ClaimEvidence>> {
  const pieces = await evidencePieces(store, ids);
  const countings = await countingsOf(store, claimId, ids);
  return new Map(
    pieces.map((piece) => [piece.assertionId, { ...piece, counts: countings.get(piece.assertionId) ?? NOT_LOOKED_AT }]),
  );
}

/** Of a piece beyond those that the status rule looks at. */
const NOT_LOOKED_AT = { as: null, why: 'not-looked-at', of: null } as const;

function evidencePage(
  ids: readonly number[],
  total: number,
  pieces: ReadonlyMap<number, ClaimEvidence>,
): Page<ClaimEvidence> {
  return pageOf(
    ids,
    total,
    (id) => [id],
    (shown) => shown.flatMap((id) => pieces.get(id) ?? []),
  );
}

async function history(store: Store, claimId: number): Promise<ClaimAnswer['history']> {
  const rows = await store.db
    .selectFrom('claim_status')
    .leftJoin('article', 'article.id', 'claim_status.article_id')
    .selectAll('claim_status')
    .select('article.seen_at')
    .where('claim_id', '=', claimId)
    .orderBy('claim_status.id', 'desc')
    .limit(MOST_CHANGES)
    .execute();
  return rows
    .reverse()
    .map(({ at, recorded_at, status, tally, assertion_id, article_id, seen_at }) => ({
      at,
      isDated: at !== seen_at,
      recordedAt: recorded_at,
      status: decoded('status', status),
      reason: reasonOf(tally),
      assertionId: assertion_id,
      articleId: article_id,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
