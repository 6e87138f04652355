import type { Reading } from '@hearsay/reader/reading';
import { sql } from 'kysely';
import { LAST_ID } from '../questions/pages.ts';
import { readingsOf } from '../questions/readings.ts';
import type { Store } from '../store/store.ts';
import { assertionConditions, findArticles } from './find-articles.ts';
import type { SearchScope } from './search-scope.ts';
import { WordMatch } from './word-match.ts';

/** Readings looked into for one page, at most: each costs half a millisecond. */
const MOST_READ = 32;

const READ_AT_ONCE = 4;

export interface FoundAssertion {
  id: number;
  articleId: number;
  ordinal: number;
  claimId: number | null;
}

/** Where a list of assertions goes on: after which assertion of which article. */
export type AssertionPlace = readonly [article: number, ordinal: number];

/** What was found, where to go on (null at the end), and what was read on the way, by revision. */
export interface FoundAssertions {
  found: FoundAssertion[];
  next: AssertionPlace | null;
  readings: Map<number, Reading>;
}

export const FROM_THE_LATEST: AssertionPlace = [LAST_ID, -1];

/**
 * The assertions of a search after a place, those of the latest article first: its filters hold for them, and its words
 * stand in their contents or in the names of their speakers. At most `limit`; `next` is where to go on, null at the end.
 */
export async function findAssertions(
  store: Store,
  scope: SearchScope,
  after: AssertionPlace,
  limit: number,
): Promise<FoundAssertions> {
  const [article, ordinal] = after;
  const found: FoundAssertion[] = [];
  const match = new WordMatch(scope.wanted);
  const readings = new Map<number, Reading>();
  let read = 0;
  let at: AssertionPlace = after;
  for await (const { ids, last, isEnd } of findArticles(store, scope, article + (ordinal < 0 ? 0 : 1), {
    phrases: false,
  })) {
    const rows = (await assertionsOf(store, scope, ids)).filter(
      (row) => row.articleId !== article || row.ordinal > ordinal,
    );
    const byArticle = [...Map.groupBy(rows, ({ articleId }) => articleId)];
    // One by one where words must be looked for in readings: the next one may not be needed.
    const step = scope.hasWords ? READ_AT_ONCE : byArticle.length;
    for (let from = 0; from < byArticle.length; from += step) {
      const some = byArticle.slice(from, from + step).flatMap(([, own]) => own);
      found.push(...(scope.hasWords ? await withWords(store, match, some, readings) : some));
      read += step;
      if (found.length > limit) {
        const shown = found.slice(0, limit);
        const end = shown[limit - 1];
        return { found: shown, next: [end.articleId, end.ordinal], readings };
      }
      at = [byArticle[Math.min(from + step, byArticle.length) - 1][0], LAST_ID];
      if (scope.hasWords && read >= MOST_READ) return { found, next: at, readings };
    }
    if (isEnd) return { found, next: null, readings };
    at = [last, LAST_ID];
  }
  return { found, next: at, readings };
}

type Row = FoundAssertion & { revisionId: number };

async function assertionsOf(store: Store, scope: SearchScope, articles: readonly number[]): Promise<Row[]> {
  if (articles.length === 0) return [];
  const conditions = [sql`article.id in ${store.listed(articles)}`, ...assertionConditions(store, scope)];
  const { rows } = await sql<Row>`
    select assertion.id, article_id as "articleId", assertion.revision_id as "revisionId", ordinal, claim_id as "claimId"
    from article join assertion on assertion.revision_id = article.revision_id
    where ${sql.join(conditions, sql` and `)} order by article_id desc, ordinal`.execute(store.db);
  return rows;
}

async function withWords(
  store: Store,
  match: WordMatch,
  rows: readonly Row[],
  readings: Map<number, Reading>,
): Promise<Row[]> {
  const read = await readingsOf(
    store,
    rows.map(({ revisionId }) => revisionId),
  );
  for (const [revision, reading] of read) readings.set(revision, reading);
  return rows.filter(({ revisionId, ordinal }) => {
    const reading = readings.get(revisionId);
    const assertion = reading?.assertions[ordinal];
    if (reading === undefined || assertion === undefined) return false;
    const speaker = reading.actors.find(({ id }) => id === assertion.speaker)?.name ?? '';
    const content = assertion.content.map(({ start, end }) => reading.text.slice(start, end));
    return match.matches([speaker, ...content].join(' '));
  });
}
