import { readAnalysed } from '@hearsay/reader';
import type { Model } from '@hearsay/reader/model/model';
import { StoriesInMemory } from '../stories/stories-in-memory.ts';
import { storyFeatures } from '../stories/story-features.ts';
import { loadTermRarity } from '../stories/term-rarity.ts';
import { type ClusterScore, scoreClusters } from './cluster-score.ts';
import { groupByWords } from './stories-baseline.ts';
import { readTopicsCorpus } from './topics-corpus.ts';

export interface StoriesReport {
  task: 'stories';
  /** How many articles were grouped. */
  items: number;
  metrics: Record<string, number>;
}

/**
 * Scores stories against the topics of a corpus, in its order: pairwise and B-cubed. Where the corpus has a part that is
 * held out (split "dev"), only that is read. `baseline.*` is TF-IDF with a threshold in one pass over the same articles.
 */
export async function evaluateStories(file: string, model: Model): Promise<StoriesReport> {
  const all = await readTopicsCorpus(file);
  const heldOut = all.filter(({ split }) => split === 'dev');
  const bodies = heldOut.length > 0 ? heldOut : all;
  const rarity = loadTermRarity();
  const index = new StoriesInMemory();
  const analysed = bodies.map(({ id, text }) => readAnalysed({ id, text }, model));
  for (const article of analysed) index.add(storyFeatures(article, rarity), null);
  const topics = bodies.map(({ topic }) => topic);
  return {
    task: 'stories',
    items: bodies.length,
    metrics: {
      ...named('', scoreClusters(topics, index.stories())),
      ...named('baseline.', scoreClusters(topics, groupByWords(analysed))),
    },
  };
}

function named(prefix: string, score: ClusterScore): Record<string, number> {
  const metrics: Record<string, number> = {};
  for (const measure of ['pairwise', 'bcubed'] as const) {
    for (const name of ['precision', 'recall', 'f1'] as const) {
      metrics[`${prefix}${measure}.${name}`] = score[measure][name];
    }
  }
  return metrics;
}
