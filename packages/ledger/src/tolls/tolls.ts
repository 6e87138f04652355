import type { Judgement, RecordedArticle } from '../judgement.ts';
import type { Writing } from '../store/writing.ts';
import { type ReportedDeath, reportedDeaths } from './reported-deaths.ts';
import { type TollFigure, tollFigures } from './toll-figures.ts';

interface TollFeatures {
  figures: TollFigure[];
  deaths: ReportedDeath[];
}

/** What contradictions are found by: figures of people, who is said to be dead, and who spoke when. */
export const tolls: Judgement<TollFeatures> = {
  name: 'tolls',

  features: (article) => ({ figures: tollFigures(article), deaths: reportedDeaths(article) }),

  async record(batch, writing) {
    await writing.insert('toll_figure', batch.flatMap(figureRows));
    const entities = await entitiesOf(batch, writing);
    const deaths = batch.flatMap(({ features, assertionIds, revisionId }) =>
      features.deaths.flatMap(([ordinal, actor]) => {
        const entity = entities.get(`${revisionId} ${actor}`);
        return entity === undefined ? [] : [{ assertion_id: assertionIds[ordinal], entity_id: entity }];
      }),
    );
    await writing.insert('reported_death', deaths, { ifNew: true });
    await recordStatements(batch, entities, writing);
  },

  async retract(revisions, writing) {
    const ids = writing.listed(revisions.map(({ revisionId }) => revisionId));
    const { db } = writing;
    await db.deleteFrom('toll_figure').where('revision_id', 'in', ids).execute();
    const assertions = db.selectFrom('assertion').select('id').where('revision_id', 'in', ids);
    await db.deleteFrom('reported_death').where('assertion_id', 'in', assertions).execute();
    const statements = db.selectFrom('statement').select('id').where('revision_id', 'in', ids);
    await db.deleteFrom('statement_by').where('statement_id', 'in', statements).execute();
    await db.deleteFrom('statement').where('revision_id', 'in', ids).execute();
  },

  async forget() {
    // `retract` left nothing, and no word of an article is kept here.
  },
};

function figureRows({ features, assertionIds, articleId, revisionId }: RecordedArticle<TollFeatures>) {
  return features.figures.map(({ label, low, high, span, ordinal }) => ({
    article_id: articleId,
    revision_id: revisionId,
    start: span.start,
    end: span.end,
    label,
    low,
    high,
    assertion_id: ordinal < 0 ? null : assertionIds[ordinal],
  }));
}

/** The entities of the batch's actors that speak in statements or are said to be dead, by revision and ordinal. */
async function entitiesOf(
  batch: readonly RecordedArticle<TollFeatures>[],
  writing: Writing,
): Promise<Map<string, number>> {
  const revisions = batch
    .filter(({ features, reading }) => features.deaths.length > 0 || reading.statements.length > 0)
    .map(({ revisionId }) => revisionId);
  if (revisions.length === 0) return new Map();
  const rows = await writing.db
    .selectFrom('actor')
    .select(['revision_id', 'ordinal', 'entity_id'])
    .where('revision_id', 'in', writing.listed(revisions))
    .execute();
  return new Map(rows.map(({ revision_id, ordinal, entity_id }) => [`${revision_id} ${ordinal}`, entity_id]));
}

async function recordStatements(
  batch: readonly RecordedArticle<TollFeatures>[],
  entities: ReadonlyMap<string, number>,
  writing: Writing,
): Promise<void> {
  const count = batch.reduce((sum, { reading }) => sum + reading.statements.length, 0);
  if (count === 0) return;
  let id = await writing.nextIds('statement', count);
  const statements = [];
  const by = [];
  for (const { reading, articleId, revisionId, time } of batch) {
    const place = new Map(reading.actors.map((actor, ordinal) => [actor.id, ordinal]));
    for (const [ordinal, statement] of reading.statements.entries()) {
      const at = dayOf(statement.date) ?? time;
      statements.push({ id, article_id: articleId, revision_id: revisionId, ordinal, medium: statement.medium, at });
      for (const actor of new Set(statement.by)) {
        const entity = entities.get(`${revisionId} ${place.get(actor)}`);
        if (entity !== undefined) by.push({ entity_id: entity, statement_id: id });
      }
      id++;
    }
  }
  await writing.insert('statement', statements);
  await writing.insert('statement_by', by, { ifNew: true });
}

/** A TIMEX3 value that is at least a day, as a time in UTC. */
function dayOf(value: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0];
  return day === undefined ? undefined : `${day}T00:00:00.000Z`;
}
