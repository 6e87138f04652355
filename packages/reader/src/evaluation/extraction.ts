import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Model } from '../model/model.ts';
import { decodePage } from '../page/charset.ts';
import { readPage } from '../page/page.ts';
import { type ShingleScore, scoreShingles, shingleTokens } from './shingles.ts';

export interface ExtractionPage extends ShingleScore {
  id: string;
}

export interface ExtractionReport {
  task: 'extraction';
  /** How many pages were scored. */
  items: number;
  /** `precision` and `recall` averaged over the pages, `f1` their harmonic mean. */
  metrics: Record<string, number>;
  pages: ExtractionPage[];
}

/**
 * Scores the main text of the pages in a folder of the Scrapinghub benchmark's kind: `ground-truth.json` and `html/<id>.html.gz`.
 * @throws {Error} where the folder has no ground truth, or it is in another format.
 */
export async function evaluateExtraction(folder: string, model: Model): Promise<ExtractionReport> {
  const truth = await readGroundTruth(folder);
  const pages: ExtractionPage[] = [];
  for (const file of (await readdir(join(folder, 'html'))).sort()) {
    const id = file.replace(/\.html(?:\.gz)?$/, '');
    const gold = truth.get(id);
    if (gold === undefined) continue;
    const bytes = await readFile(join(folder, 'html', file));
    const { html } = decodePage(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    pages.push({ id, ...scoreShingles(shingleTokens(readPage(html, {}, model.page).text), shingleTokens(gold)) });
  }
  return reportExtraction(pages);
}

/** The figures of a run: averages over the pages, the F1 of the averages. */
export function reportExtraction(pages: ExtractionPage[]): ExtractionReport {
  const count = Math.max(1, pages.length);
  const precision = pages.reduce((sum, page) => sum + page.precision, 0) / count;
  const recall = pages.reduce((sum, page) => sum + page.recall, 0) / count;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { task: 'extraction', items: pages.length, metrics: { f1, precision, recall }, pages };
}

const groundTruth = z.record(z.string(), z.object({ articleBody: z.string() }));

/** The true texts by page id. */
export async function readGroundTruth(folder: string): Promise<Map<string, string>> {
  const content: unknown = JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8'));
  return new Map(Object.entries(groundTruth.parse(content)).map(([id, { articleBody }]) => [id, articleBody]));
}
