import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readPlainText } from '../article/plain-text.ts';
import type { Time } from '../reading.ts';
import { findTimes } from '../time/times.ts';
import { offsetMap } from './offsets.ts';

/** One article's temporal expressions, by people and by the reader, as offsets of one kind into one text. */
export interface TimesItem {
  id: string;
  gold: readonly Time[];
  predicted: readonly Time[];
}

export interface TimesReport {
  task: 'times';
  /** How many articles were scored. */
  items: number;
  metrics: Record<string, number>;
}

const article = z.object({
  id: z.string(),
  dct: z.string().nullable(),
  text: z.string(),
  timex: z.array(
    z.object({
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
      value: z.string(),
      mod: z.string().nullish(),
    }),
  ),
});

/** An article of the corpus. Its gold spans are in the corpus's offsets: code points into `text`. */
export interface TimesArticle {
  id: string;
  published: string | undefined;
  text: string;
  gold: Time[];
}

/**
 * Scores the temporal expressions found in a corpus of TempEval-3's kind (JSON lines, gzip or plain) by its measures:
 * strict (equal spans), relaxed (any overlap) and value (relaxed, with the right TIMEX3 value). Articles are read as
 * plain text, inserts cut, and what is found is mapped back. All articles of the file are scored; the same figures under
 * `reported.` cover the fifth of them that no rule was tuned on.
 */
export async function evaluateTimes(file: string): Promise<TimesReport> {
  const articles = await readTimesCorpus(file);
  return reportTimes(articles.map((article) => ({ id: article.id, gold: article.gold, predicted: predict(article) })));
}

/**
 * Reads a corpus of temporal expressions.
 * @throws {Error} naming the line that is not in the corpus's format.
 */
export async function readTimesCorpus(file: string): Promise<TimesArticle[]> {
  const bytes = await readFile(file);
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const lines = (gzip ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  const articles: TimesArticle[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = article.safeParse(parseJson(line));
    if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
    const { id, dct, text, timex } = parsed.data;
    const gold = timex.map(({ mod, ...time }) => ({ ...time, ...(mod ? { mod } : {}) }));
    articles.push({ id, published: dct ?? undefined, text, gold });
  }
  return articles;
}

/** What the reader finds in an article, in the corpus's offsets. */
function predict({ text, published }: TimesArticle): Time[] {
  const anchor = published === undefined ? {} : { published };
  const article = readPlainText(text, anchor);
  const { toCorpus } = offsetMap(text, article);
  return findTimes(article.text, anchor).map((time) => ({ ...time, ...toCorpus(time) }));
}

/** Scores articles, whatever produced their predictions. */
export function reportTimes(items: readonly TimesItem[]): TimesReport {
  const metrics = scoreTimes(items);
  const reported = items.filter(({ id }) => isReported(id));
  if (reported.length > 0) {
    for (const [name, value] of Object.entries(scoreTimes(reported))) metrics[`reported.${name}`] = value;
  }
  return { task: 'times', items: items.length, metrics };
}

/** Whether an article is of the part that figures are reported on: its id's SHA-1, as a number, is divisible by 5. */
export function isReported(id: string): boolean {
  return BigInt(`0x${createHash('sha1').update(id).digest('hex')}`) % 5n === 0n;
}

/** TempEval-3's measures over all spans of all articles, each gold and each predicted span matched at most once. */
export function scoreTimes(items: readonly TimesItem[]): Record<string, number> {
  let gold = 0;
  let predicted = 0;
  let strict = 0;
  let relaxed = 0;
  let value = 0;
  let type = 0;
  for (const item of items) {
    gold += item.gold.length;
    predicted += item.predicted.length;
    for (const [wanted, found] of matchTimes(item.gold, item.predicted)) {
      relaxed++;
      if (wanted.start === found.start && wanted.end === found.end) strict++;
      if (wanted.value === found.value) value++;
      if (wanted.type === found.type) type++;
    }
  }
  return {
    ...measures('strict', strict, predicted, gold),
    ...measures('relaxed', relaxed, predicted, gold),
    ...measures('value', value, predicted, gold),
    'type.f1': measures('type', type, predicted, gold)['type.f1']!,
  };
}

/** Pairs gold and predicted spans that overlap, one to one: equal spans first, then in the order of the text. */
export function matchTimes(gold: readonly Time[], predicted: readonly Time[]): [Time, Time][] {
  const pairs: [Time, Time][] = [];
  const used = new Set<Time>();
  const bySpan = new Map(predicted.map((time) => [`${time.start}-${time.end}`, time]));
  const open: Time[] = [];
  for (const wanted of gold) {
    const equal = bySpan.get(`${wanted.start}-${wanted.end}`);
    if (equal && !used.has(equal)) {
      used.add(equal);
      pairs.push([wanted, equal]);
    } else open.push(wanted);
  }
  const free = predicted.filter((time) => !used.has(time)).sort((a, b) => a.start - b.start);
  let next = 0;
  for (const wanted of open.sort((a, b) => a.start - b.start)) {
    while (next < free.length && free[next]!.end <= wanted.start) next++;
    if (next < free.length && free[next]!.start < wanted.end) pairs.push([wanted, free[next++]!]);
  }
  return pairs;
}

function measures(name: string, right: number, predicted: number, gold: number): Record<string, number> {
  return {
    [`${name}.precision`]: predicted === 0 ? 0 : right / predicted,
    [`${name}.recall`]: gold === 0 ? 0 : right / gold,
    [`${name}.f1`]: predicted + gold === 0 ? 0 : (2 * right) / (predicted + gold),
  };
}

/** What a line of JSON says; undefined where it is none, which no schema takes. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
