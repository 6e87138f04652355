import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '@hearsay/ledger/ingest/ingest';
import type { Source } from '@hearsay/ledger/ingest/source';
import { openStore } from '@hearsay/ledger/store/open-store';
import { random, variedArticles } from '../../packages/ledger/test/varied-articles.ts';

const OUTLETS = 60;
const FIRST_DAY = Date.parse('2014-01-01T00:00:00Z');
/** Between one article and the next, in milliseconds: 100,000 articles are half a year. */
const APART = 160_000;

/** A ledger of so many varied articles with outlets, dates and headlines; made once, and kept beside other temporary files. */
export async function deskLedger(bodies: readonly string[], count: number): Promise<string> {
  const ledger = join(tmpdir(), `hearsay-bench-desk-${count}.db`);
  if (existsSync(ledger)) return ledger;
  const making = `${ledger}-making.db`;
  for (const part of ['', '-wal', '-shm', '-writer']) rmSync(`${making}${part}`, { force: true });
  const store = await openStore(making, { access: 'write', name: 'bench' });
  try {
    let told = 0;
    await ingest(store, deskArticles(bodies, count, 1), {
      onBatch: ({ added, revised, known }) => {
        const done = added + revised + known;
        if (done - told < 2000) return;
        told = done;
        process.stderr.write(`${done} of ${count} articles are in the ledger\n`);
      },
    });
  } finally {
    await store.close();
  }
  renameSync(making, ledger);
  return ledger;
}

/** Varied articles as they come from outlets, one after the other. */
export async function* deskArticles(bodies: readonly string[], count: number, seed: number): Source {
  const next = random(seed);
  let at = 0;
  for (const { id, text } of variedArticles(bodies, count, seed)) {
    const published = new Date(FIRST_DAY + at++ * APART).toISOString();
    const outlet = `Outlet ${1 + Math.floor(OUTLETS * next() ** 2)}`;
    const title = text.split(/\s+/).slice(0, 9).join(' ');
    yield { kind: 'article', input: { id, text, outlet, published, title }, place: id };
  }
}
