import type { Reading } from '@hearsay/reader/reading';
import { compareReadings } from '../ingest/compare-readings.ts';
import type { Store } from '../store/store.ts';
import { wordParts } from '../word-parts.ts';
import type { RevisionComparison } from './answers.ts';
import { wordsOf } from './evidence-pieces.ts';
import { readingsOf } from './readings.ts';

/** Two versions of an article side by side, by their numbers; undefined where it does not have both, or was taken down. */
export async function comparisonAnswer(
  store: Store,
  articleId: number,
  numbers: { before: number; after: number },
): Promise<RevisionComparison | undefined> {
  const rows = await store.db
    .selectFrom('revision')
    .select(['id', 'number', 'title', 'added_at'])
    .where('article_id', '=', articleId)
    .where('number', 'in', [numbers.before, numbers.after])
    .execute();
  const readings = await readingsOf(
    store,
    rows.map(({ id }) => id),
  );
  const version = (number: number) => {
    const row = rows.find((each) => each.number === number);
    const reading = row && readings.get(row.id);
    return row && reading && { row, reading };
  };
  const before = version(numbers.before);
  const after = version(numbers.after);
  if (before === undefined || after === undefined) return undefined;
  const changes = compareReadings(before.reading, after.reading);
  return {
    before: { number: before.row.number, title: before.row.title ?? '', addedAt: before.row.added_at },
    after: { number: after.row.number, title: after.row.title ?? '', addedAt: after.row.added_at },
    headline: changes.headline,
    parts: wordParts(before.reading.text, after.reading.text),
    assertions: {
      added: changes.added.map((at) => sentenceOf(after.reading, at)),
      cut: changes.cut.map((at) => sentenceOf(before.reading, at)),
      altered: changes.altered.map(({ from, to, what }) => ({
        before: sentenceOf(before.reading, from),
        after: sentenceOf(after.reading, to),
        what: what.join(', '),
      })),
    },
  };
}

/** "Mara Vell: the convoy was hit": who says it, and what. */
function sentenceOf(reading: Reading, ordinal: number): string {
  const assertion = reading.assertions[ordinal];
  if (assertion === undefined) return '';
  const speaker = reading.actors.find(({ id }) => id === assertion.speaker)?.name;
  return `${speaker === undefined ? '' : `${speaker}: `}${wordsOf(reading, assertion.content)}`;
}
