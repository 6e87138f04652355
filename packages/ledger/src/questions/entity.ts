import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { entityStatements } from '../timeline/entity-statements.ts';
import { entityTimeline } from '../timeline/timelines.ts';
import type { EntityAnswer, Evidence, Page } from './answers.ts';
import { articleCards } from './article-cards.ts';
import { entityCards } from './entity-cards.ts';
import { evidencePieces } from './evidence-pieces.ts';
import { standingId } from './merged.ts';
import { decodeCursor, encodeCursor, LAST_ID, PAGE_ITEMS, pageOf } from './pages.ts';
import { readingsOf } from './readings.ts';

/** Articles that are read at most for one page of what is said about an entity. */
const MOST_READ = 24;
/** Assertions, the latest, by which it is told who reports an entity's words. */
const MOST_REPORTED = 500;
const MOST_THROUGH = 30;

/** An entity with the first page of each of its lists; undefined where the ledger has none of that id. */
export async function entityAnswer(store: Store, id: number): Promise<EntityAnswer | undefined> {
  const entityId = await standingId(store, 'entity', id);
  if (entityId === undefined) return undefined;
  const entity = (await entityCards(store, [entityId])).get(entityId);
  if (entity === undefined) return undefined;
  const said = await entitySaid(store, entityId);
  const statements = await entityStatements(store, entityId);
  return {
    entity,
    said,
    statements,
    timeline: await entityTimeline(store, entityId, statements),
    about: await entityAbout(store, entityId),
    actors: await entityActors(store, entityId),
    through: await through(store, entityId, said.items),
  };
}

/** After which assertion of which article the page before ended. */
const articlePlace = z.tuple([z.int(), z.int()]);

/**
 * What an entity said, that of the latest articles first.
 * @throws {UnknownCursorError}
 */
export async function entitySaid(store: Store, id: number, cursor?: string): Promise<Page<Evidence>> {
  const entityId = (await standingId(store, 'entity', id)) ?? id;
  const [article, before] = decodeCursor(cursor, articlePlace) ?? [LAST_ID, 0];
  const all = store.db.selectFrom('assertion').where('speaker_id', '=', entityId).where('replaced_by', 'is', null);
  const rows = await all
    .select(['id', 'article_id'])
    .where('article_id', '<=', article)
    .where(({ eb, or }) => or([eb('article_id', '<', article), eb('id', '<', before)]))
    .orderBy('article_id', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const ids = rows.slice(0, PAGE_ITEMS).map((row) => row.id);
  const pieces = new Map((await evidencePieces(store, ids)).map((piece) => [piece.assertionId, piece]));
  return pageOf(
    rows,
    Number(total),
    (row) => [row.article_id, row.id],
    (shown) => shown.flatMap((row) => pieces.get(row.id) ?? []),
  );
}

/** After which assertion of which revision the page before ended. */
const aboutPlace = z.tuple([z.int(), z.int()]);

/**
 * Assertions of others that mention an entity, those of the latest articles first. `total` counts the articles that mention
 * it: how many assertions do is in their readings only.
 * @throws {UnknownCursorError}
 */
export async function entityAbout(store: Store, id: number, cursor?: string): Promise<Page<Evidence>> {
  const entityId = (await standingId(store, 'entity', id)) ?? id;
  const [from, ordinalBefore] = decodeCursor(cursor, aboutPlace) ?? [LAST_ID, -1];
  const { mentions, isAll } = await mentionsUpTo(store, entityId, from, MOST_READ);
  const readings = await readingsOf(
    store,
    mentions.map(({ revision_id }) => revision_id),
  );
  const found: { revision: number; ordinal: number }[] = [];
  for (const { revision_id, ordinals } of mentions) {
    const reading = readings.get(revision_id);
    if (reading === undefined) continue;
    const spans = ordinals.flatMap((ordinal) => reading.actors[ordinal]?.mentions ?? []);
    const own = new Set(ordinals.map((ordinal) => reading.actors[ordinal]?.id));
    for (const [ordinal, { content, speaker }] of reading.assertions.entries()) {
      if (revision_id === from && ordinal <= ordinalBefore) continue;
      if (speaker !== null && own.has(speaker)) continue;
      const isAbout = content.some((part) => spans.some(({ start, end }) => start >= part.start && end <= part.end));
      if (isAbout) found.push({ revision: revision_id, ordinal });
    }
    if (found.length > PAGE_ITEMS) break;
  }
  const shown = found.slice(0, PAGE_ITEMS);
  const last = shown.at(-1);
  const lastRead = mentions.at(-1)?.revision_id;
  const next =
    found.length > PAGE_ITEMS && last !== undefined
      ? encodeCursor([last.revision, last.ordinal])
      : !isAll && lastRead !== undefined
        ? encodeCursor([lastRead, LAST_ID])
        : null;
  const [{ total }] = await store.query<{ total: number }>('select articles as total from entity where id = ?', [
    entityId,
  ]);
  return { items: await evidencePieces(store, await assertionIds(store, shown), readings), total, next };
}

/** Current revisions that mention an entity, the latest first, with the places of its actors. */
async function mentionsUpTo(
  store: Store,
  entityId: number,
  revision: number,
  limit: number,
): Promise<{ mentions: { revision_id: number; ordinals: number[] }[]; isAll: boolean }> {
  const rows = await store.query<{ revision_id: number; ordinal: number }>(
    `select actor.revision_id, actor.ordinal from actor
     join revision on revision.id = actor.revision_id
     join article on article.id = revision.article_id and article.revision_id = revision.id
     where actor.entity_id = ? and actor.revision_id <= ? order by actor.revision_id desc, actor.ordinal limit ?`,
    [entityId, revision, limit],
  );
  const byRevision = Map.groupBy(rows, ({ revision_id }) => revision_id);
  const mentions = [...byRevision].map(([revision_id, own]) => ({
    revision_id,
    ordinals: own.map(({ ordinal }) => ordinal),
  }));
  return { mentions, isAll: rows.length < limit };
}

async function assertionIds(store: Store, places: readonly { revision: number; ordinal: number }[]): Promise<number[]> {
  const rows = await store.db
    .selectFrom('assertion')
    .select(['id', 'revision_id', 'ordinal'])
    .where('revision_id', 'in', store.listed([...new Set(places.map(({ revision }) => revision))]))
    .execute();
  const idOf = new Map(rows.map(({ id, revision_id, ordinal }) => [`${revision_id} ${ordinal}`, id]));
  return places.flatMap(({ revision, ordinal }) => idOf.get(`${revision} ${ordinal}`) ?? []);
}

/**
 * The actors of single articles that make an entity up, the latest first.
 * @throws {UnknownCursorError}
 */
export async function entityActors(store: Store, id: number, cursor?: string): Promise<EntityAnswer['actors']> {
  const entityId = (await standingId(store, 'entity', id)) ?? id;
  const [before, ordinal] = decodeCursor(cursor, aboutPlace) ?? [LAST_ID, 0];
  const rows = await store.query<{ revision_id: number; ordinal: number; article_id: number; time: string }>(
    `select actor.revision_id, actor.ordinal, article.id as article_id, article.time from actor
     join revision on revision.id = actor.revision_id
     join article on article.id = revision.article_id and article.revision_id = revision.id
     where actor.entity_id = ? and (actor.revision_id < ? or (actor.revision_id = ? and actor.ordinal > ?))
     order by actor.revision_id desc, actor.ordinal limit ?`,
    [entityId, before, before, ordinal, PAGE_ITEMS + 1],
  );
  const shown = rows.slice(0, PAGE_ITEMS);
  const readings = await readingsOf(
    store,
    shown.map(({ revision_id }) => revision_id),
  );
  const cards = await articleCards(
    store,
    shown.map(({ article_id }) => article_id),
    readings,
  );
  const [{ total }] = await store.query<{ total: number }>('select count(*) as total from actor where entity_id = ?', [
    entityId,
  ]);
  return pageOf(
    rows,
    Number(total),
    ({ revision_id, ordinal: place }) => [revision_id, place],
    (items) =>
      items.flatMap(({ revision_id, ordinal, article_id, time }) => {
        const card = cards.get(article_id);
        const name = readings.get(revision_id)?.actors[ordinal]?.name;
        if (card === undefined || name === undefined) return [];
        const { title, outlet } = card;
        return [{ revisionId: revision_id, ordinal, name, articleId: article_id, title, outlet, at: time }];
      }),
  );
}

/** Who reports an entity's words: outlets that were told or that published them, and sources in between. */
async function through(store: Store, entityId: number, said: readonly Evidence[]): Promise<EntityAnswer['through']> {
  const rows = await store.query<{ outlet: string | null; told: string | null }>(
    `select article.outlet, told_outlet.outlet as told from
       (select id, article_id from assertion where speaker_id = ? and replaced_by is null
        order by article_id desc, id desc limit ?) as latest
     join article on article.id = latest.article_id
     left join told_outlet on told_outlet.assertion_id = latest.id`,
    [entityId, MOST_REPORTED],
  );
  const counts = new Map<string, EntityAnswer['through'][number]>();
  const count = (name: string, id: number | null): void => {
    const known = counts.get(name);
    if (known === undefined) counts.set(name, { name, entityId: id, count: 1 });
    else counts.set(name, { ...known, entityId: known.entityId ?? id, count: known.count + 1 });
  };
  for (const { outlet, told } of rows) {
    const name = told ?? outlet;
    if (name !== null) count(name, null);
  }
  for (const { chain, speaker } of said) {
    for (const link of chain) if (link.id !== speaker?.id && !counts.has(link.name)) count(link.name, link.id);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_THROUGH);
}
