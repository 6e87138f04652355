import { z } from 'zod';
import { entitiesWithin } from '../search/entities-within.ts';
import { findArticles } from '../search/find-articles.ts';
import { type FoundAssertion, FROM_THE_LATEST, findAssertions } from '../search/find-assertions.ts';
import { FROM_THE_FIRST, findClaims } from '../search/find-claims.ts';
import { entitiesNamed } from '../search/named-entities.ts';
import { parseSearch } from '../search/search-query.ts';
import { type SearchScope, searchScope } from '../search/search-scope.ts';
import { WordMatch } from '../search/word-match.ts';
import { codesOf } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import type { SearchAnswer } from './answers.ts';
import { articleCards } from './article-cards.ts';
import { claimCards } from './claim-cards.ts';
import { entityCards } from './entity-cards.ts';
import { evidencePieces } from './evidence-pieces.ts';
import { decodeCursor, emptyPage, encodeCursor, LAST_ID, PAGE_ITEMS } from './pages.ts';
import { readingsOf } from './readings.ts';

export { suggest as suggestionsAnswer } from '../search/suggest.ts';

/** Of each kind on the page that shows all four. */
const ITEMS_OF_FOUR = 10;

export const SEARCHED = ['claims', 'quotations', 'articles', 'entities'] as const;
export type Searched = (typeof SEARCHED)[number];

/**
 * What a search finds: claims, quotations, articles and entities, a page of each; with `kind`, of that one alone, going on at
 * `cursor`. Totals are exact where a list ends on the page, and else say how many there are at least.
 *
 * @throws {UnknownCursorError}
 */
export async function searchAnswer(
  store: Store,
  text: string,
  { kind, cursor }: { kind?: Searched; cursor?: string } = {},
): Promise<SearchAnswer> {
  const query = parseSearch(text);
  const scope = await searchScope(store, query);
  const limit = kind === undefined ? ITEMS_OF_FOUR : PAGE_ITEMS;
  const wants = (one: Searched): boolean => kind === undefined || kind === one;
  return {
    query: text,
    problems: query.problems,
    claims: wants('claims') ? await claims(store, scope, cursor, limit) : emptyPage(),
    quotations: wants('quotations') ? await quotations(store, scope, cursor, limit) : emptyPage(),
    articles: wants('articles') ? await articles(store, scope, cursor, limit) : emptyPage(),
    entities: wants('entities') ? await entities(store, scope, cursor, limit) : emptyPage(),
  };
}

/** Two numbers that say where, and how many items were shown before. */
const place = z.tuple([z.int(), z.int(), z.int().nonnegative()]);

/** A page whose list may go on: its total counts what was shown so far, and one more where there is more. */
function countedPage<Item>(
  items: Item[],
  shownBefore: number,
  next: readonly [number, number] | null,
): { items: Item[]; total: number; next: string | null } {
  const shown = shownBefore + items.length;
  return {
    items,
    total: next === null ? shown : shown + 1,
    next: next === null ? null : encodeCursor([...next, shown]),
  };
}

async function articles(
  store: Store,
  scope: SearchScope,
  cursor: string | undefined,
  limit: number,
): Promise<SearchAnswer['articles']> {
  const [before, , shown] = decodeCursor(cursor, place) ?? [LAST_ID, 0, 0];
  const ids: number[] = [];
  let next: [number, number] | null = [before, 0];
  for await (const { ids: some, last, isEnd } of findArticles(store, scope, before)) {
    ids.push(...some);
    next = isEnd ? null : [last, 0];
    if (ids.length > limit) break;
  }
  const page = ids.slice(0, limit);
  const end = page.at(-1);
  if (ids.length > limit && end !== undefined) next = [end, 0];
  const revisions = await currentRevisions(store, page);
  const readings = await readingsOf(store, revisions.values());
  const cards = await articleCards(store, page, readings);
  const match = new WordMatch(scope.wanted);
  const items = page.flatMap((id) => {
    const card = cards.get(id);
    const reading = readings.get(revisions.get(id) ?? 0);
    return card === undefined || reading === undefined ? [] : [{ ...card, snippet: match.snippet(reading.text) }];
  });
  return countedPage(items, shown, next);
}

async function currentRevisions(store: Store, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await store.db
    .selectFrom('article')
    .select(['id', 'revision_id'])
    .where('id', 'in', store.listed(ids))
    .execute();
  return new Map(rows.map(({ id, revision_id }) => [id, revision_id]));
}

async function quotations(
  store: Store,
  scope: SearchScope,
  cursor: string | undefined,
  limit: number,
): Promise<SearchAnswer['quotations']> {
  const [article, ordinal, shown] = decodeCursor(cursor, place) ?? [...FROM_THE_LATEST, 0];
  const { found, next, readings } = await findAssertions(store, scope, [article, ordinal], limit);
  const items = await evidencePieces(
    store,
    found.map(({ id }) => id),
    readings,
  );
  return countedPage(items, shown, next === null ? null : [next[0], next[1]]);
}

async function claims(
  store: Store,
  scope: SearchScope,
  cursor: string | undefined,
  limit: number,
): Promise<SearchAnswer['claims']> {
  const { columns, speakers, claims: numbers, entities, stories, outlets, after, before } = scope;
  const isPlain =
    Object.keys(columns).length === 0 &&
    [speakers, numbers, entities, stories, outlets, after, before].every((filter) => filter === undefined);
  if (!isPlain) return claimsOfAssertions(store, scope, cursor, limit);
  if (!scope.hasWords) return claimsByStatus(store, scope, cursor, limit);
  const [from, offset, shown] = decodeCursor(cursor, place) ?? [...FROM_THE_FIRST, 0];
  const { ids, next } = await findClaims(store, scope, [from, offset], limit);
  const cards = await claimCards(store, ids);
  const items = ids.flatMap((id) => cards.get(id) ?? []);
  return countedPage(items, shown, next === null ? null : [next[0], next[1]]);
}

/** Assertions are asked for in such numbers to come to the claims that they are of. */
const ASSERTIONS_A_CLAIM = 3;

/** The claims of the assertions that a search finds. One whose assertions are far apart can come again on a later page. */
async function claimsOfAssertions(
  store: Store,
  scope: SearchScope,
  cursor: string | undefined,
  limit: number,
): Promise<SearchAnswer['claims']> {
  const [article, ordinal, shown] = decodeCursor(cursor, place) ?? [...FROM_THE_LATEST, 0];
  const { found, next } = await findAssertions(store, scope, [article, ordinal], limit * ASSERTIONS_A_CLAIM);
  const ids: number[] = [];
  let last: FoundAssertion | undefined;
  let goesOn: readonly [number, number] | null = next === null ? null : [next[0], next[1]];
  for (const assertion of found) {
    const { claimId } = assertion;
    if (claimId !== null && !ids.includes(claimId)) {
      if (ids.length === limit && last !== undefined) {
        goesOn = [last.articleId, last.ordinal];
        break;
      }
      ids.push(claimId);
    }
    last = assertion;
  }
  const cards = await claimCards(store, ids);
  const items = ids.flatMap((id) => cards.get(id) ?? []);
  return countedPage(items, shown, goesOn);
}

const statusPlace = z.tuple([z.string(), z.int(), z.int()]);

/** Claims that at least two articles report, those whose status changed last first. */
async function claimsByStatus(
  store: Store,
  { statuses }: SearchScope,
  cursor: string | undefined,
  limit: number,
): Promise<SearchAnswer['claims']> {
  const [time, id, shown] = decodeCursor(cursor, statusPlace) ?? ['9999', 0, 0];
  let query = store.db
    .selectFrom('claim_standing')
    .select(['claim_id', 'changed_at'])
    .where('changed_at', '<=', time)
    .where(({ eb, or }) => or([eb('changed_at', '<', time), eb('claim_id', '<', id)]))
    .where('articles', '>', 0);
  if (statuses !== undefined) query = query.where('status', 'in', store.listed(codesOf('status', statuses)));
  const rows = await query
    .orderBy('changed_at', 'desc')
    .orderBy('claim_id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const cards = await claimCards(
    store,
    page.map(({ claim_id }) => claim_id),
  );
  const items = page.flatMap(({ claim_id }) => cards.get(claim_id) ?? []);
  const end = page.at(-1);
  const isMore = rows.length > limit && end !== undefined;
  return {
    items,
    total: shown + items.length + (isMore ? 1 : 0),
    next: isMore ? encodeCursor([end.changed_at, end.claim_id, shown + items.length]) : null,
  };
}

/** Entities by words of their names, or those that a filter means, in articles that all filters hold for. */
async function entities(
  store: Store,
  scope: SearchScope,
  cursor: string | undefined,
  limit: number,
): Promise<SearchAnswer['entities']> {
  const [offset] = decodeCursor(cursor, place) ?? [0, 0, 0];
  const { words, phrases } = scope.wanted;
  const named = scope.speakers ?? scope.entities ?? (await entitiesNamed(store, [...words, ...phrases.flat()]));
  const ids = await entitiesWithin(store, scope, named);
  const page = ids.slice(offset, offset + limit);
  const cards = await entityCards(store, page);
  const end = offset + page.length;
  return {
    items: page.flatMap((id) => cards.get(id) ?? []),
    total: ids.length,
    next: end < ids.length ? encodeCursor([end, 0, 0]) : null,
  };
}
