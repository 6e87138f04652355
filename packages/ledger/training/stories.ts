import type { Model } from '@hearsay/reader/model/model';
import { readAnalysed } from '@hearsay/reader/read';
import { readTopicsCorpus } from '../src/evaluation/topics-corpus.ts';
import { countTerms } from '../src/stories/article-terms.ts';
import { encodeRarity } from '../src/stories/term-rarity.ts';

/** A term of one subject is as rare as one that was never seen. */
const FEWEST_SUBJECTS = 1.2;

/** How rare terms are over the training topics of the stance corpus, as `stories.bin` has it; topics of the split "dev" are left out. */
export async function trainStories(bodies: string, model: Model): Promise<Uint8Array> {
  const subjects = new Map<string, Set<number>[]>();
  for (const { id, topic, split, text } of await readTopicsCorpus(bodies)) {
    if (split === 'dev') continue;
    const terms = new Set(countTerms(readAnalysed({ id, text }, model)).map(({ hash }) => hash));
    subjects.set(topic, [...(subjects.get(topic) ?? []), terms]);
  }
  return encodeRarity([...subjects.values()], FEWEST_SUBJECTS);
}
