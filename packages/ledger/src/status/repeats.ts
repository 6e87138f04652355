import type { Writing } from '../store/writing.ts';

/** An assertion of a claim, as far as it matters whether another article with the same text said the same. */
interface SaidRow {
  article: number;
  claim: number;
  polarity: number;
  certainty: number;
  stance: number | null;
}

/** What a batch says of claims. */
export interface BatchEvidence {
  /** Claims of which a batch says what the copied article said before, with those assertions. */
  repeated: Map<number, SaidRow[]>;
  /** The claims of which it says anything else. */
  others: Set<number>;
}

/**
 * Tells what new articles only repeat: one text is one origin, so that what a copy says as the text before it did changes no
 * status. Looks at the copied articles alone, however many pieces of evidence a claim has.
 * @param articleIds articles that are new, not revised
 */
export async function batchEvidence(
  articleIds: readonly number[],
  assertionIds: readonly number[],
  writing: Writing,
): Promise<BatchEvidence> {
  const fresh = new Set(articleIds);
  const said = await assertionsById(assertionIds, writing);
  const copied = await copiedArticles(articleIds, writing);
  const before = Map.groupBy(
    await assertionsOf([...new Set([...copied.values()].flat())], writing),
    ({ article }) => article,
  );
  const repeated = new Map<number, SaidRow[]>();
  const others = new Set<number>();
  for (const row of said) {
    const texts = fresh.has(row.article) ? (copied.get(row.article) ?? []) : [];
    const isRepeat = texts.some((text) => before.get(text)?.some((earlier) => isSame(row, earlier)));
    if (!isRepeat) others.add(row.claim);
    else repeated.set(row.claim, [...(repeated.get(row.claim) ?? []), row]);
  }
  for (const claim of others) repeated.delete(claim);
  return { repeated, others };
}

function isSame(one: SaidRow, other: SaidRow): boolean {
  return (
    one.claim === other.claim &&
    one.polarity === other.polarity &&
    one.certainty === other.certainty &&
    one.stance === other.stance
  );
}

/** Of each article that is a copy, its origin and the articles with the same text, as far as they came in before it. */
async function copiedArticles(articleIds: readonly number[], writing: Writing): Promise<Map<number, number[]>> {
  const origins = await writing.db
    .selectFrom('article')
    .select(['id', 'origin_id'])
    .where('id', 'in', writing.listed(articleIds))
    .execute();
  const copied = new Map<number, number[]>();
  for (const { id, origin_id } of origins) {
    if (origin_id !== null && origin_id !== id) copied.set(id, origin_id < id ? [origin_id] : []);
  }
  const relations = await writing.db
    .selectFrom('copy')
    .select(['a_id', 'b_id'])
    .where('b_id', 'in', writing.listed([...copied.keys()]))
    .where('label', '=', 'same')
    .where('dismissed', '=', 0)
    .execute();
  for (const { a_id, b_id } of relations) copied.get(b_id)?.push(a_id);
  return copied;
}

/** Current assertions of a claim, by their own ids. */
async function assertionsById(ids: readonly number[], writing: Writing): Promise<SaidRow[]> {
  const rows = await writing.db
    .selectFrom('assertion')
    .select(['article_id as article', 'claim_id', 'polarity', 'certainty', 'stance'])
    .where('id', 'in', writing.listed(ids))
    .where('claim_id', 'is not', null)
    .execute();
  return rows.flatMap(saidRow);
}

/** Current assertions of a claim, by their articles: an article leads to its revision, and that to them. */
async function assertionsOf(articleIds: readonly number[], writing: Writing): Promise<SaidRow[]> {
  if (articleIds.length === 0) return [];
  const rows = await writing.db
    .selectFrom('article')
    .innerJoin('assertion', 'assertion.revision_id', 'article.revision_id')
    .select(['article.id as article', 'claim_id', 'polarity', 'certainty', 'stance'])
    .where('article.id', 'in', writing.listed(articleIds))
    .where('claim_id', 'is not', null)
    .execute();
  return rows.flatMap(saidRow);
}

function saidRow({
  article,
  claim_id,
  polarity,
  certainty,
  stance,
}: Omit<SaidRow, 'claim' | 'polarity'> & { claim_id: number | null; polarity: number | null }): SaidRow[] {
  return claim_id === null || polarity === null ? [] : [{ article, claim: claim_id, polarity, certainty, stance }];
}
