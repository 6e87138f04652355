import { readTimesCorpus, scoreTimes } from '@hearsay/reader/evaluation/times';
import type { Time } from '@hearsay/reader/reading';
import { findTimes } from '@hearsay/reader/time/times';
import { type ParsedComponents, parse as parseChrono } from 'chrono-node';
import { corpusPath } from './corpora.ts';
import type { Row } from './measure.ts';

const METRICS = ['relaxed.f1', 'strict.f1', 'value.f1'];

/** How good the temporal expressions are, ours and chrono-node's, over the whole corpus: chrono-node was tuned on none of it. */
export async function benchTimes(): Promise<Row[]> {
  const file = corpusPath('times/tbaq.jsonl.gz');
  if (file === undefined) return [];
  const articles = await readTimesCorpus(file);
  const ours = scoreTimes(
    articles.map(({ id, gold, text, published }) => ({
      id,
      gold,
      predicted: findTimes(text, published === undefined ? {} : { published }),
    })),
  );
  const chrono = scoreTimes(
    articles.map(({ id, gold, text, published }) => ({ id, gold, predicted: chronoTimes(text, published) })),
  );
  return METRICS.flatMap((metric) => [
    { section: 'times', what: `hearsay, ${metric}`, value: ours[metric], unit: '' },
    { section: 'times', what: `chrono-node, ${metric}`, value: chrono[metric], unit: '' },
  ]);
}

function chronoTimes(text: string, published: string | undefined): Time[] {
  const anchor = published === undefined ? undefined : new Date(`${published.slice(0, 10)}T12:00`);
  return parseChrono(text, anchor).map(({ index, text: words, start }) => ({
    start: index,
    end: index + words.length,
    type: start.isCertain('hour') ? 'TIME' : 'DATE',
    value: timexValue(start),
  }));
}

/** TIMEX3 says only what the words say; chrono-node fills the rest from its anchor and marks it as not certain. */
function timexValue(components: ParsedComponents): string {
  const part = (name: 'month' | 'day' | 'hour' | 'minute'): string =>
    String(components.get(name) ?? 0).padStart(2, '0');
  const year = String(components.get('year') ?? 'XXXX');
  if (components.isCertain('hour')) return `${year}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
  if (components.isCertain('day') || components.isCertain('weekday')) return `${year}-${part('month')}-${part('day')}`;
  return components.isCertain('month') ? `${year}-${part('month')}` : year;
}
