import type { Toll } from '../questions/answers.ts';
import type { Store } from '../store/store.ts';
import { storedReading } from '../store/stored-reading.ts';
import { TOLL_LABELS } from './toll-figures.ts';

/** Figures of one toll differ by less than this factor; set by eye on invented and tuning stories. */
const ONE_TOLL_FACTOR = 4;
/** Most figures of a story that are looked at. */
const MOST_FIGURES = 400;

interface Figure {
  articleId: number;
  revisionId: number;
  at: string;
  start: number;
  end: number;
  low: number;
  high: number | null;
  assertionId: number | null;
  speaker: string | null;
}

/**
 * The tolls of a story, each as a series over time: figures of the same kind in articles that copy no other, as far as they
 * are near enough to count the same. A figure that one article alone gives is no series and is left out.
 */
export async function storyTolls(store: Store, storyId: number): Promise<Toll[]> {
  const rows = await store.db
    .selectFrom('toll_figure')
    .innerJoin('article', (join) =>
      join
        .onRef('article.id', '=', 'toll_figure.article_id')
        .onRef('article.revision_id', '=', 'toll_figure.revision_id'),
    )
    .leftJoin('assertion', 'assertion.id', 'toll_figure.assertion_id')
    .leftJoin('entity', 'entity.id', 'assertion.speaker_id')
    .select(['toll_figure.label', 'toll_figure.start', 'toll_figure.end', 'low', 'high', 'article.id as articleId'])
    .select([
      'article.time as at',
      'article.revision_id as revisionId',
      'assertion_id as assertionId',
      'entity.name as speaker',
    ])
    .where('article.story_id', '=', storyId)
    .where(({ eb, or, ref }) => or([eb('origin_id', 'is', null), eb('origin_id', '=', ref('article.id'))]))
    .orderBy('article.time')
    .limit(MOST_FIGURES)
    .execute();
  const words = await figureWords(store, rows);
  return TOLL_LABELS.flatMap((label) =>
    seriesOf(rows.filter((row) => row.label === label)).map((figures) => ({
      label,
      points: figures.map((figure) => ({
        at: figure.at,
        low: figure.low,
        high: figure.high,
        words: words(figure),
        articleId: figure.articleId,
        assertionId: figure.assertionId,
        speaker: figure.speaker,
      })),
      contradictory: isContradictory(figures),
    })),
  );
}

/** Figures split where the next larger one is too far off, each part in the order of time. */
function seriesOf(figures: readonly Figure[]): Figure[][] {
  const bySize = [...figures].sort((a, b) => a.low - b.low);
  const series: Figure[][] = [];
  for (const figure of bySize) {
    const last = series.at(-1);
    if (last !== undefined && figure.low <= last[last.length - 1].low * ONE_TOLL_FACTOR) last.push(figure);
    else series.push([figure]);
  }
  return series
    .filter((part) => new Set(part.map(({ articleId }) => articleId)).size > 1)
    .map((part) => part.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.start - b.start)));
}

/** Whether some article gives fewer than one before it said at the least: a toll grows, it does not shrink. */
export function isContradictory(figures: readonly { low: number; high: number | null }[]): boolean {
  let least = 0;
  for (const { low, high } of figures) {
    if (high !== null && high < least) return true;
    least = Math.max(least, low);
  }
  return false;
}

async function figureWords(store: Store, figures: readonly Figure[]): Promise<(figure: Figure) => string> {
  const ids = [...new Set(figures.map(({ revisionId }) => revisionId))];
  const rows = await store.db
    .selectFrom('revision')
    .select(['id', 'reading'])
    .where('id', 'in', store.listed(ids))
    .execute();
  const texts = new Map(rows.map(({ id, reading }) => [id, reading === null ? '' : storedReading(reading).text]));
  return ({ revisionId, start, end }) => texts.get(revisionId)?.slice(start, end) ?? '';
}
