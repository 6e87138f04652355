import { claimReview } from '@hearsay/ledger/exports/claim-review';
import { claimCards } from '@hearsay/ledger/questions/claim-cards';
import { verdictsOf } from '@hearsay/ledger/questions/decisions';
import { evidencePieces } from '@hearsay/ledger/questions/evidence-pieces';
import { standingId } from '@hearsay/ledger/questions/merged';
import { LAST_ID } from '@hearsay/ledger/questions/pages';
import { readingsOf } from '@hearsay/ledger/questions/readings';
import { findArticles } from '@hearsay/ledger/search/find-articles';
import { parseSearch } from '@hearsay/ledger/search/search-query';
import { searchScope } from '@hearsay/ledger/search/search-scope';
import type { Store } from '@hearsay/ledger/store/store';
import type { Reading } from '@hearsay/reader/reading';
import { z } from 'zod';
import { type ExportAsked, exportAsked } from './export-asked.ts';
import { line, READING_FORMATS } from './export-formats.ts';

/** Appearances that a ClaimReview names, at most. */
const MOST_APPEARANCES = 200;

/**
 * An export in pieces, as it is found: the articles that a search or a thing of the ledger leads to, the latest first; of a
 * claim and of an entity only their assertions. Undefined where there is no such thing.
 */
export async function exported(store: Store, input: unknown): Promise<AsyncIterable<string> | undefined> {
  const asked = exportAsked.parse(input);
  if (!(await isThere(store, asked))) return undefined;
  return asked.format === 'claim-review' ? claimReviews(store, asked) : readings(store, asked, asked.format);
}

async function isThere(store: Store, { claim, story, entity, article }: ExportAsked): Promise<boolean> {
  if (claim !== undefined && (await standingId(store, 'claim', claim)) === undefined) return false;
  if (story !== undefined && (await standingId(store, 'story', story)) === undefined) return false;
  if (entity !== undefined && (await standingId(store, 'entity', entity)) === undefined) return false;
  if (article === undefined) return true;
  const found = await store.query('select 1 from article where id = ? and forgotten_at is null', [article]);
  return found.length > 0;
}

async function* readings(
  store: Store,
  asked: ExportAsked,
  format: keyof typeof READING_FORMATS,
): AsyncGenerator<string> {
  const { open, reading: written, close } = READING_FORMATS[format];
  yield open;
  for await (const ids of articleIds(store, asked)) {
    for (const found of ids) {
      const [row] = await store.query<{ revision_id: number }>('select revision_id from article where id = ?', [found]);
      const reading = (await readingsOf(store, [row.revision_id])).get(row.revision_id);
      if (reading !== undefined) yield written(await narrowed(store, asked, reading, row.revision_id));
    }
  }
  yield close;
}

async function* articleIds(store: Store, { q, claim, story, entity, article }: ExportAsked): AsyncGenerator<number[]> {
  if (article !== undefined) {
    yield [article];
    return;
  }
  const filters = Object.entries({ claim, story, entity }).filter(([, value]) => value !== undefined);
  const query = [q ?? '', ...filters.map(([name, value]) => `${name}:${value}`)].join(' ');
  const scope = await searchScope(store, parseSearch(query));
  let before = LAST_ID;
  while (true) {
    let isEnd = true;
    for await (const found of findArticles(store, scope, before)) {
      yield found.ids;
      before = found.last;
      isEnd = found.isEnd;
    }
    if (isEnd) return;
  }
}

/** A reading with only the assertions of a claim or of a speaker, where one was asked for. */
async function narrowed(
  store: Store,
  { claim, entity }: ExportAsked,
  reading: Reading,
  revision: number,
): Promise<Reading> {
  if (claim === undefined && entity === undefined) return reading;
  const rows = await store.query<{ ordinal: number }>(
    `select ordinal from assertion where revision_id = ? and (claim_id = ? or speaker_id = ?)`,
    [revision, claim ?? 0, entity ?? 0],
  );
  const wanted = new Set(rows.map(({ ordinal }) => ordinal));
  return { ...reading, assertions: reading.assertions.filter((_, ordinal) => wanted.has(ordinal)) };
}

/** The verdicts in force, one a line. */
async function* claimReviews(store: Store, asked: ExportAsked): AsyncGenerator<string> {
  for (const claimId of await ratedClaims(store, asked)) {
    const claim = (await claimCards(store, [claimId])).get(claimId);
    if (claim === undefined) continue;
    const members = await store.query<{ id: number }>(
      `select id from assertion where claim_id = ? and replaced_by is null and polarity = 'for' order by id limit ?`,
      [claimId, MOST_APPEARANCES],
    );
    const appearances = await evidencePieces(
      store,
      members.map(({ id }) => id),
    );
    const articles = await store.db
      .selectFrom('article')
      .select(['id', 'url'])
      .where('id', 'in', store.listed(appearances.map(({ articleId }) => articleId)))
      .where('url', 'is not', null)
      .execute();
    const urls = new Map(articles.map(({ id, url }) => [id, url ?? '']));
    for (const verdict of await verdictsOf(store, claimId)) {
      if (!verdict.undone) yield line(claimReview(claim, verdict, appearances, urls));
    }
  }
}

async function ratedClaims(store: Store, { claim, story, article, entity }: ExportAsked): Promise<number[]> {
  if (claim !== undefined) return [(await standingId(store, 'claim', claim)) ?? claim];
  const rows = await store.db
    .selectFrom('decision')
    .select('payload')
    .where('kind', '=', 'verdict')
    .where('undoes', 'is', null)
    .execute();
  const rated = new Set(rows.map(({ payload }) => z.object({ claim: z.int() }).parse(JSON.parse(payload)).claim));
  const of = (column: string, value: number | undefined): Promise<Set<number>> | undefined =>
    value === undefined ? undefined : claimsWhere(store, column, value, [...rated]);
  const kept = await (of('article_id', article) ?? of('speaker_id', entity) ?? storyClaimsAmong(store, story, rated));
  return [...kept].sort((a, b) => a - b);
}

async function claimsWhere(store: Store, column: string, value: number, claims: number[]): Promise<Set<number>> {
  const rows = await store.query<{ claim_id: number }>(
    `select distinct claim_id from assertion where ${column} = ? and replaced_by is null and claim_id is not null`,
    [value],
  );
  const there = new Set(rows.map(({ claim_id }) => claim_id));
  return new Set(claims.filter((claim) => there.has(claim)));
}

async function storyClaimsAmong(store: Store, story: number | undefined, rated: Set<number>): Promise<Set<number>> {
  if (story === undefined) return rated;
  const cards = await claimCards(store, [...rated]);
  return new Set([...rated].filter((claim) => cards.get(claim)?.storyId === story));
}
