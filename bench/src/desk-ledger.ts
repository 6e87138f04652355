import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '@hearsay/ledger/ingest/ingest';
import type { Source } from '@hearsay/ledger/ingest/source';
import { openStore } from '@hearsay/ledger/store/open-store';
import { random, variedArticles } from '../../packages/ledger/test/varied-articles.ts';

const JOBS = 2;
const OUTLETS = 60;
const FIRST_DAY = Date.parse('2014-01-01T00:00:00Z');
/** Between one article and the next, in milliseconds: 100,000 articles are half a year. */
const APART = 160_000;

/**
 * A ledger of so many varied articles with outlets, dates and headlines; made once, and kept beside other temporary files
 * for what asks it.
 */
export async function deskLedger(bodies: readonly string[], count: number): Promise<string> {
  const ledger = ledgerFile(count);
  if (!existsSync(ledger)) {
    await makeLedger(bodies, count, (done) => {
      if (done % 2048 === 0) process.stderr.write(`${done} of ${count} articles are in the ledger\n`);
    });
  }
  return ledger;
}

/** How a ledger was made. */
export interface Made {
  /** Of the texts and headlines that went in, in UTF-8. */
  textBytes: number;
  ledgerBytes: number;
  /** Processor time, in milliseconds: of all threads, and of the one that writes and makes the articles. */
  processor: { all: number; writer: number };
}

/** Makes the ledger anew, in place of one that is there. `onBatch` is told how many articles are in it. */
export async function makeLedger(
  bodies: readonly string[],
  count: number,
  onBatch: (done: number) => void,
): Promise<Made> {
  const making = `${ledgerFile(count)}-making.db`;
  for (const part of ['', '-wal', '-shm', '-writer']) rmSync(`${making}${part}`, { force: true });
  const store = await openStore(making, { access: 'write', name: 'bench' });
  let textBytes = 0;
  async function* source(): Source {
    for await (const incoming of deskArticles(bodies, count, 1)) {
      if (incoming.kind === 'article')
        textBytes += Buffer.byteLength(incoming.input.text ?? '') + Buffer.byteLength(incoming.input.title ?? '');
      yield incoming;
    }
  }
  const processor = process.cpuUsage();
  const writer = process.threadCpuUsage();
  const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
  let made: Made;
  try {
    await ingest(store, source(), {
      jobs: JOBS,
      onBatch: ({ added, revised, known }) => onBatch(added + revised + known),
    });
    made = {
      textBytes,
      ledgerBytes: await store.dialect.size(store.db),
      processor: {
        all: milliseconds(process.cpuUsage(processor)),
        writer: milliseconds(process.threadCpuUsage(writer)),
      },
    };
  } finally {
    await store.close();
  }
  rmSync(`${making}-writer`, { force: true });
  renameSync(making, ledgerFile(count));
  return made;
}

function ledgerFile(count: number): string {
  return join(tmpdir(), `hearsay-bench-desk-${count}.db`);
}

/** Varied articles as they come from outlets, one after the other, after so many that came before. */
export async function* deskArticles(bodies: readonly string[], count: number, seed: number, before = 0): Source {
  const next = random(seed);
  let at = before;
  for (const { id, text } of variedArticles(bodies, count, seed)) {
    const published = new Date(FIRST_DAY + at++ * APART).toISOString();
    const outlet = `Outlet ${1 + Math.floor(OUTLETS * next() ** 2)}`;
    const title = text.split(/\s+/).slice(0, 9).join(' ');
    yield { kind: 'article', input: { id, text, outlet, published, title }, place: id };
  }
}
