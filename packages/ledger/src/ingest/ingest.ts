import type { ReadInput } from '@hearsay/reader/read';
import type { Store } from '../store/store.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import type { ReadArticle } from './read-article.ts';
import { defaultJobs, ReaderPool } from './reader-pool.ts';
import { type ArrivedArticle, recordArticles, recordSkips } from './record.ts';
import type { IncomingArticle, SkippedInput, Source } from './source.ts';

/**
 * Articles in one transaction: enough to share its cost, few enough that little is read again after a crash. With half as
 * many the writer takes a twentieth to a tenth longer an article at 100,000 articles, with twice as many 5 % less.
 */
const BATCH = 128;

/** What came in is recorded after so many milliseconds, however little it is: a source may be slow. */
const LONGEST_WAIT = 5000;

/** What became of what a source gave. Each article is counted once; a note about a kept article counts nowhere. */
export interface IngestSummary {
  added: number;
  revised: number;
  known: number;
  skipped: number;
}

export interface IngestOptions {
  /** Reader threads; as many as the machine has cores, at most 8, where it is not said. */
  readonly jobs?: number;
  /** Readers that are running already, in place of `jobs`; they go on afterwards. */
  readonly readers?: ReaderPool;
  /** Said of articles whose input does not say it. */
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
  /** Articles in one transaction; fewer where editors wait for the writer. */
  readonly batch?: number;
  /** Called after every batch, with the sum so far. */
  readonly onBatch?: (summary: Readonly<IngestSummary>) => void;
}

/**
 * Takes in what a source gives: reads it on worker threads and records it batch by batch, a transaction each. What was
 * taken in before is known by its bytes and not read again, so that the same call after a crash goes on where it was.
 *
 * @throws {LedgerError} where the ledger cannot be written; the batches before are kept.
 */
export async function ingest(store: Store, source: Source, options: IngestOptions = {}): Promise<IngestSummary> {
  const summary: IngestSummary = { added: 0, revised: 0, known: 0, skipped: 0 };
  const pool = options.readers ?? new ReaderPool(options.jobs ?? defaultJobs());
  const batchSize = options.batch ?? BATCH;
  // While the writer is at a batch every reader has half of one to read, so that it never stands idle.
  const most = batchSize + (pool.jobs * batchSize) / 2;
  const now = new Date().toISOString();
  let recordedAt = performance.now();
  let arriving: Arriving[] = [];
  const record = async (batch: readonly Arriving[]): Promise<void> => {
    await recordBatch(store, batch, summary);
    recordedAt = performance.now();
    options.onBatch?.(summary);
  };
  try {
    const reading = new Set<string>();
    for await (const incoming of source) {
      if (incoming.kind === 'skipped') {
        arriving.push({ incoming });
      } else {
        const input = withDefaults(incoming.input, options);
        const print = fingerprint(input);
        const once = `${print.key} ${print.input}`;
        if (reading.has(once) || (await isKnown(store, print))) {
          summary.known++;
          continue;
        }
        reading.add(once);
        const read = settled(pool.read({ kind: 'input', input, now }));
        arriving.push({ incoming: { ...incoming, input }, print, once, read });
      }
      if (arriving.length >= most || performance.now() - recordedAt > LONGEST_WAIT) {
        const batch = arriving.slice(0, batchSize);
        arriving = arriving.slice(batchSize);
        await record(batch);
        for (const arrived of batch) if ('once' in arrived) reading.delete(arrived.once);
      }
    }
    for (let at = 0; at < arriving.length; at += batchSize) await record(arriving.slice(at, at + batchSize));
    return summary;
  } finally {
    if (pool !== options.readers) await pool.close();
  }
}

type Arriving =
  | { incoming: SkippedInput }
  | { incoming: IncomingArticle; print: Fingerprint; once: string; read: Promise<ReadArticle | Error> };

/** An input as it is read: with what is said of all, where it does not say it. */
export function withDefaults(
  input: ReadInput,
  { outlet, published }: Pick<IngestOptions, 'outlet' | 'published'>,
): ReadInput {
  return { ...input, outlet: input.outlet ?? outlet, published: input.published ?? published };
}

async function isKnown(store: Store, { key, input }: Fingerprint): Promise<boolean> {
  const rows = await store.query('select 1 from input where key = ? and hash = ?', [key, input]);
  return rows.length > 0;
}

/** A failure waits for its turn as an answer does: rejected while nobody looks, it would end the process. */
async function settled(read: Promise<ReadArticle>): Promise<ReadArticle | Error> {
  try {
    return await read;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function recordBatch(store: Store, batch: readonly Arriving[], summary: IngestSummary): Promise<void> {
  const skips: Omit<SkippedInput, 'kind'>[] = [];
  const articles: ArrivedArticle[] = [];
  const notes: Omit<SkippedInput, 'kind'>[] = [];
  for (const arriving of batch) {
    if (!('read' in arriving)) {
      skips.push(arriving.incoming);
      continue;
    }
    const { incoming, print } = arriving;
    const { input, place } = incoming;
    const name = input.id ?? input.url ?? place;
    const read = await arriving.read;
    if (read instanceof Error) {
      const reason = `it could not be read (${read.message}); report it with the input`;
      skips.push({ input: name, place, code: 'internal', reason });
    } else if (read.reading.text.trim() === '') {
      skips.push({ input: name, place, code: 'empty', reason: 'no article was found in it' });
    } else {
      const inputType: 'html' | 'text' = input.html === undefined ? 'text' : 'html';
      articles.push({
        read,
        fingerprint: print,
        inputType,
        url: input.url,
        input: name,
        place,
        fetched: incoming.fetched,
      });
      for (const { code, message } of incoming.warnings ?? [])
        notes.push({ input: name, place, code, reason: message });
    }
  }
  const outcomes = await store.write(async (writing) => {
    await recordSkips([...skips, ...notes], writing);
    return recordArticles(articles, writing);
  });
  summary.skipped += skips.length;
  for (const outcome of outcomes) summary[outcome]++;
}
