import { stanceBodies } from './corpora.ts';
import { makeLedger } from './desk-ledger.ts';
import type { Row } from './measure.ts';

/** The rate is taken over this many articles before each mark. */
const WINDOW = 5000;
const MARKS = [10_000, 100_000];

/**
 * Text to ledger on two threads and the writer, all judgements on, over real bodies varied by program, with outlets, dates and
 * headlines: the rate up to 10,000 and up to 100,000 articles in the ledger, and its size. The ledger is kept for the desk's
 * measurements. HEARSAY_BENCH_ARTICLES says how far to go, for a shorter run.
 */
export async function benchIngest(): Promise<Row[]> {
  const bodies = stanceBodies();
  if (bodies.length === 0) return [];
  const most = Number(process.env.HEARSAY_BENCH_ARTICLES ?? MARKS.at(-1));
  const marks = MARKS.filter((mark) => mark < most).concat(most);
  const seconds = new Map<number, number>();
  const start = performance.now();
  const { textBytes, ledgerBytes, processor } = await makeLedger(bodies, most, (done) => {
    seconds.set(done, (performance.now() - start) / 1000);
  });
  const rates = marks.map((mark) => rateBefore(mark, seconds));
  const row = (what: string, value: number, unit: string, target?: string): Row => ({
    section: 'ingest',
    what,
    value,
    unit,
    ...(target !== undefined && { target }),
  });
  return [
    ...marks.map((mark, at) =>
      row(`text to ledger, the last ${Math.min(WINDOW, mark)} of ${mark}`, rates[at], 'articles/s', '≥ 100'),
    ),
    ...(marks.length > 1
      ? [row(`rate at ${marks.at(-1)} to rate at ${marks[0]}`, (rates.at(-1) ?? 0) / rates[0], '×', '≥ 0.8')]
      : []),
    row('processor time an article, all threads', processor.all / most, 'ms', '≤ 20'),
    row('processor time an article, writer and source', processor.writer / most, 'ms'),
    row('bytes in the ledger by bytes of text', ledgerBytes / textBytes, '×', '≤ 4'),
  ];
}

/** Articles a second over the window that ends at a mark. */
function rateBefore(mark: number, seconds: ReadonlyMap<number, number>): number {
  const counts = [...seconds.keys()];
  const to = counts.findLast((count) => count <= mark) ?? counts[counts.length - 1];
  const from = counts.findLast((count) => count <= Math.max(0, mark - WINDOW)) ?? 0;
  return (to - from) / ((seconds.get(to) ?? 0) - (seconds.get(from) ?? 0));
}
