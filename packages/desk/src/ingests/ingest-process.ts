import { fingerprint } from '@hearsay/ledger/ingest/fingerprint';
import { type IngestOptions, type IngestSummary, ingest, withDefaults } from '@hearsay/ledger/ingest/ingest';
import { defaultJobs, ReaderPool } from '@hearsay/ledger/ingest/reader-pool';
import type { Source } from '@hearsay/ledger/ingest/source';
import { openStore } from '@hearsay/ledger/store/open-store';
import type { Store } from '@hearsay/ledger/store/store';
import { limitLedgerMemory } from '../questions/ledger-memory.ts';
import { begunSource } from './begun-source.ts';
import type { IngestReport, IngestTask } from './ingests.ts';

/** Articles in one transaction: an editor's decision waits for it. */
const BATCH = 64;
/** Articles named in a report, the latest, and what did not come in. */
const MOST_NAMED = 100;
/** Pages of the ledger kept, in KiB. */
const CACHE_KIB = 16_384;
/** One core is left to the writer and the desk. */
const JOBS = Math.max(1, defaultJobs() - 1);
/** How often a running ingest reports, in milliseconds. */
const REPORT_EVERY = 250;

/**
 * A process of its own, begun by the desk: it is the one writer while an ingest runs, and nothing that an input does to it
 * touches the desk. The readers stay for the next ingest; the ledger is let go of, so that "hearsay ingest" can have it.
 */
let readers: ReaderPool | undefined;
process.on('message', (task: IngestTask) => void run(task));
process.on('disconnect', () => process.exit());

async function run(task: IngestTask): Promise<void> {
  const tell = (report: IngestReport): void => void process.send?.(report);
  let store: Store | undefined;
  const progress = new Progress(tell);
  try {
    store = await openStore(task.ledger, { access: 'write', create: false, name: 'hearsay desk' });
    await limitLedgerMemory(store, CACHE_KIB);
    readers ??= new ReaderPool(JOBS);
    await progress.start(store);
    const { outlet, published } = task.begun;
    const said = { outlet, published };
    const source = noting(begunSource(task.begun, task.limits), said, store, progress);
    const onBatch = (sum: Readonly<IngestSummary>): void => progress.batch(sum);
    const summary = await ingest(store, source, { ...said, readers, batch: BATCH, onBatch });
    await progress.end(summary);
  } catch (error) {
    const explained = store === undefined ? error : store.dialect.explain(error);
    progress.fail(explained instanceof Error ? explained.message : String(explained));
  } finally {
    await store?.close();
    tell({ ...progress.report, state: progress.hasFailed ? 'failed' : 'done' });
  }
}

/** Notes on the way what was not taken in, and what the ledger had before. */
async function* noting(
  source: Source,
  said: Pick<IngestOptions, 'outlet' | 'published'>,
  store: Store,
  progress: Progress,
): Source {
  for await (const incoming of source) {
    if (incoming.kind === 'skipped') progress.skipped(incoming.input, incoming.reason);
    else {
      const { key, input } = fingerprint(withDefaults(incoming.input, said));
      const [known] = await store.query<{ article_id: number }>(
        'select article_id from input where key = ? and hash = ?',
        [key, input],
      );
      if (known !== undefined) progress.known(known.article_id);
    }
    yield incoming;
  }
}

class Progress {
  report: IngestReport = { state: 'running', added: 0, revised: 0, known: 0, skipped: 0, articles: [], errors: [] };
  hasFailed = false;
  readonly #tell: (report: IngestReport) => void;
  #store: Store | undefined;
  #lastRevision = 0;
  #lastSkipped = 0;
  #toldAt = 0;

  constructor(tell: (report: IngestReport) => void) {
    this.#tell = tell;
  }

  async start(store: Store): Promise<void> {
    this.#store = store;
    const [{ revision, skipped }] = await store.query<{ revision: number | null; skipped: number | null }>(
      'select (select max(id) from revision) as revision, (select max(id) from skipped) as skipped',
    );
    this.#lastRevision = Number(revision ?? 0);
    this.#lastSkipped = Number(skipped ?? 0);
  }

  skipped(input: string, reason: string): void {
    const errors = [...this.report.errors, { input, reason }].slice(-MOST_NAMED);
    this.report = { ...this.report, errors };
  }

  known(article: number): void {
    const articles = [...this.report.articles.filter((id) => id !== article), article].slice(-MOST_NAMED);
    this.report = { ...this.report, articles };
  }

  /** Said after every batch; told at most so often. */
  batch(summary: Readonly<IngestSummary>): void {
    this.report = { ...this.report, ...summary };
    const now = performance.now();
    if (now - this.#toldAt < REPORT_EVERY) return;
    this.#toldAt = now;
    void this.#nameNew().then(
      () => this.#tell(this.report),
      () => {},
    );
  }

  async end(summary: IngestSummary): Promise<void> {
    this.report = { ...this.report, ...summary };
    await this.#nameNew();
  }

  fail(reason: string): void {
    this.hasFailed = true;
    this.report = { ...this.report, errors: [...this.report.errors, { input: '', reason }].slice(-MOST_NAMED) };
  }

  /** Articles that got a revision since the last look, and inputs that the ledger noted as not read. */
  async #nameNew(): Promise<void> {
    const store = this.#store;
    if (store === undefined) return;
    const revisions = await store.query<{ id: number; article_id: number }>(
      'select id, article_id from revision where id > ? order by id',
      [this.#lastRevision],
    );
    for (const { id, article_id } of revisions) {
      this.#lastRevision = id;
      this.known(article_id);
    }
    const skips = await store.query<{ id: number; input: string; reason: string }>(
      'select id, input, reason from skipped where id > ? order by id',
      [this.#lastSkipped],
    );
    for (const { id, input, reason } of skips) {
      this.#lastSkipped = id;
      if (!this.report.errors.some((error) => error.input === input && error.reason === reason))
        this.skipped(input, reason);
    }
  }
}
