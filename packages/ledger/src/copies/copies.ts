import type { Judgement, RecordedArticle, RevisionOf } from '../judgement.ts';
import { type KeyEntry, KeyIndex } from '../store/key-index.ts';
import type { Writing } from '../store/writing.ts';
import { checkCopies } from './check-copies.ts';
import { unpackText } from './compact-text.ts';
import { decideCopy } from './copy-decision.ts';
import { type CopyFeatures, copyFeatures, keysOf } from './copy-features.ts';
import { ARTICLES_A_KEY, ENOUGH_SAME, MOST_CANDIDATES } from './copy-keys.ts';
import { deniedAmong, isDenied } from './denials.ts';
import { packPassages } from './packed-passages.ts';
import { clusterOf, joinClusters, settleClusters } from './settle-clusters.ts';
import type { CopyTable } from './tables.ts';
import { indexTiles } from './tiling.ts';

/** Where articles with the same passages meet. */
const copyKeyIndex = new KeyIndex('copy_key');

/** Which articles repeat which, and from whom they have their text. Owns the tables that begin with `copy`. */
export const copies: Judgement<CopyFeatures> = {
  name: 'copies',
  features: copyFeatures,
  record,
  retract,
  async forget(articleIds, writing) {
    await writing.db.deleteFrom('copy_text').where('article_id', 'in', writing.listed(articleIds)).execute();
  },
  check: checkCopies,
  async decide(decision, undone, writing) {
    if (decision.kind !== 'not-a-copy') return;
    const { article, of } = decision.payload;
    if (undone) await writing.db.deleteFrom('copy_denial').where('decision_id', '=', decision.id).execute();
    else await writing.insert('copy_denial', [{ decision_id: decision.id, article_id: article, of_id: of ?? 0 }]);
    const related = await relationsOf([article], writing);
    const ids = [...new Set([article, ...related.flatMap(({ a_id, b_id }) => [a_id, b_id])])];
    const denials = await deniedAmong(ids, writing);
    for (const { a_id, b_id, dismissed } of related) {
      const now = isDenied(denials, a_id, b_id) ? 1 : 0;
      if (now === dismissed) continue;
      await writing.db
        .updateTable('copy')
        .set({ dismissed: now })
        .where('a_id', '=', a_id)
        .where('b_id', '=', b_id)
        .execute();
    }
    await settleClusters(await clusterOf([...ids, ...(of === undefined ? [] : [of])], writing), writing);
  },
};

/** An article of a batch, and the earlier ones that it may repeat. */
interface Arrived {
  articleId: number;
  text: Uint8Array;
  candidates: readonly number[];
}

/** Costs the same for each article however many there are: keys, candidates and their texts are bounded. */
async function record(batch: readonly RecordedArticle<CopyFeatures>[], writing: Writing): Promise<void> {
  const noted = await notedUnder(batch, writing);
  const fresh: KeyEntry[] = [];
  const arrived = batch.map(({ articleId, features }): Arrived => {
    const keys = [...keysOf(features)];
    const candidates = candidatesOf(articleId, keys, noted);
    for (const key of keys) {
      const under = noted.get(key) ?? [];
      if (under.length >= ARTICLES_A_KEY || under.includes(articleId)) continue;
      under.push(articleId);
      fresh.push({ key, id: articleId });
    }
    return { articleId, text: new Uint8Array(Buffer.from(features.text, 'base64')), candidates };
  });
  const rows = await relatedAmong(arrived, writing);
  await writing.insert(
    'copy_text',
    batch.map(({ articleId, features: { words, wire, credits } }, at) => ({
      article_id: articleId,
      text: arrived[at].text,
      words,
      wire,
      credits: JSON.stringify(credits),
    })),
  );
  await copyKeyIndex.add(fresh, writing);
  await writing.insert('copy', rows);
  const links = rows.filter(({ label, dismissed }) => label === 'same' && dismissed === 0);
  await joinClusters(
    batch.map(({ articleId }) => articleId),
    links.map(({ a_id, b_id }) => [a_id, b_id]),
    writing,
  );
}

/** The articles that share most keys with one. */
function candidatesOf(
  articleId: number,
  keys: readonly number[],
  noted: ReadonlyMap<number, readonly number[]>,
): number[] {
  const shared = new Map<number, number>();
  for (const key of keys) for (const id of noted.get(key) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  shared.delete(articleId);
  return [...shared]
    .sort(([a, more], [b, less]) => less - more || a - b)
    .slice(0, MOST_CANDIDATES)
    .map(([id]) => id);
}

/** The articles under each of the batch's keys; under a new one none yet. */
async function notedUnder(
  batch: readonly RecordedArticle<CopyFeatures>[],
  writing: Writing,
): Promise<Map<number, number[]>> {
  const keys = [...new Set(batch.flatMap(({ features }) => [...keysOf(features)]))];
  const noted = await copyKeyIndex.find(keys, writing);
  for (const key of keys) if (!noted.has(key)) noted.set(key, []);
  return noted;
}

/** How the articles of a batch are related to those before them. */
async function relatedAmong(arrived: readonly Arrived[], writing: Writing): Promise<CopyTable[]> {
  const texts = await textsOf(
    [...new Set(arrived.flatMap(({ candidates }) => candidates.slice(0, ENOUGH_SAME)))],
    writing,
  );
  const rows: CopyTable[] = [];
  for (const article of arrived) {
    if (article.candidates.length > 0) rows.push(...(await related(article, texts, writing)));
    // Only now: each pair of a batch is compared once, by the later one.
    texts.set(article.articleId, article.text);
  }
  if (rows.length === 0) return rows;
  const denials = await deniedAmong([...new Set(rows.flatMap(({ a_id, b_id }) => [a_id, b_id]))], writing);
  for (const row of rows) if (isDenied(denials, row.a_id, row.b_id)) row.dismissed = 1;
  return rows;
}

/** Compares an article with its candidates, those that share most first, and adds their texts to those at hand. */
async function related(
  { articleId, text, candidates }: Arrived,
  texts: Map<number, Uint8Array>,
  writing: Writing,
): Promise<CopyTable[]> {
  const index = indexTiles(unpackText(text));
  const rows: CopyTable[] = [];
  let same = 0;
  for (let at = 0; at < candidates.length && same < ENOUGH_SAME; at += ENOUGH_SAME) {
    const some = candidates.slice(at, at + ENOUGH_SAME);
    // The first few were asked for with those of the whole batch.
    const missing = at === 0 ? [] : some.filter((id) => !texts.has(id));
    if (missing.length > 0) for (const [id, other] of await textsOf(missing, writing)) texts.set(id, other);
    for (const id of some) {
      const other = texts.get(id);
      if (other === undefined || same >= ENOUGH_SAME) continue;
      const { label, overlap, passages } = decideCopy(index, unpackText(other));
      if (label === null) continue;
      if (label === 'same') same++;
      const isFirst = articleId < id;
      rows.push({
        a_id: isFirst ? articleId : id,
        b_id: isFirst ? id : articleId,
        label,
        overlap: Math.round(overlap * 1000) / 1000,
        passages: packPassages(isFirst ? passages : passages.map(({ a, b }) => ({ a: b, b: a }))),
        dismissed: 0,
      });
    }
  }
  return rows;
}

async function textsOf(ids: readonly number[], writing: Writing): Promise<Map<number, Uint8Array>> {
  const rows = await writing.db
    .selectFrom('copy_text')
    .select(['article_id', 'text'])
    .where('article_id', 'in', writing.listed(ids))
    .execute();
  return new Map(rows.map(({ article_id, text }) => [article_id, text]));
}

/**
 * Takes the articles' texts away. They stay noted under their keys, which only lead to the text that an article has now: to
 * keep the keys of each for taking them out would take a tenth of its text.
 */
async function retract(revisions: readonly RevisionOf[], writing: Writing): Promise<void> {
  const { db } = writing;
  const ids = revisions.map(({ articleId }) => articleId);
  const left = (await clusterOf(ids, writing)).filter((id) => !ids.includes(id));
  await db.deleteFrom('copy').where('a_id', 'in', writing.listed(ids)).execute();
  await db.deleteFrom('copy').where('b_id', 'in', writing.listed(ids)).execute();
  await db.deleteFrom('copy_text').where('article_id', 'in', writing.listed(ids)).execute();
  await db
    .updateTable('article')
    .set({ origin_id: null, origin_reason: null })
    .where('id', 'in', writing.listed(ids))
    .execute();
  await settleClusters(left, writing);
}

async function relationsOf(ids: readonly number[], writing: Writing): Promise<CopyTable[]> {
  const listed = writing.listed(ids);
  return writing.db
    .selectFrom('copy')
    .selectAll()
    .where(({ eb, or }) => or([eb('a_id', 'in', listed), eb('b_id', 'in', listed)]))
    .execute();
}
