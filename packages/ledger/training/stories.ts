/**
 * Counts how rare terms are over the training topics of the stance corpus: `node packages/ledger/training/stories.ts
 * CORPUS/stance/fnc1.train.bodies.jsonl.gz` writes `model/stories.bin`. Topics of the split "dev" are left out.
 */
import { writeFileSync } from 'node:fs';
import { loadModel, readAnalysed } from '@hearsay/reader';
import { readTopicsCorpus } from '../src/evaluation/topics-corpus.ts';
import { countTerms } from '../src/stories/article-terms.ts';
import { encodeRarity } from '../src/stories/term-rarity.ts';

/** A term of one subject is as rare as one that was never seen. */
const FEWEST_SUBJECTS = 1.2;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('give the bodies of the stance corpus');
const model = loadModel();
const subjects = new Map<string, Set<number>[]>();
for (const { id, topic, split, text } of await readTopicsCorpus(file)) {
  if (split === 'dev') continue;
  const terms = new Set(countTerms(readAnalysed({ id, text }, model)).map(({ hash }) => hash));
  subjects.set(topic, [...(subjects.get(topic) ?? []), terms]);
}
writeFileSync(new URL('../model/stories.bin', import.meta.url), encodeRarity([...subjects.values()], FEWEST_SUBJECTS));
