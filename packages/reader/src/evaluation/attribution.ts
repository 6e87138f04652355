import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Model } from '../model/model.ts';
import { read } from '../read.ts';
import type { Reading } from '../reading.ts';
import { type AttributionItem, type RoleSpans, scoreAttribution } from './attribution-score.ts';
import { type OffsetMap, offsetMap } from './offsets.ts';

export interface AttributionReport {
  task: 'attribution';
  /** How many articles were scored. */
  items: number;
  metrics: Record<string, number>;
}

/**
 * Scores readings against PolNeAR (JSON lines, gzip or plain), each article read as plain text. Only assertions that are
 * not nested count, for PolNeAR does not nest.
 * @throws {Error} naming the line that is not in the corpus's format.
 */
export async function evaluateAttribution(file: string, model: Model): Promise<AttributionReport> {
  const articles = await readAttributionCorpus(file);
  return reportAttribution(
    articles.map(({ id, text, gold }) => {
      const reading = read({ id, text }, model);
      return { id, gold, predicted: attributionsOf(reading, offsetMap(text, reading)) };
    }),
  );
}

/** Scores articles, whatever produced their predictions. */
export function reportAttribution(items: readonly AttributionItem[]): AttributionReport {
  return { task: 'attribution', items: items.length, metrics: scoreAttribution(items) };
}

/** A reading's assertions that stand in no other, in the corpus's offsets. */
export function attributionsOf(reading: Reading, offsets: OffsetMap): RoleSpans[] {
  return reading.assertions
    .filter(({ within }) => within === undefined)
    .map(({ source, cue, content }) => ({
      source: source.map(offsets.toCorpus),
      cue: cue.map(offsets.toCorpus),
      content: content.map(offsets.toCorpus),
    }));
}

/** An article of the corpus; its offsets are code points into `text`. */
export interface AttributionArticle {
  id: string;
  text: string;
  gold: RoleSpans[];
}

const spans = z.array(
  z.tuple([z.int().nonnegative(), z.int().nonnegative()]).transform(([start, end]) => ({ start, end })),
);
const article = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(z.object({ source: spans, cue: spans, content: spans })),
});

/**
 * Reads a corpus of attributions.
 * @throws {Error} naming the line that is not in the corpus's format.
 */
export async function readAttributionCorpus(file: string): Promise<AttributionArticle[]> {
  const bytes = await readFile(file);
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const lines = (gzip ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  const articles: AttributionArticle[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = article.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
    const { id, text, attributions } = parsed.data;
    articles.push({ id, text, gold: attributions });
  }
  return articles;
}
