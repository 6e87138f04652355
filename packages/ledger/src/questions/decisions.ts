import { DECISIONS, type Decision } from '../edits/decision.ts';
import { toDecision } from '../edits/decisions.ts';
import type { Store } from '../store/store.ts';
import type { DecisionTable } from '../store/tables.ts';
import type { DecisionEntry, Page, Verdict } from './answers.ts';
import { decodeCursor, idPlace, LAST_ID, PAGE_ITEMS, pageOf } from './pages.ts';

/**
 * What editors decided, the latest first.
 * @throws {UnknownCursorError}
 */
export async function decisionsAnswer(store: Store, cursor?: string): Promise<Page<DecisionEntry>> {
  const [before] = decodeCursor(cursor, idPlace) ?? [LAST_ID];
  const rows = await store.db
    .selectFrom('decision')
    .selectAll()
    .where('id', '<', before)
    .where('undoes', 'is', null)
    .orderBy('id', 'desc')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const { total } = await store.db
    .selectFrom('decision')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('undoes', 'is', null)
    .executeTakeFirstOrThrow();
  const entries = new Map((await decisionEntries(store, rows)).map((entry) => [entry.id, entry]));
  return pageOf(
    rows,
    Number(total),
    ({ id }) => [id],
    (shown) => shown.flatMap(({ id }) => entries.get(id) ?? []),
  );
}

/** Rows of decisions as they are told to a person. */
export async function decisionEntries(store: Store, rows: readonly DecisionTable[]): Promise<DecisionEntry[]> {
  const undone = await undoneAmong(
    store,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    author: row.author,
    kind: row.kind,
    text: sentenceOf(toDecision(row)),
    undone: undone.has(row.id),
  }));
}

/** Editors' ratings of a claim, the latest first. */
export async function verdictsOf(store: Store, claimId: number): Promise<Verdict[]> {
  const rows = await store.db
    .selectFrom('decision')
    .selectAll()
    .where('kind', '=', 'verdict')
    .where('undoes', 'is', null)
    // `decide` writes payloads in the order of their schema.
    .where('payload', 'like', `{"claim":${claimId},%`)
    .orderBy('id', 'desc')
    .execute();
  const undone = await undoneAmong(
    store,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, at, author, payload }) => {
    const { rating, note, url } = DECISIONS.verdict.parse(JSON.parse(payload));
    return { id, at, author, rating, note: note ?? '', url: url ?? null, undone: undone.has(id) };
  });
}

async function undoneAmong(store: Store, ids: readonly number[]): Promise<Set<number | null>> {
  if (ids.length === 0) return new Set();
  const rows = await store.db
    .selectFrom('decision')
    .select('undoes')
    .where('undoes', 'in', store.listed(ids))
    .execute();
  return new Set(rows.map(({ undoes }) => undoes));
}

function sentenceOf({ kind, payload }: Decision): string {
  switch (kind) {
    case 'not-a-copy':
      return `Article ${payload.article} does not repeat ${payload.of === undefined ? 'any other' : `article ${payload.of}`}`;
    case 'story-merge':
      return `${listOf('Story', 'Stories', payload.from)} joined to story ${payload.into}`;
    case 'story-split':
      return `${listOf('Article', 'Articles', payload.articles)} taken out of story ${payload.story}`;
    case 'entity-merge':
      return `${listOf('Entity', 'Entities', payload.from)} joined to entity ${payload.into}`;
    case 'entity-split':
      return `${payload.actors.length} of its mentions taken out of entity ${payload.entity}`;
    case 'claim-merge':
      return `${listOf('Claim', 'Claims', payload.from)} joined to claim ${payload.into}`;
    case 'claim-split':
      return `${payload.assertions.length} of its assertions taken out of claim ${payload.claim}`;
    case 'assertion-correction':
      return `An assertion of article ${payload.at.article} ${CORRECTED[payload.action]}`;
    case 'verdict':
      return `Claim ${payload.claim} rated ${payload.rating}`;
  }
}

const CORRECTED = { add: 'added', delete: 'deleted', edit: 'corrected' } as const;

function listOf(one: string, many: string, ids: readonly number[]): string {
  return `${ids.length === 1 ? one : many} ${ids.join(', ')}`;
}
