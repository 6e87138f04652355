import { sql } from 'kysely';
import { claimCards } from '../questions/claim-cards.ts';
import { LAST_ID } from '../questions/pages.ts';
import type { Store } from '../store/store.ts';
import type { SearchScope } from './search-scope.ts';
import { WordMatch } from './word-match.ts';

/** Claims that are ranked together: the latest of those that are left. */
const WINDOW = 200;

/** Where a list of claims goes on: which window, named by the claim that it comes before, and how far in it. */
export type ClaimPlace = readonly [before: number, offset: number];

export const FROM_THE_FIRST: ClaimPlace = [LAST_ID, 0];

/**
 * The claims whose text has the words of a search, at most `limit` after a place. They are taken in windows of the latest
 * claims; within one, those of most articles come first.
 */
export async function findClaims(
  store: Store,
  scope: SearchScope,
  [before, offset]: ClaimPlace,
  limit: number,
): Promise<{ ids: number[]; next: ClaimPlace | null }> {
  const { search } = store.dialect;
  const key = sql.ref(search.key);
  const { rows } = await sql<{ id: number }>`
    select ${key} as id from search_claim where ${search.matches('search_claim', scope.wanted)} and ${key} < ${before}
    order by ${key} desc limit ${WINDOW}`.execute(store.db);
  const ranked = await rank(
    store,
    scope,
    rows.map(({ id }) => id),
  );
  const ids = ranked.slice(offset, offset + limit);
  const last = rows.at(-1)?.id;
  if (offset + limit < ranked.length) return { ids, next: [before, offset + limit] };
  return { ids, next: rows.length === WINDOW && last !== undefined ? [last, 0] : null };
}

async function rank(store: Store, scope: SearchScope, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await store.db
    .selectFrom('claim')
    .leftJoin('claim_standing', 'claim_standing.claim_id', 'claim.id')
    .select(['claim.id', 'claim.text', 'claim_standing.articles'])
    .where('claim.id', 'in', store.listed(ids))
    .where('claim.members', '>', 0)
    .where('claim.merged_into', 'is', null)
    .execute();
  const match = new WordMatch({ ...scope.wanted, words: [] });
  const found = rows
    .filter(({ text }) => scope.wanted.phrases.length === 0 || match.matches(text))
    .sort((a, b) => (b.articles ?? 1) - (a.articles ?? 1) || b.id - a.id)
    .map(({ id }) => id);
  if (scope.statuses === undefined) return found;
  const cards = await claimCards(store, found);
  return found.filter((id) => scope.statuses?.includes(cards.get(id)?.status ?? ''));
}
