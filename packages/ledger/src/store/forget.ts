import { canonicalUrl } from '../ingest/canonical-url.ts';
import { rereadHere } from '../ingest/reread.ts';
import { JUDGEMENTS } from '../judgements.ts';
import { LedgerError } from './ledger-error.ts';
import type { Store } from './store.ts';

/**
 * Takes an article down: its words go out of every table and out of the file's free pages, what it said counts nowhere any
 * more, and no version of it comes in again. The fact that it was there, its address and the time stay.
 *
 * @param article its id in the ledger, its address, or the id it came with.
 * @throws {LedgerError} where the ledger has no such article, or it was forgotten before.
 */
export async function forget(store: Store, article: string): Promise<{ id: number; key: string }> {
  const { id, key, forgotten_at } = await findArticle(store, article);
  if (forgotten_at !== null) {
    throw new LedgerError('forgotten', `${store.address}: article ${id} was taken down on ${forgotten_at}`);
  }
  await store.write(async (writing) => {
    const { db, at } = writing;
    const current = await db.selectFrom('article').select('revision_id').where('id', '=', id).executeTakeFirstOrThrow();
    const taken = [{ articleId: id, revisionId: current.revision_id }];
    for (const judgement of JUDGEMENTS) await judgement.retract(taken, writing);
    for (const judgement of JUDGEMENTS) await judgement.forget([id], writing);
    await db.deleteFrom('assertion').where('article_id', '=', id).execute();
    await db
      .updateTable('revision')
      .set({ title: null, reading: null, features: null, changes: null })
      .where('article_id', '=', id)
      .execute();
    await db
      .updateTable('article')
      .set({ title: null, story_id: null, origin_id: null, origin_reason: null, forgotten_at: at })
      .where('id', '=', id)
      .execute();
    await db.updateTable('article').set({ origin_id: null }).where('origin_id', '=', id).execute();
  });
  await sayClaimsAgain(store);
  await store.dialect.eraseDeleted(store.db);
  return { id, key };
}

/** Articles from which a claim gets its wordings again. */
const MOST_REREAD = 6;

/** Claims whose text was taken down get one from what is left of them: some of those articles are read again. */
async function sayClaimsAgain(store: Store): Promise<void> {
  const left = await store.db
    .selectFrom('assertion')
    .innerJoin('claim', 'claim.id', 'assertion.claim_id')
    .select(['claim_id', 'revision_id'])
    .distinct()
    .where('claim.text', '=', '')
    .where('replaced_by', 'is', null)
    .orderBy('claim_id')
    .orderBy('revision_id')
    .execute();
  const byClaim = Map.groupBy(left, ({ claim_id }) => claim_id);
  const revisions = [...byClaim.values()].flatMap((rows) => rows.slice(0, MOST_REREAD));
  if (revisions.length > 0) await rereadHere(store, [...new Set(revisions.map(({ revision_id }) => revision_id))]);
}

async function findArticle(
  store: Store,
  article: string,
): Promise<{ id: number; key: string; forgotten_at: string | null }> {
  const columns = ['article.id', 'article.key', 'forgotten_at'] as const;
  const key = canonicalUrl(article) ?? article;
  const byKey = await store.db.selectFrom('article').select(columns).where('key', '=', key).executeTakeFirst();
  if (byKey !== undefined) return byKey;
  const byInput = await store.db
    .selectFrom('input')
    .innerJoin('article', 'article.id', 'input.article_id')
    .select(columns)
    .where('input.key', '=', key)
    .executeTakeFirst();
  if (byInput !== undefined) return byInput;
  if (/^\d{1,9}$/.test(article)) {
    const byId = await store.db
      .selectFrom('article')
      .select(columns)
      .where('id', '=', Number(article))
      .executeTakeFirst();
    if (byId !== undefined) return byId;
  }
  throw new LedgerError(
    'missing',
    `${store.address}: it has no article "${article}"; give its address, the id it came with, or its number in the ledger`,
  );
}
