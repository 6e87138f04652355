import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from '@hearsay/ledger/ingest/fingerprint';
import { type ReadArticle, readArticle } from '@hearsay/ledger/ingest/read-article';
import { recordArticles } from '@hearsay/ledger/ingest/record';
import { JUDGEMENTS } from '@hearsay/ledger/judgements';
import { openStore } from '@hearsay/ledger/store/open-store';
import { loadModel } from '@hearsay/reader/model/load-model';
import { variedArticles } from '../../packages/ledger/test/varied-articles.ts';
import { stanceBodies } from './corpora.ts';
import type { Row } from './measure.ts';

const ARTICLES = 2000;
const BATCH = 64;

/**
 * Where the processor time of an article goes and where its bytes lie, on one thread: reading, what each judgement makes
 * of it, what each takes to record, each table. HEARSAY_BENCH_ARTICLES says over how many; the first 256 are not timed.
 */
export async function benchIngestParts(): Promise<Row[]> {
  const bodies = stanceBodies();
  if (bodies.length === 0) return [];
  const most = Number(process.env.HEARSAY_BENCH_ARTICLES ?? ARTICLES);
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const store = await openStore(join(folder, 'ledger.db'), { access: 'write', name: 'bench' });
  const spent = new Map<string, number>();
  let isTimed = false;
  const timed = async <T>(part: string, work: () => T | Promise<T>): Promise<T> => {
    const before = process.threadCpuUsage();
    const result = await work();
    const { user, system } = process.threadCpuUsage(before);
    if (isTimed) spent.set(part, (spent.get(part) ?? 0) + (user + system) / 1000);
    return result;
  };
  for (const judgement of JUDGEMENTS) {
    const { features, record } = judgement;
    judgement.features = (article) => {
      const before = process.threadCpuUsage();
      const result = features(article);
      const { user, system } = process.threadCpuUsage(before);
      const part = `features of ${judgement.name}`;
      if (isTimed) spent.set(part, (spent.get(part) ?? 0) + (user + system) / 1000);
      return result;
    };
    judgement.record = (batch, writing) => timed(`record ${judgement.name}`, () => record(batch, writing));
  }
  const model = loadModel();
  const now = new Date().toISOString();
  let bytes = 0;
  let count = 0;
  let timedArticles = 0;
  let batch: { id: string; text: string; read: ReadArticle }[] = [];
  const flush = async (): Promise<void> => {
    const arrived = batch.map(({ id, text, read }) => ({
      read,
      fingerprint: fingerprint({ id, text }),
      inputType: 'text' as const,
      url: undefined,
      input: id,
      place: id,
      fetched: undefined,
    }));
    await timed('whole record', () => store.write((writing) => recordArticles(arrived, writing)));
    batch = [];
  };
  try {
    for (const { id, text } of variedArticles(bodies, most)) {
      isTimed = count++ >= 4 * BATCH;
      if (isTimed) timedArticles++;
      bytes += Buffer.byteLength(text);
      const read = await timed('whole read', () => readArticle({ kind: 'input', input: { id, text }, now }, model));
      batch.push({ id, text, read });
      if (batch.length === BATCH) await flush();
    }
    if (batch.length > 0) await flush();
    const times = [...spent].map(([what, value]) => ({
      section: 'parts',
      what,
      value: value / timedArticles,
      unit: 'ms an article',
    }));
    const tables = await store.query<{ name: string; size: number }>(
      'select name, sum(pgsize) as size from dbstat group by name order by size desc',
    );
    const total = tables.reduce((sum, { size }) => sum + size, 0);
    return [
      ...times.sort((a, b) => a.what.localeCompare(b.what)),
      ...tables
        .filter(({ size }) => size / bytes >= 0.005)
        .map(({ name, size }) => ({
          section: 'parts',
          what: name,
          value: size / bytes,
          unit: 'bytes by bytes of text',
        })),
      {
        section: 'parts',
        what: 'all tables and indexes',
        value: total / bytes,
        unit: 'bytes by bytes of text',
        target: '≤ 4',
      },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
