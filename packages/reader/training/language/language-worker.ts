/**
 * Trains parts of the language layer in a thread of its own, so that the two cores of a small machine are both at work.
 * The treebanks are read once a thread.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { LanguageModel } from '../../src/language/language-model.ts';
import { type TaggerModel, tagWords } from '../../src/language/tagger.ts';
import { trainLemmas } from './train-lemmas.ts';
import { trainNames } from './train-names.ts';
import { trainParser } from './train-parser.ts';
import { trainTagger } from './train-tagger.ts';
import { type Document, goldDocuments, silverDocuments } from './treebank.ts';

/** A half of the data, or all of it. */
export type Fold = 0 | 1 | 'all';

/** The tagger comes first; the rest learns on tags by the tagger of the other half, as wrong as at run time. */
export type Task =
  | { kind: 'tagger'; fold: Fold }
  | { kind: 'rest'; fold: Fold; taggers: readonly [TaggerModel, TaggerModel] };

export interface Answers {
  tagger: TaggerModel;
  rest: Omit<LanguageModel, 'tagger'>;
}

const port = parentPort;
if (port === null) throw new Error('language-worker.ts runs as a worker thread');
const { corpora } = z.object({ corpora: z.string() }).parse(workerData);
const documents: readonly Document[] = [
  ...silverDocuments(corpora, 'train'),
  ...goldDocuments(corpora, 'ewt', 'train'),
  ...goldDocuments(corpora, 'gum', 'train'),
];
port.on('message', (task: Task) => {
  const own = documents.filter((document) => task.fold === 'all' || document.fold === task.fold);
  port.postMessage(task.kind === 'tagger' ? trainTagger(own) : trainRest(own, task.taggers));
});

function trainRest(own: readonly Document[], taggers: readonly [TaggerModel, TaggerModel]): Answers['rest'] {
  const tags = own.map(({ words, sentences, fold }) => tagWords(words, sentences, taggers[1 - fold]));
  return { names: trainNames(own, tags), lemmas: trainLemmas(own), parser: trainParser(own, tags) };
}
