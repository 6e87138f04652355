import { Worker } from 'node:worker_threads';
import type { Limits } from '../limits.ts';
import { DeskProblem } from '../problem.ts';
import type { Lane } from './question.ts';

export interface WorkerQuestion {
  name: string;
  asked: unknown;
}

export type WorkerAnswer =
  | { kind: 'ready' }
  | { kind: 'answer'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'missing' }
  | { kind: 'chunk'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'end' }
  | { kind: 'unknown-cursor'; detail: string }
  | { kind: 'failed'; detail: string };

interface Waiting {
  readonly lane: Lane;
  readonly question: WorkerQuestion;
  readonly signal: AbortSignal | undefined;
  readonly answered: PromiseWithResolvers<Uint8Array<ArrayBuffer> | undefined>;
  /** Where an export goes; it wants no more once the promise is there. */
  readonly onChunk?: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/** One thread for short questions alone, one for long ones that helps with the short, one that is there while it exports. */
const SEATS: readonly { lanes: readonly Lane[]; isLasting: boolean }[] = [
  { lanes: ['short'], isLasting: true },
  { lanes: ['long', 'short'], isLasting: true },
  { lanes: ['export'], isLasting: false },
];

/** Of each thread; one that needs more is started anew, and its question fails. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** How long the thread for exports is kept without one. */
const IDLE_MS = 20_000;

/** Asks the ledger on worker threads, each with a read-only connection of its own: the server itself never waits for the disk. */
export class QuestionPool {
  readonly #limits: Limits;
  readonly #seats: Seat[];
  readonly #waiting: Waiting[] = [];

  constructor(ledger: string, limits: Limits) {
    this.#limits = limits;
    this.#seats = SEATS.map((seat) => new Seat(ledger, seat, limits, () => this.#next()));
  }

  /** Starts the threads that stay. @throws {Error} where the ledger cannot be opened. */
  async start(): Promise<void> {
    await Promise.all(this.#seats.filter(({ isLasting }) => isLasting).map((seat) => seat.start()));
  }

  /**
   * The answer's JSON; undefined where the ledger has nothing of that id.
   * @throws {DeskProblem} where too many wait, or it took too long, or failed.
   */
  ask(lane: Lane, question: WorkerQuestion, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#add({ lane, question, signal, answered: Promise.withResolvers() });
  }

  /** Asks for an export, which comes in chunks; undefined at the end where there is nothing of that id. */
  export(
    asked: unknown,
    onChunk: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const question = { name: 'export', asked };
    return this.#add({ lane: 'export', question, signal, answered: Promise.withResolvers(), onChunk });
  }

  async close(): Promise<void> {
    for (const waiting of this.#waiting.splice(0))
      waiting.answered.reject(new DeskProblem('busy', 'The desk is closing.'));
    await Promise.all(this.#seats.map((seat) => seat.close()));
  }

  #add(waiting: Waiting): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.#waiting.length >= this.#limits.waitingQuestions) {
      return Promise.reject(
        new DeskProblem('busy', `${this.#waiting.length} questions wait for their answer; ask again in a moment.`),
      );
    }
    this.#waiting.push(waiting);
    this.#next();
    return waiting.answered.promise;
  }

  #next(): void {
    for (const seat of this.#seats) {
      if (seat.isBusy) continue;
      const found = this.#take(seat.lanes);
      if (found !== undefined) void seat.answer(found);
    }
  }

  /** The next question of the first lane that has one. Nobody waits any more for those whose reader has gone. */
  #take(lanes: readonly Lane[]): Waiting | undefined {
    for (const lane of lanes) {
      while (true) {
        const at = this.#waiting.findIndex((waiting) => waiting.lane === lane);
        if (at === -1) break;
        const [waiting] = this.#waiting.splice(at, 1);
        if (waiting.signal?.aborted !== true) return waiting;
        waiting.answered.reject(new DeskProblem('busy', 'Nobody waited for the answer.'));
      }
    }
    return undefined;
  }
}

/** One thread, at one question at a time. A thread that ends, or is ended for taking too long, is started anew. */
class Seat {
  readonly lanes: readonly Lane[];
  readonly isLasting: boolean;
  readonly #ledger: string;
  readonly #limits: Limits;
  readonly #free: () => void;
  #worker: Worker | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(ledger: string, { lanes, isLasting }: (typeof SEATS)[number], limits: Limits, free: () => void) {
    this.lanes = lanes;
    this.isLasting = isLasting;
    this.#ledger = ledger;
    this.#limits = limits;
    this.#free = free;
  }

  get isBusy(): boolean {
    return this.#current !== undefined;
  }

  async start(): Promise<void> {
    const ready = Promise.withResolvers<void>();
    const worker = new Worker(new URL('question-worker.ts', import.meta.url), {
      workerData: { ledger: this.#ledger },
      resourceLimits: HEAP,
    });
    this.#worker = worker;
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'ready') ready.resolve();
      else void this.#receive(worker, answer);
    });
    worker.on('error', (error) => {
      ready.reject(error);
      this.#lose(
        worker,
        new DeskProblem(
          'internal',
          `The question failed (${messageOf(error)}); ask again, and report it if it fails again.`,
        ),
      );
    });
    worker.on('exit', () => {
      ready.reject(new Error('a thread for questions ended'));
      this.#lose(
        worker,
        new DeskProblem('internal', 'The question failed; ask again, and report it if it fails again.'),
      );
    });
    await ready.promise;
  }

  async answer(waiting: Waiting): Promise<void> {
    this.#current = waiting;
    clearTimeout(this.#timer);
    try {
      if (this.#worker === undefined) await this.start();
    } catch (error) {
      if (this.#current === waiting)
        this.#settle(() => waiting.answered.reject(new DeskProblem('internal', messageOf(error))));
      return;
    }
    this.#worker?.postMessage(waiting.question);
    this.#limitTime();
    if (waiting.onChunk !== undefined)
      waiting.signal?.addEventListener('abort', () => this.#abandon(waiting), { once: true });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  async #receive(worker: Worker, answer: Exclude<WorkerAnswer, { kind: 'ready' }>): Promise<void> {
    const waiting = this.#current;
    if (worker !== this.#worker || waiting === undefined) return;
    switch (answer.kind) {
      case 'chunk':
        clearTimeout(this.#timer);
        await waiting.onChunk?.(answer.bytes);
        if (this.#current !== waiting) return;
        this.#limitTime();
        worker.postMessage('more');
        return;
      case 'answer':
        return this.#settle(() => waiting.answered.resolve(answer.bytes));
      case 'end':
        return this.#settle(() => waiting.answered.resolve(new Uint8Array()));
      case 'missing':
        return this.#settle(() => waiting.answered.resolve(undefined));
      case 'unknown-cursor':
        return this.#settle(() => waiting.answered.reject(new DeskProblem('unknown-cursor', answer.detail)));
      case 'failed':
        process.stderr.write(
          `hearsay desk: ${waiting.question.name} ${JSON.stringify(waiting.question.asked)}: ${answer.detail}\n`,
        );
        return this.#settle(() =>
          waiting.answered.reject(
            new DeskProblem(
              'internal',
              'The question failed; where the desk was started it says why. Report it with that.',
            ),
          ),
        );
    }
  }

  #limitTime(): void {
    const waiting = this.#current;
    const milliseconds = waiting?.lane === 'short' ? this.#limits.shortQuestionTime : this.#limits.longQuestionTime;
    this.#timer = setTimeout(() => {
      if (waiting === undefined || this.#current !== waiting) return;
      const way = 'narrow it with a filter (a speaker, an outlet, a date), or ask again when less is going on';
      this.#end(() =>
        waiting.answered.reject(
          new DeskProblem('took-too-long', `It was ended after ${milliseconds / 1000} seconds; ${way}.`),
        ),
      );
    }, milliseconds);
  }

  /** Nobody wants the rest of an export. */
  #abandon(waiting: Waiting): void {
    if (this.#current === waiting) this.#end(() => waiting.answered.resolve(new Uint8Array()));
  }

  /** SQLite cannot be stopped from outside: the thread goes, and its connection with it. */
  #end(tell: () => void): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#settle(tell);
    if (this.isLasting && this.#worker === undefined && !this.#isClosed) void this.start().catch(() => {});
  }

  #settle(tell: () => void): void {
    clearTimeout(this.#timer);
    this.#current = undefined;
    tell();
    this.#free();
    if (this.#current === undefined && !this.isLasting) {
      this.#timer = setTimeout(() => {
        const worker = this.#worker;
        this.#worker = undefined;
        void worker?.terminate();
      }, IDLE_MS);
      this.#timer.unref();
    }
  }

  #lose(worker: Worker, problem: DeskProblem): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const waiting = this.#current;
    if (waiting !== undefined) this.#settle(() => waiting.answered.reject(problem));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
