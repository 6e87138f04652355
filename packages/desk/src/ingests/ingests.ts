import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { IngestProgress } from '@hearsay/ledger/questions/answers';
import type { Limits } from '../limits.ts';
import { DeskProblem } from '../problem.ts';
import { SMALL_HEAP_FLAGS } from '../small-heaps.ts';
import type { Begun } from './begun.ts';
import type { SourceLimits } from './begun-source.ts';

export interface IngestTask {
  readonly ledger: string;
  readonly begun: Begun;
  readonly limits: SourceLimits;
}

/** What the process that ingests says of the ingest it is at. */
export type IngestReport = Omit<IngestProgress, 'id' | 'total'>;

/** Ingests that are remembered, the latest. */
const MOST_KEPT = 500;
/** How long the process with its readers stays without work, in milliseconds. */
const IDLE_MS = 60_000;
/** Below the desk's own threads, so that questions are answered first where both want the processor (nice, 0 to 19). */
const NICENESS = 5;

/** Takes in one ingest after the other, in a process of its own that is there while there is something to do. */
export class Ingests {
  readonly #ledger: string;
  readonly #limits: Limits;
  readonly #allowPrivate: boolean;
  readonly #onProgress: (progress: IngestProgress) => void;
  readonly #known = new Map<number, IngestProgress>();
  readonly #waiting: { id: number; begun: Begun }[] = [];
  #running: { id: number; begun: Begun } | undefined;
  #process: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(ledger: string, limits: Limits, allowPrivate: boolean, onProgress: (progress: IngestProgress) => void) {
    this.#ledger = ledger;
    this.#limits = limits;
    this.#allowPrivate = allowPrivate;
    this.#onProgress = onProgress;
  }

  /** @throws {DeskProblem} where too many wait already. To be asked before anything is kept for an ingest. */
  checkRoom(): void {
    if (this.#waiting.length >= this.#limits.waitingIngests) {
      throw new DeskProblem(
        'busy',
        `${this.#waiting.length} ingests wait for their turn; send this one when some are done.`,
      );
    }
  }

  /** Begins an ingest, or lets it wait for its turn; returns its id. Files are deleted once it is done. */
  begin(begun: Begun): number {
    const id = ++this.#lastId;
    this.#waiting.push({ id, begun });
    const total = begun.kind === 'text' ? 1 : null;
    this.#tell({ id, state: 'running', added: 0, revised: 0, known: 0, skipped: 0, total, articles: [], errors: [] });
    this.#next();
    return id;
  }

  progress(id: number): IngestProgress | undefined {
    return this.#known.get(id);
  }

  /** Those that run or wait: what a page that opens now should know of. */
  running(): IngestProgress[] {
    return [...this.#known.values()].filter(({ state }) => state === 'running');
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const child = this.#process;
    this.#process = undefined;
    const left = this.#running === undefined ? this.#waiting.splice(0) : [this.#running, ...this.#waiting.splice(0)];
    this.#running = undefined;
    if (child !== undefined && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    }
    await Promise.all(left.map(({ begun }) => deleteFiles(begun)));
  }

  #next(): void {
    if (this.#running !== undefined) return;
    const next = this.#waiting.shift();
    clearTimeout(this.#idle);
    if (next === undefined) {
      this.#idle = setTimeout(() => this.#endProcess(), IDLE_MS);
      this.#idle.unref();
      return;
    }
    this.#running = next;
    this.#process ??= this.#startProcess();
    const limits = {
      allowPrivate: this.#allowPrivate,
      articles: this.#limits.ingestArticles,
      milliseconds: this.#limits.ingestTime,
    };
    this.#process.send({ ledger: this.#ledger, begun: next.begun, limits } satisfies IngestTask);
  }

  #startProcess(): ChildProcess {
    // glibc keeps an arena of freed memory for each thread that it may have; two are enough.
    const env = { ...process.env, MALLOC_ARENA_MAX: '2' };
    const child = fork(fileURLToPath(new URL('ingest-process.ts', import.meta.url)), {
      execArgv: [...SMALL_HEAP_FLAGS],
      env,
    });
    try {
      if (child.pid !== undefined) setPriority(child.pid, NICENESS);
    } catch {
      // It does the same at the priority of the desk.
    }
    child.on('message', (report: IngestReport) => this.#receive(child, report));
    child.on('error', () => this.#lose(child));
    child.on('exit', () => this.#lose(child));
    return child;
  }

  #receive(child: ChildProcess, report: IngestReport): void {
    const running = this.#running;
    if (child !== this.#process || running === undefined) return;
    const { added, revised, known, skipped, state } = report;
    const total =
      state === 'running' ? (this.#known.get(running.id)?.total ?? null) : added + revised + known + skipped;
    if (state !== 'running') void deleteFiles(running.begun);
    this.#tell({ id: running.id, ...report, total });
    if (state === 'running') return;
    this.#running = undefined;
    this.#next();
  }

  #lose(child: ChildProcess): void {
    if (child !== this.#process) return;
    this.#process = undefined;
    const running = this.#running;
    if (running === undefined) return;
    this.#running = undefined;
    void deleteFiles(running.begun);
    const known = this.#known.get(running.id);
    if (known !== undefined) {
      const reason =
        'the process that reads ended; what came in before is kept. Send it again, and report it if it ends again';
      this.#tell({ ...known, state: 'failed', errors: [...known.errors, { input: '', reason }] });
    }
    this.#next();
  }

  #endProcess(): void {
    const child = this.#process;
    this.#process = undefined;
    if (child?.connected) child.disconnect();
  }

  #tell(progress: IngestProgress): void {
    this.#known.set(progress.id, progress);
    for (const [id, { state }] of this.#known) {
      if (this.#known.size <= MOST_KEPT) break;
      if (state !== 'running') this.#known.delete(id);
    }
    this.#onProgress(progress);
  }
}

async function deleteFiles(begun: Begun): Promise<void> {
  if (begun.kind === 'files') await rm(begun.folder, { recursive: true, force: true });
}
