import type { Judgement, RecordedArticle, RevisionOf } from '../judgement.ts';
import type { Writing } from '../store/writing.ts';
import { foldedWords } from './folded-words.ts';
import { indexNames } from './search-names.ts';

/** PostgreSQL keeps no place past this in a text; no news article comes near. */
const MOST_WORDS = 16_000;

/** What can be found by its words: the current revision of every article, claims, names of entities, outlets. */
export const search: Judgement<null> = {
  name: 'search',
  features: () => null,
  record,
  retract,

  async forget(_, writing) {
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
    const title = foldedWords(reading.article.title ?? '').join(' ');
    const body = foldedWords(reading.text).slice(0, MOST_WORDS).join(' ');
    await writing.query(writing.search.addArticle, [articleId, title, body]);
    if (outlet !== null) outlets.set(outlet, foldedWords(outlet).join(' '));
  }
  await writing.insert(
    'search_outlet',
    [...outlets].map(([name, folded]) => ({ folded, name })),
    { ifNew: true },
  );
  await indexNames(
    await entitiesOf(
      batch.map(({ revisionId }) => revisionId),
      writing,
    ),
    writing,
  );
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

/** The named entities of these revisions. */
async function entitiesOf(revisions: readonly number[], writing: Writing): Promise<number[]> {
  const rows = await writing.db
    .selectFrom('actor')
    .innerJoin('entity', 'entity.id', 'actor.entity_id')
    .select('entity.id')
    .distinct()
    .where('actor.revision_id', 'in', writing.listed(revisions))
    .where('entity.type', '!=', 'unnamed')
    .execute();
  return rows.map(({ id }) => id);
}
