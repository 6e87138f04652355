import { type RawBuilder, sql } from 'kysely';
import { LAST_ID } from '../questions/pages.ts';
import { readingsOf } from '../questions/readings.ts';
import { codesOf } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import { ASSERTION_COLUMNS, type SearchScope } from './search-scope.ts';
import { WordMatch } from './word-match.ts';

/** Articles looked at for one page, at most: a search that finds little in so many goes on when it is asked to. */
const MOST_SCANNED = 4000;
/** Articles in the first look and in the largest. */
const FIRST_LOOK = 64;
const LARGEST_LOOK = 1024;
/** Articles looked at for one page where phrases must be looked for in their readings, and in each look. */
const MOST_READ = 32;
const READ_AT_ONCE = 16;
/** Up to so many rows, a filter leads to its articles faster than words do. */
const FEW = 2000;

/** Some articles of a search, the latest first, and how far the look for them went. */
export interface FoundArticles {
  ids: number[];
  /** The last article looked at. */
  last: number;
  isEnd: boolean;
}

/**
 * The articles of a search that came in before one, the latest first, in pieces. Nothing is looked at whose number grows
 * with the ledger: each piece is bounded, and so are they together. Without `phrases` their words may stand in any order.
 */
export async function* findArticles(
  store: Store,
  scope: SearchScope,
  before: number,
  { phrases }: { phrases: boolean } = { phrases: true },
): AsyncGenerator<FoundArticles> {
  const lead = await leadOf(store, scope);
  const reads = phrases && scope.wanted.phrases.length > 0;
  const most = reads ? MOST_READ : MOST_SCANNED;
  const largest = reads ? READ_AT_ONCE : LARGEST_LOOK;
  let from = before;
  let scanned = 0;
  for (let size = Math.min(FIRST_LOOK, largest); scanned < most; size = Math.min(size * 4, largest)) {
    const { rows } = await lead.articles(from, size).execute(store.db);
    const isEnd = rows.length < size;
    const last = rows.at(-1)?.id ?? 0;
    scanned += rows.length;
    let ids = rows.map(({ id }) => id);
    if (scope.hasWords && !lead.isByWords) ids = await withWords(store, scope, ids);
    const kept = await filtered(store, scope, ids);
    yield { ids: reads ? await withPhrases(store, scope, kept) : kept.map(({ id }) => id), last, isEnd };
    if (isEnd) return;
    from = last;
  }
}

interface Lead {
  articles(before: number, limit: number): RawBuilder<{ id: number }>;
  isByWords: boolean;
}

/** What leads to the articles: the index of words, or a filter that leaves few. */
async function leadOf(store: Store, scope: SearchScope): Promise<Lead> {
  const { search } = store.dialect;
  const byFilter = filterLead(store, scope);
  if (scope.hasWords && (byFilter === undefined || !(await isFew(store, byFilter)))) {
    const key = sql.ref(search.key);
    return {
      isByWords: true,
      articles: (before, limit) =>
        sql`select ${key} as id from search_article where ${search.matches('search_article', scope.wanted)}
            and ${key} < ${before} order by ${key} desc limit ${limit}`,
    };
  }
  const of = byFilter ?? ((before: number) => sql`select id from article where id < ${before}`);
  return { isByWords: false, articles: (before, limit) => sql`${of(before)} order by id desc limit ${limit}` };
}

type FilterLead = (before: number) => RawBuilder<unknown>;

async function isFew(store: Store, of: FilterLead): Promise<boolean> {
  const few = sql<{ count: number }>`
    select count(*) as count from (${of(LAST_ID)} limit ${FEW}) as counted`;
  const { rows } = await few.execute(store.db);
  return rows[0].count < FEW;
}

/** The articles of the filter that leaves fewest, as a rule. */
function filterLead(store: Store, scope: SearchScope): FilterLead | undefined {
  const { articles, claims, speakers, entities, stories, outlets } = scope;
  if (articles !== undefined) {
    const those = store.listed(articles);
    return (before) => sql`select id from article where id in ${those} and id < ${before}`;
  }
  if (claims !== undefined) {
    const those = store.listed(claims);
    return (before) =>
      sql`select distinct article_id as id from assertion where claim_id in ${those} and article_id < ${before}`;
  }
  if (speakers !== undefined) {
    const those = store.listed(speakers);
    return (before) =>
      sql`select distinct article_id as id from assertion
          where speaker_id in ${those} and replaced_by is null and article_id < ${before}`;
  }
  if (entities !== undefined) {
    const those = store.listed(entities);
    return (before) =>
      sql`select distinct article_id as id from actor join revision on revision.id = actor.revision_id
          where entity_id in ${those} and article_id < ${before}`;
  }
  if (stories !== undefined) {
    const those = store.listed(stories);
    return (before) => sql`select id from article where story_id in ${those} and id < ${before}`;
  }
  if (outlets !== undefined) {
    const those = store.listed(outlets);
    return (before) => sql`select id from article where outlet in ${those} and id < ${before}`;
  }
  return undefined;
}

async function withWords(store: Store, { wanted }: SearchScope, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const { search } = store.dialect;
  const key = sql.ref(search.key);
  const { rows } = await sql<{ id: number }>`
    select ${key} as id from search_article where ${search.matches('search_article', wanted)}
    and ${key} in ${store.listed(ids)}`.execute(store.db);
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => found.has(id));
}

/** An article and its current revision. */
interface Current {
  id: number;
  revision_id: number;
}

/** Those that all filters hold for, in their order. */
async function filtered(store: Store, scope: SearchScope, ids: readonly number[]): Promise<Current[]> {
  if (ids.length === 0) return [];
  const conditions = [sql`article.id in ${store.listed(ids)}`, ...articleConditions(store, scope)];
  const { rows } = await sql<Current>`
    select article.id, article.revision_id from article where ${sql.join(conditions, sql` and `)}`.execute(store.db);
  const kept = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => kept.get(id) ?? []);
}

/** What a search asks of an article beside its words. */
export function articleConditions(store: Store, scope: SearchScope): RawBuilder<unknown>[] {
  const { after, before, outlets, stories, entities } = scope;
  const conditions = [sql`forgotten_at is null`];
  if (after !== undefined) conditions.push(sql`article.time >= ${after}`);
  if (before !== undefined) conditions.push(sql`article.time < ${before}`);
  if (outlets !== undefined) conditions.push(sql`article.outlet in ${store.listed(outlets)}`);
  if (stories !== undefined) conditions.push(sql`article.story_id in ${store.listed(stories)}`);
  if (entities !== undefined) {
    conditions.push(sql`exists (select 1 from actor where actor.revision_id = article.revision_id
      and entity_id in ${store.listed(entities)})`);
  }
  const said = assertionConditions(store, scope);
  if (said.length > 0) {
    conditions.push(sql`exists (select 1 from assertion where assertion.revision_id = article.revision_id
      and ${sql.join(said, sql` and `)})`);
  }
  return conditions;
}

async function withPhrases(store: Store, { wanted }: SearchScope, articles: readonly Current[]): Promise<number[]> {
  const match = new WordMatch({ ...wanted, words: [] });
  const readings = await readingsOf(
    store,
    articles.map(({ revision_id }) => revision_id),
  );
  return articles.flatMap(({ id, revision_id }) => {
    const reading = readings.get(revision_id);
    return reading !== undefined && match.matches(`${reading.article.title ?? ''} … ${reading.text}`) ? [id] : [];
  });
}

/** What a search asks of an assertion beside its words. */
export function assertionConditions(store: Store, scope: SearchScope): RawBuilder<unknown>[] {
  const { speakers, claims, statuses, columns } = scope;
  const conditions: RawBuilder<unknown>[] = [];
  if (speakers !== undefined) conditions.push(sql`assertion.speaker_id in ${store.listed(speakers)}`);
  if (claims !== undefined) conditions.push(sql`assertion.claim_id in ${store.listed(claims)}`);
  for (const column of ASSERTION_COLUMNS) {
    const values = columns[column];
    if (values !== undefined) {
      const codes = store.listed(codesOf(column, values));
      conditions.push(sql`${sql.ref(`assertion.${column}`)} in ${codes}`);
    }
  }
  if (statuses !== undefined) {
    conditions.push(sql`exists (select 1 from claim_standing where claim_standing.claim_id = assertion.claim_id
      and status in ${store.listed(codesOf('status', statuses))})`);
  }
  return conditions;
}
