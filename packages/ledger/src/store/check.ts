import { readingSchema } from '@hearsay/reader/reading';
import { DECISIONS } from '../edits/decision.ts';
import { toDecision } from '../edits/decisions.ts';
import { JUDGEMENTS } from '../judgements.ts';
import { codeOf } from './codes.ts';
import { unpackJson } from './packed-json.ts';
import type { Store } from './store.ts';

const BATCH = 200;

/**
 * Everything that is wrong with a ledger, one line a fault; empty where all is well: the database's own structure and
 * references; every reading against its schema; every span inside its text; every row against the reading it is of; every
 * decision against the schema of its kind.
 */
export async function check(store: Store): Promise<string[]> {
  const problems = await store.dialect.integrityProblems(store.db);
  // A damaged file cannot be asked further.
  if (problems.length > 0) return problems;
  problems.push(
    ...(await articleProblems(store)),
    ...(await decisionProblems(store)),
    ...(await identityProblems(store)),
  );
  for (const judgement of JUDGEMENTS) problems.push(...((await judgement.check?.(store)) ?? []));
  for (let last: number | undefined = 0; last !== undefined; ) {
    const found = await revisionProblems(store, last);
    problems.push(...found.problems);
    last = found.last;
  }
  return problems;
}

async function articleProblems(store: Store): Promise<string[]> {
  const astray = await store.query<{ id: number; revision_id: number }>(
    `select article.id, article.revision_id from article
     left join revision on revision.id = article.revision_id and revision.article_id = article.id
     where revision.id is null`,
  );
  const unseen = await store.query<{ id: number }>(
    'select id from article where not exists (select 1 from input where input.article_id = article.id)',
  );
  const behind = await store.query<{ id: number }>(
    `select article.id from article join revision on revision.article_id = article.id
     group by article.id, article.revision_id having max(revision.id) <> article.revision_id
     or max(revision.number) <> count(*)`,
  );
  return [
    ...astray.map(({ id, revision_id }) => `article ${id}: its revision ${revision_id} is not there or not its own`),
    ...unseen.map(({ id }) => `article ${id}: no input is recorded for it`),
    ...behind.map(({ id }) => `article ${id}: its revisions are not numbered one by one up to the current one`),
  ];
}

async function decisionProblems(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom('decision').selectAll().execute();
  return rows.flatMap((row) => {
    try {
      toDecision(row);
      return [];
    } catch {
      const kinds = Object.keys(DECISIONS).join(', ');
      return [`decision ${row.id}: its payload is not one of a "${row.kind}" (kinds: ${kinds})`];
    }
  });
}

/** An identifier that was not given out yet would be given out twice. */
async function identityProblems(store: Store): Promise<string[]> {
  const tables = ['article', 'revision', 'assertion', 'decision', 'skipped'] as const;
  const given = new Map(
    (await store.db.selectFrom('identity').selectAll().execute()).map(({ name, next }) => [name, next]),
  );
  const problems: string[] = [];
  for (const table of tables) {
    const [{ last }] = await store.query<{ last: number | null }>(`select max(id) as last from ${table}`);
    if (last !== null && last >= (given.get(table) ?? 1)) {
      problems.push(`${table}: row ${last} has an identifier that was never given out`);
    }
  }
  return problems;
}

/** Faults of the next revisions after one, and the last of them; undefined where there is none. */
async function revisionProblems(
  store: Store,
  after: number,
): Promise<{ problems: string[]; last: number | undefined }> {
  const revisions = await store.db
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select(['revision.id', 'article_id', 'reading', 'features', 'revision.title', 'forgotten_at'])
    .select(['reader_version', 'model_version', 'article.title as article_title', 'published', 'outlet'])
    .select('article.revision_id as current')
    .where('revision.id', '>', after)
    .orderBy('revision.id')
    .limit(BATCH)
    .execute();
  if (revisions.length === 0) return { problems: [], last: undefined };
  const ids = revisions.map(({ id }) => id);
  const assertions = await store.db
    .selectFrom('assertion')
    .selectAll()
    .where('revision_id', 'in', store.listed(ids))
    .orderBy('revision_id')
    .orderBy('ordinal')
    .execute();
  const actors = await store.query<{ revision_id: number; actors: number }>(
    `select revision_id, count(*) as actors from actor where revision_id between ? and ? group by revision_id`,
    [ids[0], ids.at(-1)],
  );
  const byRevision = Map.groupBy(assertions, ({ revision_id }) => revision_id);
  const actorCount = new Map(actors.map(({ revision_id, actors: count }) => [revision_id, count]));
  const problems = revisions.flatMap((revision) => {
    const name = `article ${revision.article_id}, revision ${revision.id}`;
    const rows = byRevision.get(revision.id) ?? [];
    if (revision.forgotten_at !== null) {
      const kept =
        revision.reading !== null || revision.features !== null || revision.title !== null || rows.length > 0;
      return kept ? [`${name}: the article was taken down, and words of it are still there`] : [];
    }
    if (revision.reading === null || revision.features === null) return [`${name}: its reading is not there`];
    return readingProblems(revision.reading, revision.features)
      .map((problem) => `${name}: ${problem}`)
      .concat(
        rowProblems({ ...revision, reading: revision.reading }, rows, actorCount.get(revision.id) ?? 0).map(
          (problem) => `${name}: ${problem}`,
        ),
      );
  });
  return { problems, last: ids.at(-1) };
}

function readingProblems(encoded: Uint8Array, features: Uint8Array): string[] {
  try {
    unpackJson(features);
  } catch (error) {
    return [`its features cannot be decoded (${error instanceof Error ? error.message : String(error)})`];
  }
  try {
    const parsed = readingSchema.safeParse(unpackJson(encoded));
    if (!parsed.success)
      return [`its reading is none: ${parsed.error.issues[0].message} at ${parsed.error.issues[0].path.join('.')}`];
    const { text, assertions } = parsed.data;
    return assertions.flatMap(({ id, content, cue, source }) =>
      [...content, ...cue, ...source].every(({ start, end }) => start <= end && end <= text.length)
        ? []
        : [`assertion ${id} of its reading points outside the text`],
    );
  } catch (error) {
    return [`its reading cannot be decoded (${error instanceof Error ? error.message : String(error)})`];
  }
}

interface CheckedRevision {
  id: number;
  current: number;
  reading: Uint8Array;
  title: string | null;
  article_title: string | null;
  published: string | null;
  outlet: string | null;
  reader_version: string;
  model_version: string;
}

interface CheckedRow {
  id: number;
  article_id: number;
  ordinal: number;
  act: number;
  kind: number;
  certainty: number;
  stance: number | null;
  start: number;
  end: number;
  replaced_by: number | null;
}

/** Columns that repeat what the reading says must say the same. */
function rowProblems(revision: CheckedRevision, rows: readonly CheckedRow[], actors: number): string[] {
  let reading: ReturnType<typeof readingSchema.parse>;
  try {
    const parsed = readingSchema.safeParse(unpackJson(revision.reading));
    if (!parsed.success) return [];
    reading = parsed.data;
  } catch {
    return [];
  }
  const problems: string[] = [];
  const { title, published, outlet } = reading.article;
  const isCurrent = revision.id === revision.current;
  if (revision.title !== (title ?? null)) problems.push('its title is not its reading’s');
  if (revision.reader_version !== reading.reader.version || revision.model_version !== reading.reader.model) {
    problems.push('its version is not its reading’s');
  }
  if (
    isCurrent &&
    (revision.article_title !== (title ?? null) ||
      revision.published !== (published ?? null) ||
      revision.outlet !== (outlet ?? null))
  ) {
    problems.push('the article’s title, date or outlet is not its reading’s');
  }
  if (actors > reading.actors.length)
    problems.push(`it has ${actors} actors, and its reading ${reading.actors.length}`);
  if (rows.length !== reading.assertions.length) {
    problems.push(`it has ${rows.length} assertions, and its reading ${reading.assertions.length}`);
  }
  for (const row of rows) {
    const said = reading.assertions[row.ordinal];
    if (said === undefined) {
      problems.push(`assertion ${row.id} is none of its reading`);
      continue;
    }
    const same =
      codeOf('act', said.act) === row.act &&
      codeOf('kind', said.kind) === row.kind &&
      codeOf('certainty', said.certainty) === row.certainty &&
      (said.stance === null ? null : codeOf('stance', said.stance)) === row.stance &&
      (said.content[0]?.start ?? 0) === row.start &&
      (said.content[0]?.end ?? 0) === row.end;
    if (!same) problems.push(`assertion ${row.id} does not say what its reading says`);
    if ((row.replaced_by === null) !== isCurrent) {
      problems.push(`assertion ${row.id} is ${isCurrent ? 'marked as replaced' : 'not marked as replaced'}`);
    }
  }
  return problems;
}
