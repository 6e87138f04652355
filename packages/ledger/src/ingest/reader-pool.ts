import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReadArticle, ReadingTask } from './read-article.ts';
import type { ReadingAnswer } from './reader-worker.ts';

/** More readers than this wait for the one writer. */
const MAX_JOBS = 8;

/** As many readers as the machine has cores, within reason. */
export function defaultJobs(): number {
  return Math.min(availableParallelism(), MAX_JOBS);
}

/** Elsewhere a priority is that of the whole process. */
const isPriorityOfThreads = process.platform === 'linux';

/**
 * Worker threads that read articles. Tasks wait at the worker that has least to do. Where there are as many as cores they
 * give way to the one writer, which all of them wait for in the end.
 */
export class ReaderPool {
  readonly #readers: Reader[];

  constructor(jobs: number) {
    const yields = isPriorityOfThreads && jobs >= availableParallelism();
    this.#readers = Array.from({ length: jobs }, () => new Reader(yields));
  }

  /** How many read at a time. */
  get jobs(): number {
    return this.#readers.length;
  }

  /** Reads one article. Rejects where the reader failed on it; the others go on. */
  read(task: ReadingTask): Promise<ReadArticle> {
    const idlest = this.#readers.reduce((least, reader) => (reader.waiting < least.waiting ? reader : least));
    return idlest.read(task);
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.close()));
  }
}

interface Waiting {
  task: ReadingTask;
  resolve(read: ReadArticle): void;
  reject(error: Error): void;
}

/** One worker and the tasks it was given, oldest first. A worker that dies fails the task it was at; a new one takes the rest. */
class Reader {
  readonly #yields: boolean;
  #worker: Worker | undefined;
  #waiting: Waiting[] = [];
  #closed = false;

  constructor(yields: boolean) {
    this.#yields = yields;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  read(task: ReadingTask): Promise<ReadArticle> {
    const { promise, resolve, reject } = Promise.withResolvers<ReadArticle>();
    this.#waiting.push({ task, resolve, reject });
    this.#worker ??= this.#start();
    this.#worker.postMessage(task);
    return promise;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { workerData: { yields: this.#yields } });
    worker.on('message', (answer: ReadingAnswer) => {
      const done = this.#waiting.shift();
      if ('read' in answer) done?.resolve(answer.read);
      else done?.reject(new Error(answer.failure));
    });
    let reason = 'the reader ended';
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      this.#worker = undefined;
      if (this.#closed) return;
      this.#waiting.shift()?.reject(new Error(reason));
      if (this.#waiting.length === 0) return;
      this.#worker = this.#start();
      for (const { task } of this.#waiting) this.#worker.postMessage(task);
    });
    return worker;
  }
}
