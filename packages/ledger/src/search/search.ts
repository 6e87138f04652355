import type { Judgement, RecordedArticle, RevisionOf } from '../judgement.ts';
import type { Writing } from '../store/writing.ts';
import { foldedWords } from './folded-words.ts';
import { indexNames } from './search-names.ts';

/** Words of one article that are indexed; no news article has so many. */
const MOST_WORDS = 16_000;

/** What can be found by its words: the current revision of every article, claims, names of entities, outlets. */
export const search: Judgement<null> = {
  name: 'search',
  features: () => null,
  record,
  retract,

  async forget(articleIds, writing) {
    await removeClaims(await wordlessClaims(articleIds, writing), writing);
    for (const statement of writing.search.purge) await writing.query(statement);
  },

  async decide({ kind, payload }, _, writing) {
    if (kind === 'entity-merge') await indexNames([payload.into, ...payload.from], writing);
    if (kind === 'entity-split') {
      const revisions = payload.actors.map(({ revision }) => revision);
      await indexNames([payload.entity, ...(await entitiesOf(revisions, writing))], writing);
    }
  },
};

async function record(batch: readonly RecordedArticle<null>[], writing: Writing): Promise<void> {
  const outlets = new Map<string, string>();
  for (const { articleId, reading, outlet } of batch) {
    const words = foldedWords(`${reading.article.title ?? ''} ${reading.text}`).slice(0, MOST_WORDS);
    await writing.query(writing.search.add('search_article'), [articleId, words.join(' ')]);
    if (outlet !== null) outlets.set(outlet, foldedWords(outlet).join(' '));
  }
  await writing.insert(
    'search_outlet',
    [...outlets].map(([name, folded]) => ({ folded, name })),
    { ifNew: true },
  );
  await indexClaims(
    batch.flatMap(({ assertionIds }) => assertionIds),
    writing,
  );
  await indexNames(
    await entitiesOf(
      batch.map(({ revisionId }) => revisionId),
      writing,
    ),
    writing,
  );
}

/** Indexes the claims that have their text from these assertions. */
async function indexClaims(assertionIds: readonly number[], writing: Writing): Promise<void> {
  const claims = await writing.db
    .selectFrom('assertion')
    .innerJoin('claim', (join) =>
      join.onRef('claim.id', '=', 'assertion.claim_id').onRef('claim.text_assertion_id', '=', 'assertion.id'),
    )
    .select(['claim.id', 'claim.text'])
    .where('assertion.id', 'in', writing.listed(assertionIds))
    .execute();
  await removeClaims(
    claims.map(({ id }) => id),
    writing,
  );
  for (const { id, text } of claims)
    await writing.query(writing.search.add('search_claim'), [id, foldedWords(text).join(' ')]);
}

async function removeClaims(ids: readonly number[], writing: Writing): Promise<void> {
  if (ids.length === 0) return;
  const key = writing.db.dynamic.ref(writing.search.key);
  await writing.db.deleteFrom('search_claim').where(key, 'in', writing.listed(ids)).execute();
}

/** The claims whose text went with these articles. */
async function wordlessClaims(articleIds: readonly number[], writing: Writing): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('revision')
    .innerJoin('assertion', 'assertion.revision_id', 'revision.id')
    .innerJoin('claim', 'claim.id', 'assertion.claim_id')
    .select('claim.id')
    .distinct()
    .where('revision.article_id', 'in', writing.listed(articleIds))
    .where('claim.text', '=', '')
    .execute();
  return rows.map(({ id }) => id);
}

async function retract(revisions: readonly RevisionOf[], writing: Writing): Promise<void> {
  const ids = writing.listed(revisions.map(({ articleId }) => articleId));
  await writing.db.deleteFrom('search_article').where(writing.db.dynamic.ref(writing.search.key), 'in', ids).execute();
  const entities = await entitiesOf(
    revisions.map(({ revisionId }) => revisionId),
    writing,
  );
  await indexNames(entities, writing);
}

/** The entities of these revisions. */
async function entitiesOf(revisions: readonly number[], writing: Writing): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('actor')
    .select('entity_id')
    .distinct()
    .where('revision_id', 'in', writing.listed(revisions))
    .execute();
  return rows.map(({ entity_id }) => entity_id);
}
