import { Worker } from 'node:worker_threads';
import type { DecisionKind } from '@hearsay/ledger/edits/decision';
import type { Change } from '@hearsay/ledger/questions/answers';
import type { LedgerErrorCode } from '@hearsay/ledger/store/ledger-error';
import type { Limits } from '../limits.ts';
import { DeskProblem, type ProblemName } from '../problem.ts';

export type EditTask =
  | { kind: 'decide'; id: number; author: string; decision: { kind: DecisionKind; payload: unknown } }
  | { kind: 'undo'; id: number; author: string; decision: number }
  | { kind: 'corrections'; id: number };

export type EditAnswer =
  | { kind: 'ready' }
  | { kind: 'change'; change: Change }
  | { kind: 'warning'; detail: string }
  | { kind: 'decided'; id: number; decision: number; change: Change }
  | { kind: 'corrections'; id: number; lines: string }
  | { kind: 'refused'; id: number; problem: ProblemName; detail: string }
  | { kind: 'failed'; id: number; code: LedgerErrorCode | 'unknown'; detail: string };

type Done = Extract<EditAnswer, { kind: 'decided' | 'corrections' }>;
type Unnumbered<Task> = Task extends EditTask ? Omit<Task, 'id'> : never;

/**
 * Carries out editors' decisions on a thread of its own, between the batches of whoever ingests, and tells of every change
 * in the ledger, whoever made it.
 */
export class Editor {
  readonly #ledger: string;
  readonly #limits: Limits;
  readonly #onChange: (change: Change) => void;
  readonly #waiting = new Map<number, PromiseWithResolvers<Done>>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(ledger: string, limits: Limits, onChange: (change: Change) => void) {
    this.#ledger = ledger;
    this.#limits = limits;
    this.#onChange = onChange;
  }

  /** @throws {Error} where the ledger cannot be opened. */
  async start(): Promise<void> {
    const ready = Promise.withResolvers<void>();
    const worker = new Worker(new URL('edit-worker.ts', import.meta.url), { workerData: { ledger: this.#ledger } });
    this.#worker = worker;
    worker.on('message', (answer: EditAnswer) => {
      if (answer.kind === 'ready') ready.resolve();
      else this.#receive(answer);
    });
    const lose = (error: unknown): void => {
      ready.reject(error);
      if (this.#worker === worker) this.#lose(error instanceof Error ? error.message : String(error));
    };
    worker.on('error', lose);
    worker.on('exit', () => lose(new Error('the thread ended')));
    await ready.promise;
  }

  /** Records a decision; returns its id. @throws {DeskProblem} */
  async decide(author: string, decision: { kind: DecisionKind; payload: unknown }): Promise<number> {
    const done = await this.#send({ kind: 'decide', author, decision });
    return done.kind === 'decided' ? done.decision : 0;
  }

  /** Takes a decision back; returns the id of the decision that does. @throws {DeskProblem} */
  async undo(author: string, decision: number): Promise<number> {
    const done = await this.#send({ kind: 'undo', author, decision });
    return done.kind === 'decided' ? done.decision : 0;
  }

  /** Corrections as training data, a line each. @throws {DeskProblem} */
  async corrections(): Promise<string> {
    const done = await this.#send({ kind: 'corrections' });
    return done.kind === 'corrections' ? done.lines : '';
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #send(task: Unnumbered<EditTask>): Promise<Done> {
    if (this.#worker === undefined) await this.start();
    const id = ++this.#lastId;
    const waiting = Promise.withResolvers<Done>();
    this.#waiting.set(id, waiting);
    const timer = setTimeout(() => {
      const way = 'somebody else writes to the ledger; look whether it is there before you decide it again';
      waiting.reject(
        new DeskProblem(
          'took-too-long',
          `It was not recorded within ${this.#limits.decisionTime / 1000} seconds: ${way}.`,
        ),
      );
    }, this.#limits.decisionTime);
    this.#worker?.postMessage({ ...task, id });
    try {
      return await waiting.promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  #receive(answer: Exclude<EditAnswer, { kind: 'ready' }>): void {
    switch (answer.kind) {
      case 'change':
        this.#onChange(answer.change);
        return;
      case 'warning':
        process.stderr.write(`hearsay desk: ${answer.detail}\n`);
        return;
      case 'decided':
        this.#onChange(answer.change);
        this.#waiting.get(answer.id)?.resolve(answer);
        return;
      case 'corrections':
        this.#waiting.get(answer.id)?.resolve(answer);
        return;
      case 'refused':
        this.#waiting.get(answer.id)?.reject(new DeskProblem(answer.problem, answer.detail));
        return;
      case 'failed':
        this.#waiting.get(answer.id)?.reject(problemOf(answer));
        return;
    }
  }

  #lose(reason: string): void {
    this.#worker = undefined;
    process.stderr.write(`hearsay desk: the thread for decisions ended: ${reason}\n`);
    for (const waiting of this.#waiting.values()) {
      waiting.reject(
        new DeskProblem('internal', 'The decision failed; look whether it is there before you decide it again.'),
      );
    }
    const again = setTimeout(() => void this.start().catch(() => {}), 1000);
    again.unref();
  }
}

function problemOf({ code, detail }: Extract<EditAnswer, { kind: 'failed' }>): DeskProblem {
  if (code === 'missing') return new DeskProblem('not-found', detail);
  if (code === 'exists') return new DeskProblem('conflict', detail);
  if (code === 'busy' || code === 'locked') return new DeskProblem('busy', detail);
  if (code === 'unknown') process.stderr.write(`hearsay desk: a decision failed: ${detail}\n`);
  return new DeskProblem('internal', `It was not recorded: ${detail}`);
}
