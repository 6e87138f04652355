import type { StatementEntry } from '../questions/answers.ts';
import type { Store } from '../store/store.ts';
import { storedReading } from '../store/stored-reading.ts';
import { checkSince } from './since-check.ts';

/** Most statements of one entity that are shown, the latest ones. */
const MOST_STATEMENTS = 200;

/**
 * What an entity said, wrote or published as a whole, newest first: one entry a statement, though several articles report
 * it (same medium, within a day). A "first since" is checked against the others.
 */
export async function entityStatements(store: Store, entityId: number): Promise<StatementEntry[]> {
  const rows = await store.db
    .selectFrom('statement_by')
    .innerJoin('statement', 'statement.id', 'statement_by.statement_id')
    .innerJoin('article', 'article.id', 'statement.article_id')
    .select(['statement.id', 'statement.article_id as articleId', 'statement.ordinal', 'medium', 'statement.at'])
    .select('statement.revision_id as revisionId')
    .where('statement_by.entity_id', '=', entityId)
    .whereRef('article.revision_id', '=', 'statement.revision_id')
    .orderBy('statement.at', 'desc')
    .limit(MOST_STATEMENTS)
    .execute();
  const distinct = withoutRepeats(rows);
  const readings = await readingsOf(store, new Set(distinct.map(({ revisionId }) => revisionId)));
  return distinct.flatMap((row) => {
    const reading = readings.get(row.revisionId);
    const statement = reading?.statements[row.ordinal];
    if (reading === undefined || statement === undefined) return [];
    const { date, duration, authenticity, mentions, since } = statement;
    const others = rows.filter((other) => !isSame(other, row));
    const mention = mentions[0];
    return {
      id: row.id,
      articleId: row.articleId,
      medium: row.medium,
      at: row.at,
      date: date ?? null,
      duration: duration ?? null,
      authenticity: authenticity.certainty,
      words: mention === undefined ? row.medium : reading.text.slice(mention.start, mention.end),
      since:
        since === undefined
          ? null
          : {
              words: reading.text.slice(since.start, since.end),
              order: since.order,
              value: since.value,
              ...checkSince(since, row, others),
            },
    };
  });
}

interface Reported {
  medium: string;
  at: string;
}

function withoutRepeats<Row extends Reported>(rows: readonly Row[]): Row[] {
  const distinct: Row[] = [];
  for (const row of rows) if (!distinct.some((other) => isSame(other, row))) distinct.push(row);
  return distinct;
}

function isSame(a: Reported, b: Reported): boolean {
  return a.medium === b.medium && Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= 36 * 3_600_000;
}

async function readingsOf(store: Store, ids: ReadonlySet<number>) {
  const rows = await store.db
    .selectFrom('revision')
    .select(['id', 'reading'])
    .where('id', 'in', store.listed([...ids]))
    .execute();
  return new Map(rows.flatMap(({ id, reading }) => (reading === null ? [] : [[id, storedReading(reading)] as const])));
}
