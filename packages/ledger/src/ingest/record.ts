import type { Reading } from '@hearsay/reader/reading';
import type { RecordedArticle, RevisionOf } from '../judgement.ts';
import { JUDGEMENTS } from '../judgements.ts';
import { isUnnamedSource } from '../statistics/unnamed-source.ts';
import { codeOf } from '../store/codes.ts';
import { storedReading } from '../store/stored-reading.ts';
import type { ArticleTable, AssertionTable } from '../store/tables.ts';
import type { Writing } from '../store/writing.ts';
import { articleUrl } from './canonical-url.ts';
import { type Changes, compareReadings, isSameArticle } from './compare-readings.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { ReadArticle } from './read-article.ts';
import { dateProblem, utcTime } from './trusted-date.ts';

/** An article that was read, and where it came from. */
export interface ArrivedArticle {
  read: ReadArticle;
  fingerprint: Fingerprint;
  inputType: 'html' | 'text';
  /** The address it was asked under. */
  url: string | undefined;
  /** What a person knows it by: its id, address or file. */
  input: string;
  place: string;
  /** When its archive fetched it, ISO 8601. */
  fetched: string | undefined;
}

/** What became of an article. */
export type Outcome = 'added' | 'revised' | 'known' | 'skipped';

interface Placed extends ArrivedArticle {
  url: string | undefined;
  key: string;
  reading: Reading;
}

type Current = Pick<ArticleTable, 'id' | 'key' | 'revision_id' | 'forgotten_at' | 'seen_at'>;

/**
 * Records articles that were read, in one transaction: rows, judgements, notes. Returns what became of each, in their
 * order. An article that comes twice is taken in its order too: the second time it is known, or a revision.
 */
export async function recordArticles(arrived: readonly ArrivedArticle[], writing: Writing): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const group of withoutRepeats(arrived.map(place))) outcomes.push(...(await recordGroup(group, writing)));
  return outcomes;
}

function place(arrived: ArrivedArticle): Placed {
  const url = articleUrl(arrived.url, arrived.read.reading.article.url);
  return { ...arrived, url, key: url ?? arrived.fingerprint.key, reading: arrived.read.reading };
}

/** Groups in order, no key twice within one: a revision needs the rows of the version before it. */
function withoutRepeats(placed: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  let keys = new Set<string>();
  for (const article of placed) {
    const own = [article.key, article.fingerprint.key];
    if (groups.length === 0 || own.some((key) => keys.has(key))) {
      groups.push([]);
      keys = new Set();
    }
    for (const key of own) keys.add(key);
    groups.at(-1)?.push(article);
  }
  return groups;
}

async function recordGroup(group: readonly Placed[], writing: Writing): Promise<Outcome[]> {
  const known = await currentArticles(group, writing);
  const revisions = await readingsOf(
    [...known.values()].map(({ revision_id }) => revision_id),
    writing,
  );
  const fresh: Placed[] = [];
  const revised: { article: Placed; current: Current; number: number; changes: Changes }[] = [];
  const inputs: { key: string; hash: string; article_id: number }[] = [];
  const skips: { article: Placed; code: string; reason: string }[] = [];
  const outcomes = group.map((article): Outcome => {
    const { fingerprint } = article;
    const current = known.get(article.key) ?? known.get(fingerprint.key);
    const note = (code: string, reason: string): void => void skips.push({ article, code, reason });
    if (current === undefined) {
      for (const { code, reason } of article.read.notes) note(code, reason);
      fresh.push(article);
      return 'added';
    }
    if (current.forgotten_at !== null) {
      note('forgotten', `the article was taken down on ${current.forgotten_at}: no version of it comes in again`);
      return 'skipped';
    }
    inputs.push({ key: fingerprint.key, hash: fingerprint.input, article_id: current.id });
    const before = revisions.get(current.revision_id);
    if (before === undefined || isSameArticle(before.reading, article.reading)) return 'known';
    for (const { code, reason } of article.read.notes) note(code, reason);
    const changes = compareReadings(before.reading, article.reading);
    revised.push({ article, current, number: before.number + 1, changes });
    return 'revised';
  });

  await recordSkips(
    skips.map(({ article: { input, place }, code, reason }) => ({ input, place, code, reason })),
    writing,
  );
  const firstArticle = fresh.length === 0 ? 0 : await writing.nextIds('article', fresh.length);
  const recorded = [
    ...fresh.map((article, at) => ({
      article,
      id: firstArticle + at,
      current: undefined,
      number: 1,
      changes: undefined,
      time: timeOf(article.reading, seenAt(article, writing.at)),
    })),
    ...revised.map((revision) => ({
      ...revision,
      id: revision.current.id,
      time: timeOf(revision.article.reading, revision.current.seen_at),
    })),
  ];
  if (recorded.length > 0) {
    const firstRevision = await writing.nextIds('revision', recorded.length);
    await writing.insert(
      'article',
      fresh.map((article, at) => articleRow(article, firstArticle + at, firstRevision + at, writing.at)),
    );
    await writing.insert(
      'revision',
      recorded.map(({ article, id, number, changes }, at) => ({
        id: firstRevision + at,
        article_id: id,
        number,
        hash: article.fingerprint.bytes,
        input_type: article.inputType,
        added_at: writing.at,
        title: article.reading.article.title ?? null,
        reader_version: article.reading.reader.version,
        model_version: article.reading.reader.model,
        reading: article.read.encoded.reading,
        features: article.read.encoded.features,
        changes: changes === undefined ? null : JSON.stringify(changes),
      })),
    );
    const claims = await claimsOf(
      revised.map(({ current }) => ({ articleId: current.id, revisionId: current.revision_id })),
      writing,
    );
    await replaceRevisions(
      revised.map(({ article, current }, at) => ({
        article,
        articleId: current.id,
        revisionId: current.revision_id,
        by: firstRevision + fresh.length + at,
        seenAt: current.seen_at,
      })),
      writing,
    );
    await recordJudgements(
      recorded.map(({ article, id, current, time }, at) => ({
        articleId: id,
        revisionId: firstRevision + at,
        reading: article.reading,
        features: article.read.features,
        time,
        outlet: article.reading.article.outlet ?? null,
        isRevision: current !== undefined,
        formerClaims: claims.get(id) ?? [],
      })),
      writing,
    );
  }
  for (const { article, id } of recorded) {
    inputs.push({ key: article.fingerprint.key, hash: article.fingerprint.input, article_id: id });
  }
  await writing.insert('input', inputs, { ifNew: true });
  return outcomes;
}

/** The articles that these are, by every key that they are known under. */
async function currentArticles(group: readonly Placed[], writing: Writing): Promise<Map<string, Current>> {
  const keys = [...new Set(group.flatMap(({ key, fingerprint }) => [key, fingerprint.key]))];
  const columns = ['article.id', 'article.key', 'revision_id', 'forgotten_at', 'seen_at'] as const;
  const byKey = await writing.db
    .selectFrom('article')
    .select(columns)
    .where('key', 'in', writing.listed(keys))
    .execute();
  const byInput = await writing.db
    .selectFrom('input')
    .innerJoin('article', 'article.id', 'input.article_id')
    .select([...columns, 'input.key as seen'])
    .where('input.key', 'in', writing.listed(keys))
    .execute();
  return new Map<string, Current>([
    ...byInput.map(({ seen, ...article }): [string, Current] => [seen, article]),
    ...byKey.map((article): [string, Current] => [article.key, article]),
  ]);
}

async function readingsOf(
  revisionIds: readonly number[],
  writing: Writing,
): Promise<Map<number, { reading: Reading; number: number }>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await writing.db
    .selectFrom('revision')
    .select(['id', 'number', 'reading'])
    .where('id', 'in', writing.listed(revisionIds))
    .execute();
  return new Map(
    rows.flatMap(({ id, number, reading }) =>
      reading === null ? [] : [[id, { reading: storedReading(reading), number }]],
    ),
  );
}

function articleRow(article: Placed, id: number, revisionId: number, at: string): ArticleTable {
  const { key, url, reading } = article;
  const seen = seenAt(article, at);
  return {
    id,
    key,
    url: url === undefined ? null : (reading.article.url ?? url),
    ...articleFields(reading, seen),
    added_at: at,
    seen_at: seen,
    revision_id: revisionId,
    story_id: null,
    origin_id: null,
    origin_reason: null,
    forgotten_at: null,
  };
}

/** The columns of an article that are its current reading's. */
export function articleFields(
  reading: Reading,
  seenAt: string,
): Pick<ArticleTable, 'outlet' | 'title' | 'published' | 'time'> {
  const { outlet, title, published } = reading.article;
  return {
    outlet: outlet ?? null,
    title: title ?? null,
    published: published ?? null,
    time: timeOf(reading, seenAt),
  };
}

/** Without a date of publication the day of the dateline counts, where it has a year and lies before it was seen. */
function timeOf({ article: { published, dateline } }: Reading, seenAt: string): string {
  if (published !== undefined) return utcTime(published);
  const day = dateline?.date;
  if (day === undefined || !WHOLE_DAY.test(day) || dateProblem(day, seenAt) !== undefined) return seenAt;
  const time = utcTime(day);
  return time < seenAt ? time : seenAt;
}

const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/;

function seenAt({ fetched }: ArrivedArticle, at: string): string {
  return fetched === undefined || dateProblem(fetched, at) !== undefined ? at : utcTime(fetched);
}

interface Replacement extends RevisionOf {
  article: Placed;
  by: number;
  seenAt: string;
}

/** Takes back what the earlier versions say, and puts the later ones in their place. */
async function replaceRevisions(replaced: readonly Replacement[], writing: Writing): Promise<void> {
  if (replaced.length === 0) return;
  for (const judgement of JUDGEMENTS) await judgement.retract(replaced, writing);
  for (const { articleId, revisionId, article, by, seenAt: seen } of replaced) {
    await writing.db.updateTable('assertion').set({ replaced_by: by }).where('revision_id', '=', revisionId).execute();
    await writing.db
      .updateTable('article')
      .set({ ...articleFields(article.reading, seen), revision_id: by })
      .where('id', '=', articleId)
      .execute();
  }
}

/** By article, the claims that its assertions have a part in. */
export async function claimsOf(
  revisions: readonly RevisionOf[],
  writing: Writing,
): Promise<Map<number, readonly number[]>> {
  if (revisions.length === 0) return new Map();
  const rows = await writing.db
    .selectFrom('assertion')
    .select(['article_id', 'claim_id'])
    .distinct()
    .where('revision_id', 'in', writing.listed(revisions.map(({ revisionId }) => revisionId)))
    .where('claim_id', 'is not', null)
    .execute();
  const byArticle = Map.groupBy(rows, ({ article_id }) => article_id);
  return new Map([...byArticle].map(([id, claims]) => [id, claims.flatMap(({ claim_id }) => claim_id ?? [])]));
}

/** An article whose own rows are there, before its assertions are. */
export type RecordableArticle = Omit<RecordedArticle<Record<string, unknown>>, 'assertionIds'> & {
  /** Identifiers that its assertions had, by `assertionPlace`: they keep them where they are read again. */
  keptIds?: Map<string, number>;
};

/** Writes the assertions of articles, and has every judgement record them, in the order of the flow. */
export async function recordJudgements(articles: readonly RecordableArticle[], writing: Writing): Promise<void> {
  const rows: AssertionTable[] = [];
  const fresh: AssertionTable[] = [];
  for (const article of articles) {
    for (const [ordinal, assertion] of article.reading.assertions.entries()) {
      const place = assertionPlace(assertion);
      const kept = article.keptIds?.get(place);
      article.keptIds?.delete(place);
      const row = assertionRow(article, article.reading, ordinal, kept ?? 0);
      if (kept === undefined) fresh.push(row);
      rows.push(row);
    }
  }
  const first = fresh.length === 0 ? 0 : await writing.nextIds('assertion', fresh.length);
  for (const [at, row] of fresh.entries()) row.id = first + at;
  const idsOf = Map.groupBy(rows, ({ revision_id }) => revision_id);
  const recorded = articles.map((article) => ({
    ...article,
    assertionIds: (idsOf.get(article.revisionId) ?? []).map(({ id }) => id),
  }));
  await writing.insert('assertion', rows);
  for (const judgement of JUDGEMENTS) {
    const batch = recorded.map((article) => ({ ...article, features: article.features[judgement.name] }));
    await judgement.record(batch, writing);
  }
}

/** Where an assertion stands in its text: what makes it the same one when it is read again. */
export function assertionPlace({ content, act }: Reading['assertions'][number]): string {
  return `${content[0]?.start ?? 0} ${content.at(-1)?.end ?? 0} ${act}`;
}

/** An assertion as a row of a current revision, before the judgements have said anything of it. */
export function assertionRow(
  { articleId, revisionId }: RevisionOf,
  { actors, assertions }: Pick<Reading, 'actors' | 'assertions'>,
  ordinal: number,
  id: number,
): AssertionTable {
  const { act, kind, certainty, stance, content, speaker } = assertions[ordinal];
  const speakerOrdinal = speaker === null ? -1 : actors.findIndex((actor) => actor.id === speaker);
  return {
    id,
    article_id: articleId,
    revision_id: revisionId,
    ordinal,
    act: codeOf('act', act),
    kind: codeOf('kind', kind),
    certainty: codeOf('certainty', certainty),
    stance: stance === null ? null : codeOf('stance', stance),
    start: content[0]?.start ?? 0,
    end: content[0]?.end ?? 0,
    speaker_id: null,
    speaker_ordinal: speakerOrdinal < 0 ? null : speakerOrdinal,
    speaker_unnamed: speakerOrdinal < 0 ? null : Number(isUnnamedSource(actors[speakerOrdinal])),
    claim_id: null,
    polarity: null,
    replaced_by: null,
  };
}

/** Keeps what did not come in. What was skipped before for the same reason is not kept twice. */
export async function recordSkips(
  skips: readonly { input: string; place: string; code: string; reason: string }[],
  writing: Writing,
): Promise<void> {
  if (skips.length === 0) return;
  const seen = new Set<string>();
  const places = [...new Set(skips.map(({ place }) => place))];
  const before = await writing.db
    .selectFrom('skipped')
    .select(['input', 'place', 'code'])
    .where('place', 'in', writing.listed(places))
    .execute();
  for (const { input, place, code } of before) seen.add(JSON.stringify([input, place, code]));
  const fresh = skips.filter(({ input, place, code }) => {
    const key = JSON.stringify([input, place, code]);
    return !seen.has(key) && seen.add(key);
  });
  if (fresh.length === 0) return;
  const first = await writing.nextIds('skipped', fresh.length);
  await writing.insert(
    'skipped',
    fresh.map(({ input, place, code, reason }, at) => ({ id: first + at, at: writing.at, input, place, code, reason })),
  );
}
