import { sql } from 'kysely';
import { DECISIONS, type Decision } from '../edits/decision.ts';
import { decisionsOf, toDecision } from '../edits/decisions.ts';
import type { Store } from '../store/store.ts';
import type { DecisionTable } from '../store/tables.ts';
import type { DecisionEntry, Page, Verdict } from './answers.ts';
import { standingId } from './merged.ts';
import { decodeCursor, idPlace, LAST_ID, PAGE_ITEMS, pageOf } from './pages.ts';

/** What is merged and split. */
const MERGED = ['claim', 'story', 'entity'] as const;
type Merged = (typeof MERGED)[number];

/** Longest name of a claim in a sentence about it. */
const MOST_NAME = 80;

/**
 * What editors decided, the latest first: all of it, or what made one claim, story or entity what it is.
 * @throws {UnknownCursorError}
 */
export async function decisionsAnswer(
  store: Store,
  { cursor, ...about }: { cursor?: string } & Partial<Record<Merged, number>> = {},
): Promise<Page<DecisionEntry>> {
  const [before] = decodeCursor(cursor, idPlace) ?? [LAST_ID];
  let all = store.db.selectFrom('decision').where('undoes', 'is', null);
  for (const kind of MERGED) {
    const id = about[kind];
    if (id !== undefined) all = all.where('id', 'in', store.listed(await decisionsAbout(store, kind, id)));
  }
  const rows = await all
    .selectAll()
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const entries = new Map((await decisionEntries(store, rows.slice(0, PAGE_ITEMS))).map((entry) => [entry.id, entry]));
  return pageOf(
    rows,
    Number(total),
    ({ id }) => [id],
    (shown) => shown.flatMap(({ id }) => entries.get(id) ?? []),
  );
}

/** Merges and splits that something took part in, and what was said of copies among a story's articles. */
async function decisionsAbout(store: Store, kind: Merged, id: number): Promise<number[]> {
  const standing = (await standingId(store, kind, id)) ?? id;
  const ids: number[] = [];
  for (const end of ['from', 'into']) {
    const { rows } = await sql<{ id: number }>`
      select distinct decision_id as id from ${sql.table(`${kind}_change`)}
      where ${sql.ref(`${end}_${kind}_id`)} = ${standing} and decision_id is not null`.execute(store.db);
    ids.push(...rows.map((row) => row.id));
  }
  if (kind !== 'story') return ids;
  const noCopies = await decisionsOf(store, 'not-a-copy', { undone: true });
  const articles = await store.db
    .selectFrom('article')
    .select('id')
    .where('story_id', '=', standing)
    .where('id', 'in', store.listed([...new Set(noCopies.map(({ payload }) => payload.article))]))
    .execute();
  const here = new Set(articles.map((article) => article.id));
  ids.push(...noCopies.filter(({ payload }) => here.has(payload.article)).map((decision) => decision.id));
  return ids;
}

/** Rows of decisions as they are told to a person. */
async function decisionEntries(store: Store, rows: readonly DecisionTable[]): Promise<DecisionEntry[]> {
  const ids = rows.map(({ id }) => id);
  const undone = await undoneAmong(store, ids);
  const subjects = await subjectsOf(store, ids);
  const decisions = rows.map(toDecision);
  const titles = await titlesIn(store, decisions);
  return rows.map((row, at) => {
    const own = subjects.get(row.id) ?? [];
    return {
      id: row.id,
      at: row.at,
      author: row.author,
      kind: row.kind,
      text: sentenceOf(decisions[at], own, titles),
      undone: undone.has(row.id),
      subjects: own,
    };
  });
}

type Subjects = DecisionEntry['subjects'];

/** Titles of the articles that are said to be no copies. */
async function titlesIn(store: Store, decisions: readonly Decision[]): Promise<Map<number, string>> {
  const articles = decisions.flatMap(({ kind, payload }) =>
    kind === 'not-a-copy' ? [payload.article, ...(payload.of === undefined ? [] : [payload.of])] : [],
  );
  if (articles.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('article')
    .select(['id', 'title'])
    .where('id', 'in', store.listed([...new Set(articles)]))
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title ?? '']));
}

/** By decision: what it merged or split, under the names that they have now. */
async function subjectsOf(store: Store, decisions: readonly number[]): Promise<Map<number, Subjects>> {
  const found = new Map<number, Subjects>();
  if (decisions.length === 0) return found;
  for (const kind of MERGED) {
    const { rows: changes } = await sql<{ decision_id: number; source: number; target: number }>`
      select decision_id, ${sql.ref(`from_${kind}_id`)} as source, ${sql.ref(`into_${kind}_id`)} as target
      from ${sql.table(`${kind}_change`)}
      where undone = 0 and decision_id in ${store.listed(decisions)} order by id`.execute(store.db);
    const ids = [...new Set(changes.flatMap(({ source, target }) => [source, target]))];
    if (ids.length === 0) continue;
    const { rows } = await sql<{ id: number; name: string }>`
      select id, ${sql.ref(NAMES[kind])} as name from ${sql.table(kind)} where id in ${store.listed(ids)}`.execute(
      store.db,
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    for (const [decision, own] of Map.groupBy(changes, ({ decision_id }) => decision_id)) {
      const ends = new Set([...own.map(({ source }) => source), ...own.map(({ target }) => target)]);
      found.set(
        decision,
        [...ends].map((id) => ({ kind, id, name: names.get(id) ?? '' })),
      );
    }
  }
  return found;
}

const NAMES = { claim: 'text', story: 'title', entity: 'name' } as const satisfies Record<Merged, string>;

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

function sentenceOf({ kind, payload }: Decision, subjects: Subjects, titles: ReadonlyMap<number, string>): string {
  const quoted = (name: string | undefined, otherwise: string): string => {
    if (name === undefined || name === '') return otherwise;
    return `“${name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1).trimEnd()}…` : name}”`;
  };
  const named = (of: Merged, id: number): string =>
    quoted(subjects.find((subject) => subject.kind === of && subject.id === id)?.name, `${of} ${id}`);
  const titled = (id: number): string => quoted(titles.get(id), `article ${id}`);
  const joined = (of: Merged, { into, from }: { into: number; from: readonly number[] }): string =>
    `${from.map((id) => named(of, id)).join(', ')} joined to ${named(of, into)}`;
  switch (kind) {
    case 'not-a-copy':
      return `${titled(payload.article)} does not repeat ${payload.of === undefined ? 'any other' : titled(payload.of)}`;
    case 'story-merge':
      return joined('story', payload);
    case 'story-split':
      return `${counted(payload.articles, 'article', 'articles')} taken out of ${named('story', payload.story)}`;
    case 'entity-merge':
      return joined('entity', payload);
    case 'entity-split':
      return `${counted(payload.actors, 'mention', 'mentions')} taken out of ${named('entity', payload.entity)}`;
    case 'claim-merge':
      return joined('claim', payload);
    case 'claim-split':
      return `${counted(payload.assertions, 'assertion', 'assertions')} taken out of ${named('claim', payload.claim)}`;
    case 'assertion-correction':
      return `An assertion of article ${payload.at.article} ${CORRECTED[payload.action]}`;
    case 'verdict':
      return `Claim ${payload.claim} rated ${payload.rating}`;
  }
}

const CORRECTED = { add: 'added', delete: 'deleted', edit: 'corrected' } as const;

function counted({ length }: readonly unknown[], one: string, many: string): string {
  return `${length} ${length === 1 ? one : many}`;
}
