import { isDeepStrictEqual } from 'node:util';
import { loadModel } from '@hearsay/reader/model/load-model';
import { READER_VERSION } from '@hearsay/reader/read';
import { correctionsOf } from '../edits/corrections.ts';
import type { Correction } from '../edits/decision.ts';
import type { Readable } from '../edits/decisions.ts';
import { JUDGEMENTS } from '../judgements.ts';
import type { Store } from '../store/store.ts';
import { storedReading } from '../store/stored-reading.ts';
import type { AssertionTable, RevisionTable } from '../store/tables.ts';
import type { Writing } from '../store/writing.ts';
import { type ReadArticle, readArticle } from './read-article.ts';
import { defaultJobs, ReaderPool } from './reader-pool.ts';
import { articleFields, assertionPlace, assertionRow, claimsOf, recordJudgements } from './record.ts';

const BATCH = 64;

export interface RereadOptions {
  readonly jobs?: number;
  /** Readers that are running already, in place of `jobs`; they go on afterwards. */
  readonly readers?: ReaderPool;
  /** Reads again what this version and model have read too. */
  readonly all?: boolean;
  /** Called after every batch: readings made again, of how many. */
  readonly onBatch?: (done: number, total: number) => void;
}

/**
 * Reads the stored articles again that another version or model has read, in the order in which they came in, a batch a
 * transaction; one that is interrupted goes on from there. Assertions that are found again where they were keep their
 * identifiers, and every editor's decision stays in force. Returns how many readings were made again.
 */
export async function reread(store: Store, options: RereadOptions = {}): Promise<number> {
  const model = loadModel().version;
  let stale = store.db.selectFrom('revision').select('id').where('reading', 'is not', null).orderBy('id');
  if (options.all !== true) {
    stale = stale.where(({ eb, or }) =>
      or([eb('reader_version', '!=', READER_VERSION), eb('model_version', '!=', model)]),
    );
  }
  const ids = (await stale.execute()).map(({ id }) => id);
  const pool = options.readers ?? new ReaderPool(options.jobs ?? defaultJobs());
  const batch = (at: number): Promise<Stored[]> => storedRevisions(store, ids.slice(at, at + BATCH));
  try {
    let ahead = readAgain(await batch(0), pool);
    for (let at = 0; at < ids.length; at += BATCH) {
      const made = await ahead;
      // The readers go on while this batch is written. What fails there is thrown where it is waited for.
      ahead = readAgain(await batch(at + BATCH), pool);
      ahead.catch(() => {});
      await replaceReadings(store, made, pool);
      options.onBatch?.(Math.min(at + BATCH, ids.length), ids.length);
    }
    return ids.length;
  } finally {
    if (pool !== options.readers) await pool.close();
  }
}

/** Reads some revisions again and records what they say now, in one transaction. */
export async function rereadRevisions(store: Store, ids: readonly number[], pool: Readers): Promise<void> {
  await replaceReadings(store, await readAgain(await storedRevisions(store, ids), pool), pool);
}

/** The same on this thread: for the few that a decision is about. */
export async function rereadHere(store: Store, ids: readonly number[]): Promise<void> {
  const model = loadModel();
  await rereadRevisions(store, ids, { read: async (task) => readArticle(task, model) });
}

type Readers = Pick<ReaderPool, 'read'>;
type Asked = Readable & Pick<Store, 'listed'>;

/** A stored revision with everything that its new reading rests on. */
interface Stored extends Pick<RevisionTable, 'id' | 'article_id' | 'input_type'> {
  before: Uint8Array;
  current: number;
  seen_at: string;
  corrections: readonly Correction[];
}

interface Reread extends Stored {
  read: ReadArticle;
}

/** The revisions among these whose words are there: those of an article that was taken down are not. */
async function storedRevisions(ledger: Asked, ids: readonly number[]): Promise<Stored[]> {
  const rows = await ledger.db
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select(['revision.id', 'article_id', 'reading', 'input_type', 'article.seen_at', 'article.revision_id as current'])
    .where('revision.id', 'in', ledger.listed(ids))
    .orderBy('revision.id')
    .execute();
  const corrections = await correctionsOf(ledger, ids);
  return rows.flatMap(({ reading, ...row }) =>
    reading === null ? [] : [{ ...row, before: reading, corrections: corrections.get(row.id) ?? [] }],
  );
}

async function readAgain(stored: readonly Stored[], pool: Readers): Promise<Reread[]> {
  return Promise.all(
    stored.map(async (revision): Promise<Reread> => {
      const { before, input_type: inputType, corrections } = revision;
      return { ...revision, read: await pool.read({ kind: 'again', reading: before, inputType, corrections }) };
    }),
  );
}

/**
 * Writes new readings in the place of the old ones. What was corrected, replaced or taken down since it was read is read once
 * more, inside the transaction: an editor's word holds, and what was taken down stays so.
 */
async function replaceReadings(store: Store, made: readonly Reread[], pool: Readers): Promise<void> {
  await store.write(async (writing) => {
    const asRead = new Map(made.map((revision) => [revision.id, revision]));
    const now = await storedRevisions(writing, [...asRead.keys()]);
    const changed = now.filter((revision) => !isUnchanged(revision, asRead.get(revision.id)!));
    for (const revision of await readAgain(changed, pool)) asRead.set(revision.id, revision);
    const standing = now.map(({ id }) => asRead.get(id)!);
    await writeReadings(standing, writing);
  });
}

function isUnchanged(now: Stored, read: Stored): boolean {
  return (
    now.current === read.current &&
    Buffer.compare(now.before, read.before) === 0 &&
    isDeepStrictEqual(now.corrections, read.corrections)
  );
}

async function writeReadings(made: readonly Reread[], writing: Writing): Promise<void> {
  const ids = writing.listed(made.map(({ id }) => id));
  const current = made.filter((revision) => revision.id === revision.current);
  const taken = current.map(({ id, article_id }) => ({ articleId: article_id, revisionId: id }));
  const claims = await claimsOf(taken, writing);
  if (taken.length > 0) for (const judgement of JUDGEMENTS) await judgement.retract(taken, writing);
  const stood = await rowsByPlace(made, writing);
  const replaced = await replacedRows(
    made.filter((revision) => revision.id !== revision.current),
    stood,
    writing,
  );
  await writing.db.deleteFrom('assertion').where('revision_id', 'in', ids).execute();
  await writing.db.deleteFrom('actor').where('revision_id', 'in', ids).execute();
  for (const { id, article_id, current: now, seen_at, read } of made) {
    const { reading, encoded } = read;
    await writing.db
      .updateTable('revision')
      .set({
        title: reading.article.title ?? null,
        reader_version: reading.reader.version,
        model_version: reading.reader.model,
        reading: encoded.reading,
        features: encoded.features,
      })
      .where('id', '=', id)
      .execute();
    if (id === now) {
      await writing.db
        .updateTable('article')
        .set(articleFields(reading, seen_at))
        .where('id', '=', article_id)
        .execute();
    }
  }
  const recordable = current.map(({ id, article_id, seen_at, read }) => {
    const rows = [...(stood.get(id) ?? [])];
    return {
      articleId: article_id,
      revisionId: id,
      reading: read.reading,
      features: read.features,
      time: articleFields(read.reading, seen_at).time,
      outlet: read.reading.article.outlet ?? null,
      isRevision: true,
      formerClaims: claims.get(article_id) ?? [],
      keptIds: new Map(rows.map(([place, row]) => [place, row.id])),
      claimsBefore: new Map(rows.flatMap(([, row]) => (row.claim_id === null ? [] : [[row.id, row.claim_id]]))),
    };
  });
  // Before the judgements: what was withdrawn is evidence of how a claim stood.
  await writing.insert('assertion', replaced);
  await recordJudgements(recordable, writing);
}

/** A row of an assertion, as far as it stays where the assertion is read again. */
type StoodRow = Pick<AssertionTable, 'id' | 'speaker_id' | 'claim_id' | 'polarity'>;

/**
 * The rows of revisions that a later one replaced, as they are read now. What they had a part in stays: no judgement records
 * them again, and their evidence counts as withdrawn.
 */
async function replacedRows(
  made: readonly Reread[],
  stood: ReadonlyMap<number, ReadonlyMap<string, StoodRow>>,
  writing: Writing,
): Promise<AssertionTable[]> {
  const rows: AssertionTable[] = [];
  for (const { id: revisionId, article_id: articleId, read } of made) {
    const by = await writing.db
      .selectFrom('revision')
      .select('id')
      .where('article_id', '=', articleId)
      .where('id', '>', revisionId)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const left = new Map(stood.get(revisionId));
    for (const [ordinal, assertion] of read.reading.assertions.entries()) {
      const place = assertionPlace(assertion);
      const before = left.get(place) ?? { id: await writing.nextIds('assertion', 1) };
      left.delete(place);
      const row = assertionRow({ articleId, revisionId }, read.reading, ordinal, before.id);
      rows.push({ ...row, ...before, replaced_by: by.id });
    }
  }
  return rows;
}

/** By revision: the rows of its assertions, by their places. */
async function rowsByPlace(made: readonly Reread[], writing: Writing): Promise<Map<number, Map<string, StoodRow>>> {
  const found = new Map<number, Map<string, StoodRow>>(made.map(({ id }) => [id, new Map()]));
  const readings = new Map(made.map(({ id, before }) => [id, storedReading(before)]));
  const rows = await writing.db
    .selectFrom('assertion')
    .select(['id', 'revision_id', 'ordinal', 'speaker_id', 'claim_id', 'polarity'])
    .where('revision_id', 'in', writing.listed(made.map(({ id }) => id)))
    .execute();
  for (const { revision_id, ordinal, ...row } of rows) {
    const assertion = readings.get(revision_id)?.assertions[ordinal];
    if (assertion !== undefined) found.get(revision_id)?.set(assertionPlace(assertion), row);
  }
  return found;
}
