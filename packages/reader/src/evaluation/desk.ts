import type { Model } from '../model/model.ts';
import { read } from '../read.ts';
import { predictionsOf, readDeskCorpus } from './desk-corpus.ts';
import { type DeskItem, scoreDesk } from './desk-score.ts';
import { offsetMap } from './offsets.ts';

export interface DeskReport {
  task: 'desk';
  /** How many articles were scored. */
  items: number;
  metrics: Record<string, number>;
}

/** The first so many articles of the corpus are for tuning, the others for reporting. */
const TUNED = 9;

/**
 * Scores readings against articles marked in full by the annotation guide, each read as plain text. The figures without
 * a prefix cover the whole file, `tune.` its first nine articles, `report.` the others.
 * @throws {Error} where the file is not in the corpus's format.
 */
export async function evaluateDesk(file: string, model: Model): Promise<DeskReport> {
  const articles = await readDeskCorpus(file);
  return reportDesk(
    articles.map(({ id, text, gold }) => {
      const reading = read({ id, text }, model);
      return { id, gold, predicted: predictionsOf(reading, offsetMap(text, reading)) };
    }),
  );
}

/** Scores articles, whatever produced their predictions. */
export function reportDesk(items: readonly DeskItem[]): DeskReport {
  const metrics = scoreDesk(items);
  const parts = { tune: items.slice(0, TUNED), report: items.slice(TUNED) };
  for (const [part, articles] of Object.entries(parts)) {
    if (articles.length === 0) continue;
    for (const [name, value] of Object.entries(scoreDesk(articles))) metrics[`${part}.${name}`] = value;
  }
  return { task: 'desk', items: items.length, metrics };
}
