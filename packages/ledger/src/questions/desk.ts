import { z } from 'zod';
import { codesOf, decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import type { DeskAnswer, StatusName } from './answers.ts';
import { claimCards } from './claim-cards.ts';
import { decodeCursor, encodeCursor, MOST_COUNTED, PAGE_ITEMS, pageOf, type timePlace } from './pages.ts';
import { storyCards } from './story-cards.ts';

/** Statuses that want somebody's eyes before the others. */
const FIRST: readonly StatusName[] = ['unconfirmed', 'disputed'];
const REST: readonly StatusName[] = ['denied', 'retracted', 'single-origin', 'corroborated'];

/** After every time, in any order of characters. */
const LATEST = '9999';

/** `stories` or `changed`, which list the cursor goes on in; where of it, and for `changed` in which half. */
const place = z.union([
  z.tuple([z.literal('stories'), z.string(), z.int()]),
  z.tuple([z.literal('changed'), z.int(), z.string(), z.int()]),
]);
type Place = z.infer<typeof place>;

/**
 * What a desk opens with: stories by latest change, and the claims that changed status after `since`, the time of the last
 * visit. With a cursor the list that it is of goes on; the other one begins anew.
 * @throws {UnknownCursorError}
 */
export async function deskAnswer(
  store: Store,
  { since, cursor }: { since?: string; cursor?: string } = {},
): Promise<DeskAnswer> {
  const at = decodeCursor(cursor, place);
  return {
    stories: await stories(store, at),
    changed: await changedClaims(store, since ?? '', at),
    totals: await totals(store),
  };
}

async function stories(store: Store, at: Place | undefined): Promise<DeskAnswer['stories']> {
  const [, time, id] = at?.[0] === 'stories' ? at : ['', LATEST, 0];
  const rows = await store.db
    .selectFrom('story')
    .select(['id', 'changed_at'])
    .where('articles', '>', 0)
    .where('changed_at', '<=', time)
    .where(({ eb, or }) => or([eb('changed_at', '<', time), eb('id', '<', id)]))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const [{ total }] = await store.query<{ total: number }>(
    'select count(*) as total from (select 1 from story where articles > 0 limit ?) as counted',
    [MOST_COUNTED],
  );
  const cards = await storyCards(
    store,
    rows.slice(0, PAGE_ITEMS).map((row) => row.id),
  );
  return pageOf(
    rows,
    total,
    (row) => ['stories', row.changed_at, row.id],
    (shown) => shown.flatMap((row) => cards.get(row.id) ?? []),
  );
}

async function changedClaims(store: Store, since: string, at: Place | undefined): Promise<DeskAnswer['changed']> {
  const [, half, time, id] = at?.[0] === 'changed' ? at : ['', 0, LATEST, 0];
  const first = half === 0 ? await changedRows(store, FIRST, since, [time, id]) : [];
  const rest =
    first.length > PAGE_ITEMS ? [] : await changedRows(store, REST, since, half === 0 ? [LATEST, 0] : [time, id]);
  const rows = [...first.map((row) => ({ half: 0, ...row })), ...rest.map((row) => ({ half: 1, ...row }))];
  const shown = rows.slice(0, PAGE_ITEMS);
  const ids = shown.map(({ claim_id }) => claim_id);
  const cards = await claimCards(store, ids);
  const before = await statusesBefore(store, ids, since);
  const last = shown.at(-1);
  const [{ total }] = await store.query<{ total: number }>(
    `select count(*) as total from (
       select 1 from claim_standing where changed_at > ? and articles > 0 and for_count + against_count > 0
       limit ?) as counted`,
    [since, MOST_COUNTED],
  );
  return {
    items: shown.flatMap(({ claim_id }) => {
      const card = cards.get(claim_id);
      return card === undefined ? [] : [{ ...card, before: before.get(claim_id) ?? null }];
    }),
    total,
    next:
      rows.length > PAGE_ITEMS && last !== undefined
        ? encodeCursor(['changed', last.half, last.changed_at, last.claim_id])
        : null,
  };
}

/**
 * The latest change first; of those that came in together, the claim that was reported first. What nobody says or denies, but
 * only "would not comment" on or "could not confirm", is no claim to look at.
 */
async function changedRows(
  store: Store,
  statuses: readonly StatusName[],
  since: string,
  [time, id]: z.infer<typeof timePlace>,
): Promise<{ claim_id: number; changed_at: string }[]> {
  return store.db
    .selectFrom('claim_standing')
    .select(['claim_id', 'changed_at'])
    .where('changed_at', '>', since)
    .where('changed_at', '<=', time)
    .where(({ eb, or }) => or([eb('changed_at', '<', time), eb('claim_id', '>', id)]))
    .where('status', 'in', store.listed(codesOf('status', statuses)))
    .where('articles', '>', 0)
    .where(({ eb, or }) => or([eb('for_count', '>', 0), eb('against_count', '>', 0)]))
    .orderBy('changed_at', 'desc')
    .orderBy('claim_id')
    .limit(PAGE_ITEMS + 1)
    .execute();
}

/** How claims stood at a time; those that were not there yet are left out. */
async function statusesBefore(store: Store, ids: readonly number[], time: string): Promise<Map<number, StatusName>> {
  if (ids.length === 0 || time === '') return new Map();
  const rows = await store.db
    .selectFrom('claim_status')
    .select(['claim_id', 'status'])
    .where('claim_id', 'in', store.listed(ids))
    .where('recorded_at', '<=', time)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ claim_id, status }) => [claim_id, decoded('status', status)]));
}

async function totals(store: Store): Promise<DeskAnswer['totals']> {
  const [articles] = await store.query<{ articles: number; copies: number | null }>(
    `select count(*) as articles, sum(case when origin_id <> id then 1 else 0 end) as copies from article
     where origin_id is not null`,
  );
  const counted = async (what: string): Promise<number> =>
    (await store.query<{ count: number }>(`select count(*) as count from ${what}`))[0].count;
  const copies = Number(articles.copies ?? 0);
  return {
    articles: Number(articles.articles),
    copies,
    origins: Number(articles.articles) - copies,
    stories: await counted('story where articles > 0'),
    claims: await counted('claim_standing'),
    entities: await counted(`entity where type <> 'unnamed' and merged_into is null`),
    skipped: await counted('skipped'),
  };
}
