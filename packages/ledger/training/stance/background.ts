import { createLexicon } from '@hearsay/reader/language/lexicon';
import { type Background, IDF_STEPS } from '../../src/stance/background.ts';

/** The stems of one report, each once, and how much the report counts. */
export interface CountedReport {
  stems: Iterable<number>;
  weight: number;
}

/** Words in fewer reports than this are left to the rest. */
const LEAST_REPORTS = 1.2;

/**
 * Counts in how many reports each stem is. Reports of one rumour should count one together: else the rumour's own words
 * would look common, and those of rumours to come would not.
 */
export function countBackground(reports: readonly CountedReport[]): Background {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { stems, weight } of reports) {
    all += weight;
    for (const each of stems) counts.set(each, (counts.get(each) ?? 0) + weight);
  }
  const idf = (count: number): number => Math.log((all + 1) / (count + 0.5));
  const known = [...counts].filter(([, count]) => count >= LEAST_REPORTS).sort(([a], [b]) => a - b);
  const steps = new Map(known.map(([stem, count]) => [stem, Math.round(Math.max(0, idf(count)) * IDF_STEPS)]));
  return { idf: createLexicon(steps), rarest: idf(0.5) };
}
