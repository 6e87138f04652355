import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LanguageModel } from '../../src/language/language-model.ts';
import type { Answers, Task } from './language-worker.ts';

export interface LanguageModels {
  /** Trained on everything: the weights that ship. */
  final: LanguageModel;
  /** Trained on one half of the documents each, for the trainers of later stages: see `parseTraining`. */
  halves: readonly [LanguageModel, LanguageModel];
}

/**
 * Trains the language layer on the treebanks below `corpora`, in two threads. The same corpora give the same weights.
 * @param progress is told what is done
 */
export async function trainLanguage(corpora: string, progress: (done: string) => void): Promise<LanguageModels> {
  const one = new Trainer(corpora);
  const two = new Trainer(corpora);
  try {
    const taggers = await Promise.all([one.run({ kind: 'tagger', fold: 0 }), two.run({ kind: 'tagger', fold: 1 })]);
    progress('taggers of both halves');
    const [halves, final] = await Promise.all([
      (async () => {
        const first = await one.run({ kind: 'rest', fold: 0, taggers });
        progress('names, lemmas and parser of the first half');
        const second = await one.run({ kind: 'rest', fold: 1, taggers });
        progress('names, lemmas and parser of the second half');
        return [
          { tagger: taggers[0], ...first },
          { tagger: taggers[1], ...second },
        ] as const;
      })(),
      (async () => {
        const tagger = await two.run({ kind: 'tagger', fold: 'all' });
        progress('tagger');
        const rest = await two.run({ kind: 'rest', fold: 'all', taggers });
        progress('names, lemmas and parser');
        return { tagger, ...rest };
      })(),
    ]);
    return { final, halves };
  } finally {
    await Promise.all([one.stop(), two.stop()]);
  }
}

class Trainer {
  private readonly worker: Worker;

  constructor(corpora: string) {
    this.worker = new Worker(new URL('./language-worker.ts', import.meta.url), { workerData: { corpora } });
  }

  /** One task at a time. */
  async run<K extends Task['kind']>(task: Extract<Task, { kind: K }>): Promise<Answers[K]> {
    this.worker.postMessage(task);
    const [answer]: Answers[K][] = await once(this.worker, 'message');
    return answer;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
