import type { Reading } from '@hearsay/reader/reading';
import { claimEvidencePage } from '../questions/claim.ts';
import { claimCards } from '../questions/claim-cards.ts';
import { verdictsOf } from '../questions/decisions.ts';
import { evidencePieces } from '../questions/evidence-pieces.ts';
import { standingId } from '../questions/merged.ts';
import { readingsOf } from '../questions/readings.ts';
import { type FoundAssertion, FROM_THE_LATEST, findAssertions } from '../search/find-assertions.ts';
import { parseSearch } from '../search/search-query.ts';
import { type SearchScope, searchScope } from '../search/search-scope.ts';
import { decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import { citronDocument } from './citron-json.ts';
import { claimReview } from './claim-review.ts';
import { type ClaimOfAssertion, ledgerCsv } from './csv-format.ts';
import { webAnnotations } from './web-annotation.ts';

export const EXPORT_FORMATS = ['jsonl', 'csv', 'web-annotation', 'claim-review', 'citron'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is given out: the assertions that a search finds, or those of one claim, story, entity or article. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly query?: string;
  readonly claim?: number;
  readonly story?: number;
  /** What it says. */
  readonly entity?: number;
  readonly article?: number;
}

/** What is asked for and is not there, by its name in the request; an article that was taken down is not. */
export async function missingOf(
  store: Store,
  request: Omit<ExportRequest, 'format'>,
): Promise<'claim' | 'story' | 'entity' | 'article' | undefined> {
  for (const table of ['claim', 'story', 'entity'] as const) {
    const id = request[table];
    if (id !== undefined && (await standingId(store, table, id)) === undefined) return table;
  }
  if (request.article === undefined) return undefined;
  const found = await store.query('select 1 from article where id = ? and forgotten_at is null', [request.article]);
  return found.length > 0 ? undefined : 'article';
}

/** Assertions taken at a time. */
const STEP = 200;

/**
 * A part of the ledger in a format that others read, piece by piece, in memory that does not grow with it: JSON lines of
 * `evidence`, of whole readings where one article is asked for; CSV; one W3C AnnotationCollection; an array of ClaimReviews,
 * one for each verdict in force; Citron's documents, one a line.
 */
export async function* exportLedger(store: Store, request: ExportRequest): AsyncGenerator<string> {
  const { format } = request;
  if (format === 'claim-review') {
    yield* arrayOf(reviews(store, request), '[\n', '\n]\n');
    return;
  }
  if (format === 'web-annotation') {
    yield* arrayOf(annotations(store, request), ANNOTATIONS_OPEN, '\n]}}\n');
    return;
  }
  if (format === 'csv') yield ledgerCsv.open;
  if (format === 'jsonl' && request.article === undefined) {
    for await (const found of assertions(store, request)) {
      const pieces = await evidencePieces(
        store,
        found.map(({ id }) => id),
      );
      for (const piece of pieces) yield `${JSON.stringify(piece)}\n`;
    }
    return;
  }
  for await (const { reading, claims } of readings(store, request)) {
    if (format === 'csv') yield ledgerCsv.reading(reading, claims);
    else yield `${JSON.stringify(format === 'citron' ? citronDocument(reading) : reading)}\n`;
  }
}

const ANNOTATIONS_OPEN =
  '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[\n';

async function* arrayOf(items: AsyncIterable<object>, open: string, close: string): AsyncGenerator<string> {
  let before = open;
  for await (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ',\n';
  }
  yield before === open ? `${open}${close}` : close;
}

async function* annotations(store: Store, request: ExportRequest): AsyncGenerator<object> {
  for await (const { reading } of readings(store, request)) yield* webAnnotations(reading);
}

interface ExportedReading {
  reading: Reading;
  /** By the assertion's id in the reading. */
  claims: ReadonlyMap<string, ClaimOfAssertion>;
}

/** The readings of the articles asked for, each with those of its assertions that were asked for. */
async function* readings(store: Store, request: ExportRequest): AsyncGenerator<ExportedReading> {
  if (request.article !== undefined) {
    const row = await store.db
      .selectFrom('article')
      .select('revision_id')
      .where('id', '=', request.article)
      .where('forgotten_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return;
    const own = await assertionRows(store).where('revision_id', '=', row.revision_id).execute();
    for (const reading of (await readingsOf(store, [row.revision_id])).values())
      yield { reading, claims: claimsOf(reading, own) };
    return;
  }
  for await (const found of assertions(store, request)) {
    const rows = await assertionRows(store)
      .where('id', 'in', store.listed(found.map(({ id }) => id)))
      .orderBy('revision_id', 'desc')
      .orderBy('ordinal')
      .execute();
    const byRevision = Map.groupBy(rows, ({ revision_id }) => revision_id);
    const stored = await readingsOf(store, byRevision.keys());
    for (const [revision, own] of byRevision) {
      const reading = stored.get(revision);
      if (reading === undefined) continue;
      const assertions = own.flatMap(({ ordinal }) => reading.assertions[ordinal] ?? []);
      yield { reading: { ...reading, assertions }, claims: claimsOf(reading, own) };
    }
  }
}

function assertionRows({ db }: Store) {
  return db.selectFrom('assertion').select(['revision_id', 'ordinal', 'claim_id', 'polarity']);
}

function claimsOf(
  { assertions }: Reading,
  rows: readonly { ordinal: number; claim_id: number | null; polarity: number | null }[],
): Map<string, ClaimOfAssertion> {
  return new Map(
    rows.flatMap(({ ordinal, claim_id, polarity }) => {
      const id = assertions[ordinal]?.id;
      if (id === undefined || claim_id === null || polarity === null) return [];
      return [[id, { claim: claim_id, polarity: decoded('polarity', polarity) }] as const];
    }),
  );
}

/** The assertions asked for, the latest article's first, no article in two parts. */
async function* assertions(store: Store, request: ExportRequest): AsyncGenerator<FoundAssertion[]> {
  const scope = await scopeOf(store, request);
  let held: FoundAssertion[] = [];
  for (let at = FROM_THE_LATEST; ; ) {
    const { found, next } = await findAssertions(store, scope, at, STEP);
    const all = [...held, ...found];
    if (next === null) {
      if (all.length > 0) yield all;
      return;
    }
    held = all.filter(({ articleId }) => articleId === all.at(-1)?.articleId);
    const whole = all.slice(0, all.length - held.length);
    if (whole.length > 0) yield whole;
    at = next;
  }
}

async function scopeOf(store: Store, { query, claim, story, entity, article }: ExportRequest): Promise<SearchScope> {
  const scope = await searchScope(store, parseSearch(query ?? ''));
  const one = async (table: 'claim' | 'entity' | 'story', id: number | undefined): Promise<number[] | undefined> =>
    id === undefined ? undefined : [(await standingId(store, table, id)) ?? id];
  return {
    ...scope,
    claims: (await one('claim', claim)) ?? scope.claims,
    stories: (await one('story', story)) ?? scope.stories,
    speakers: (await one('entity', entity)) ?? scope.speakers,
    articles: article === undefined ? undefined : [article],
  };
}

/** A review for each verdict in force on the claims asked for, with the articles that report the claim. */
async function* reviews(store: Store, request: ExportRequest): AsyncGenerator<object> {
  for await (const claims of claimsWithVerdicts(store, request)) {
    const cards = await claimCards(store, claims);
    for (const id of claims) {
      const card = cards.get(id);
      if (card === undefined) continue;
      const { items } = await claimEvidencePage(store, id, 'for');
      const rows = await store.db
        .selectFrom('article')
        .select(['id', 'url'])
        .where('id', 'in', store.listed(items.map(({ articleId }) => articleId)))
        .execute();
      const urls = new Map(rows.flatMap((row) => (row.url === null ? [] : [[row.id, row.url]])));
      for (const verdict of await verdictsOf(store, id)) {
        if (!verdict.undone) yield claimReview(card, verdict, items, urls);
      }
    }
  }
}

async function* claimsWithVerdicts(store: Store, request: ExportRequest): AsyncGenerator<number[]> {
  const rated = await ratedClaims(store);
  const isWhole = Object.entries(request).every(
    ([name, value]) => name === 'format' || value === undefined || value === '',
  );
  if (isWhole) {
    yield [...rated];
    return;
  }
  const given = new Set<number>();
  for await (const found of assertions(store, request)) {
    const claims = found.flatMap(({ claimId }) => (claimId !== null && rated.has(claimId) ? [claimId] : []));
    const fresh = [...new Set(claims)].filter((id) => !given.has(id));
    for (const id of fresh) given.add(id);
    if (fresh.length > 0) yield fresh;
  }
}

async function ratedClaims(store: Store): Promise<Set<number>> {
  const rows = await store.db
    .selectFrom('decision')
    .select('payload')
    .where('kind', '=', 'verdict')
    .where('undoes', 'is', null)
    .execute();
  return new Set(rows.flatMap(({ payload }) => /^\{"claim":(\d+),/.exec(payload)?.[1] ?? []).map(Number));
}
