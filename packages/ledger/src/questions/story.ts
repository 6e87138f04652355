import { z } from 'zod';
import { codeOf } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import { storyTimeline } from '../timeline/timelines.ts';
import { storyTolls } from '../tolls/story-tolls.ts';
import type { ArticleCard, ClaimCard, Evidence, Page, StoryAnswer } from './answers.ts';
import { articleCards } from './article-cards.ts';
import { claimCards } from './claim-cards.ts';
import { evidencePieces } from './evidence-pieces.ts';
import { standingId } from './merged.ts';
import { decodeCursor, idPlace, LAST_ID, MOST_COUNTED, PAGE_ITEMS, pageOf, timePlace } from './pages.ts';
import { poured, storyCards } from './story-cards.ts';

/** Copies shown under an origin; the card says how many there are. */
const MOST_COPIES = 30;
/** Quotations are chosen from so many origins, the latest, and so many are shown. */
const QUOTED_ARTICLES = 20;
const MOST_QUOTATIONS = 24;

/** A story with the first page of each of its lists; undefined where the ledger has none of that id. */
export async function storyAnswer(store: Store, id: number): Promise<StoryAnswer | undefined> {
  const storyId = await standingId(store, 'story', id);
  if (storyId === undefined) return undefined;
  const story = (await storyCards(store, [storyId])).get(storyId);
  if (story === undefined) return undefined;
  return {
    story,
    timeline: await storyTimeline(store, storyId),
    claims: await storyClaims(store, storyId),
    tolls: await storyTolls(store, storyId),
    articles: await storyArticles(store, storyId),
    quotations: await quotations(store, storyId),
  };
}

type Family = { article: ArticleCard; copies: ArticleCard[] };

/**
 * A story's origins with their copies folded under them, the oldest first. Where an origin is no part of the story, the
 * first of its copies that is stands in for it.
 * @throws {UnknownCursorError}
 */
export async function storyArticles(store: Store, id: number, cursor?: string): Promise<Page<Family>> {
  const storyId = (await standingId(store, 'story', id)) ?? id;
  const [time, after] = decodeCursor(cursor, timePlace) ?? ['', 0];
  const heads = await store.query<{ origin_id: number; first: string }>(
    `select origin_id, min(time) as first from article where story_id = ? and origin_id is not null group by origin_id
     having min(time) > ? or (min(time) = ? and origin_id > ?) order by first, origin_id limit ?`,
    [storyId, time, time, after, PAGE_ITEMS + 1],
  );
  const [{ total }] = await store.query<{ total: number }>(
    'select count(distinct origin_id) as total from article where story_id = ?',
    [storyId],
  );
  const members = await familyMembers(
    store,
    storyId,
    heads.slice(0, PAGE_ITEMS).map(({ origin_id }) => origin_id),
  );
  const cards = await articleCards(store, [...members.values()].flat());
  return pageOf(
    heads,
    Number(total),
    ({ first, origin_id }) => [first, origin_id],
    (shown) =>
      shown.flatMap(({ origin_id }): Family[] => {
        const [article, ...copies] = (members.get(origin_id) ?? []).flatMap((member) => cards.get(member) ?? []);
        return article === undefined ? [] : [{ article, copies }];
      }),
  );
}

/** By origin: the articles of a story that have their text from it, the origin first, then in the order of time. */
async function familyMembers(
  store: Store,
  storyId: number,
  origins: readonly number[],
): Promise<Map<number, number[]>> {
  const families = new Map<number, number[]>();
  for (const origin of origins) {
    const rows = await store.db
      .selectFrom('article')
      .select('id')
      .where('story_id', '=', storyId)
      .where('origin_id', '=', origin)
      .orderBy('time')
      .orderBy('id')
      .limit(MOST_COPIES + 1)
      .execute();
    const ids = rows.map((row) => row.id);
    const self = await store.query('select 1 from article where id = ? and story_id = ?', [origin, storyId]);
    families.set(origin, self.length === 0 ? ids : [origin, ...ids.filter((each) => each !== origin)]);
  }
  return families;
}

/**
 * The claims of a story that at least two articles report, those of most articles first.
 * @throws {UnknownCursorError}
 */
export async function storyClaims(store: Store, id: number, cursor?: string): Promise<Page<ClaimCard>> {
  const storyId = (await standingId(store, 'story', id)) ?? id;
  const [articles, before] = decodeCursor(cursor, z.tuple([z.int(), z.int()])) ?? [LAST_ID, 0];
  const stories = store.listed(await poured(store, storyId));
  const all = store.db.selectFrom('claim_standing').where('story_id', 'in', stories).where('articles', '>', 0);
  const rows = await all
    .select(['claim_id', 'articles'])
    .where('articles', '<=', articles)
    .where(({ eb, or }) => or([eb('articles', '<', articles), eb('claim_id', '<', before)]))
    .orderBy('articles', 'desc')
    .orderBy('claim_id', 'desc')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const cards = await claimCards(
    store,
    rows.slice(0, PAGE_ITEMS).map(({ claim_id }) => claim_id),
  );
  return pageOf(
    rows,
    Number(total),
    (row) => [row.articles, row.claim_id],
    (shown) => shown.flatMap(({ claim_id }) => cards.get(claim_id) ?? []),
  );
}

/**
 * The claims of a story that one article alone makes, the latest first; those of more articles are `storyClaims`. Counted as
 * far as `MOST_COUNTED`.
 * @throws {UnknownCursorError}
 */
export async function storySingleClaims(store: Store, id: number, cursor?: string): Promise<Page<ClaimCard>> {
  const storyId = (await standingId(store, 'story', id)) ?? id;
  const [before] = decodeCursor(cursor, idPlace) ?? [LAST_ID];
  const stories = store.listed(await poured(store, storyId));
  const all = store.db
    .selectFrom('claim')
    .select('id')
    .where('story_id', 'in', stories)
    .where('members', '>', 0)
    .where('merged_into', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('claim_standing').select('claim_id').whereRef('claim_id', '=', 'claim.id'))),
    );
  const rows = await all
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const counted = await store.db
    .selectFrom(all.limit(MOST_COUNTED).as('some'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const cards = await claimCards(
    store,
    rows.slice(0, PAGE_ITEMS).map((row) => row.id),
  );
  return pageOf(
    rows,
    Number(counted.total),
    (row) => [row.id],
    (shown) => shown.flatMap((row) => cards.get(row.id) ?? []),
  );
}

/** What is quoted in a story, by speaker, each quotation once; from its latest origins. */
async function quotations(store: Store, storyId: number): Promise<StoryAnswer['quotations']> {
  const rows = await store.query<{ id: number; claim_id: number | null }>(
    `select assertion.id, assertion.claim_id from
       (select revision_id from article where story_id = ? and origin_id = id order by time desc limit ?) as latest
     join assertion on assertion.revision_id = latest.revision_id
     where assertion.kind in (?, ?) and assertion.speaker_id is not null order by assertion.id limit ?`,
    [storyId, QUOTED_ARTICLES, codeOf('kind', 'direct'), codeOf('kind', 'mixed'), QUOTED_ARTICLES * MOST_QUOTATIONS],
  );
  const seen = new Set<number>();
  const ids: number[] = [];
  for (const { id, claim_id } of rows) {
    if (ids.length === MOST_QUOTATIONS) break;
    if (claim_id !== null && seen.has(claim_id)) continue;
    if (claim_id !== null) seen.add(claim_id);
    ids.push(id);
  }
  const bySpeaker = Map.groupBy(await evidencePieces(store, ids), ({ speaker }) => speaker?.id ?? 0);
  return [...bySpeaker.values()]
    .sort((a, b) => b.length - a.length)
    .map((items: Evidence[]) => ({ speaker: items[0]?.speaker ?? null, items }));
}
