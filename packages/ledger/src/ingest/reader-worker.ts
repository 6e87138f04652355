import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { loadModel } from '@hearsay/reader/model/load-model';
import { z } from 'zod';
import { type ReadArticle, type ReadingTask, readArticle } from './read-article.ts';

/** What comes back from a worker for each task, in the order in which it was given them. */
export type ReadingAnswer = { read: ReadArticle } | { failure: string };

/** A tenth of a normal thread's share where both want one core (setpriority(2)). */
const YIELDING = 10;

if (z.object({ yields: z.boolean() }).parse(workerData).yields) setPriority(YIELDING);
const model = loadModel();
parentPort?.on('message', (task: ReadingTask) => parentPort?.postMessage(answer(task)));

function answer(task: ReadingTask): ReadingAnswer {
  try {
    return { read: readArticle(task, model) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
