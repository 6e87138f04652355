import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '@hearsay/ledger/ingest/ingest';
import type { Source } from '@hearsay/ledger/ingest/source';
import { openStore } from '@hearsay/ledger/store/open-store';
import { variedArticles } from '../../packages/ledger/test/varied-articles.ts';
import { stanceBodies } from './corpora.ts';
import type { Row } from './measure.ts';

/** The rate is taken over this many articles before each mark. */
const WINDOW = 5000;
const MARKS = [10_000, 100_000];
const JOBS = 2;

/**
 * Text to ledger on two threads and the writer, all judgements on, over real bodies varied by program: the rate up to
 * 10,000 and up to 100,000 articles in the ledger, and its size. HEARSAY_BENCH_ARTICLES says how far to go, for a shorter
 * run.
 */
export async function benchIngest(): Promise<Row[]> {
  const bodies = stanceBodies();
  if (bodies.length === 0) return [];
  const most = Number(process.env.HEARSAY_BENCH_ARTICLES ?? MARKS.at(-1));
  const marks = MARKS.filter((mark) => mark < most).concat(most);
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const store = await openStore(join(folder, 'ledger.db'), { access: 'write', create: true, name: 'bench' });
  let bytes = 0;
  async function* source(): Source {
    for (const { id, text } of variedArticles(bodies, most)) {
      bytes += Buffer.byteLength(text);
      yield { kind: 'article', input: { id, text }, place: id };
    }
  }
  try {
    const seconds = new Map<number, number>();
    const start = performance.now();
    const processor = process.cpuUsage();
    const writer = process.threadCpuUsage();
    await ingest(store, source(), {
      jobs: JOBS,
      onBatch: ({ added, revised, known }) => seconds.set(added + revised + known, (performance.now() - start) / 1000),
    });
    const perArticle = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000 / most;
    const times = {
      all: perArticle(process.cpuUsage(processor)),
      writer: perArticle(process.threadCpuUsage(writer)),
    };
    const rates = marks.map((mark) => rateBefore(mark, seconds));
    const size = await store.dialect.size(store.db);
    return [
      ...marks.map((mark, at) => ({
        section: 'ingest',
        what: `text to ledger, the last ${Math.min(WINDOW, mark)} of ${mark}`,
        value: rates[at],
        unit: 'articles/s',
        target: '≥ 100',
      })),
      ...(marks.length > 1
        ? [
            {
              section: 'ingest',
              what: `rate at ${marks.at(-1)} to rate at ${marks[0]}`,
              value: (rates.at(-1) ?? 0) / rates[0],
              unit: '×',
              target: '≥ 0.8',
            },
          ]
        : []),
      {
        section: 'ingest',
        what: 'processor time an article, all threads',
        value: times.all,
        unit: 'ms',
        target: '≤ 20',
      },
      { section: 'ingest', what: 'processor time an article, writer and source', value: times.writer, unit: 'ms' },
      {
        section: 'ingest',
        what: 'bytes in the ledger by bytes of text',
        value: size / bytes,
        unit: '×',
        target: '≤ 4',
      },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Articles a second over the window that ends at a mark. */
function rateBefore(mark: number, seconds: ReadonlyMap<number, number>): number {
  const counts = [...seconds.keys()];
  const to = counts.findLast((count) => count <= mark) ?? counts[counts.length - 1];
  const from = counts.findLast((count) => count <= Math.max(0, mark - WINDOW)) ?? 0;
  return (to - from) / ((seconds.get(to) ?? 0) - (seconds.get(from) ?? 0));
}
