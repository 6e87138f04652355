import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../src/store/check.ts';
import { openStore } from '../src/store/open-store.ts';
import type { VariedArticle } from './varied-articles.ts';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

/** What was found after the kills. */
export interface CrashReport {
  kills: number;
  /** Articles that a batch had reported as in, and were not there after a kill, or at the end. */
  lost: number;
  /** Articles that are in the ledger more than once. */
  doubled: number;
  /** Faults that `check` found, after any kill or at the end. */
  problems: string[];
  /** Articles that were in the ledger when each kill came: they show that kills fell everywhere. */
  reached: number[];
}

/**
 * Ingests the articles and ends the process with SIGKILL at a moment that `next` draws, up to `longest` milliseconds after
 * its start, again and again; when all are in, a new ledger is begun. The last ledger is finished without a kill.
 */
export async function crashIngest(
  articles: readonly VariedArticle[],
  { kills, longest, next, checkEvery = 1 }: { kills: number; longest: number; next: () => number; checkEvery?: number },
): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-crash-'));
  const file = join(folder, 'articles.jsonl');
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
  const report: CrashReport = { kills: 0, lost: 0, doubled: 0, problems: [], reached: [] };
  try {
    let ledgers = 0;
    let reported = 0;
    const ledger = (): string => join(folder, `ledger-${ledgers}.db`);
    while (report.kills < kills) {
      const { said, done } = await run(ledger(), file, next() * longest);
      reported = Math.max(reported, said);
      if (done) {
        await inspect(ledger(), articles.length, report, true);
        ledgers++;
        reported = 0;
        continue;
      }
      report.kills++;
      report.reached.push(await inspect(ledger(), reported, report, report.kills % checkEvery === 0));
    }
    await run(ledger(), file, undefined);
    await inspect(ledger(), articles.length, report, true);
    return report;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(
  ledger: string,
  file: string,
  killAfter: number | undefined,
): Promise<{ said: number; done: boolean }> {
  const child = spawn(process.execPath, [CHILD, ledger, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, 'close');
  clearTimeout(timer);
  const counts = output.split('\n').map(Number).filter(Number.isInteger);
  return { said: Math.max(0, ...counts), done: output.endsWith('done\n') };
}

/** How many articles are in; what is missing or wrong goes into the report. */
async function inspect(ledger: string, expected: number, report: CrashReport, thoroughly: boolean): Promise<number> {
  let store: Awaited<ReturnType<typeof openStore>>;
  try {
    store = await openStore(ledger, { access: 'write', create: true, name: 'crash test' });
  } catch (error) {
    report.problems.push(error instanceof Error ? error.message : String(error));
    return 0;
  }
  try {
    const [{ all, different }] = await store.query<{ all: number; different: number }>(
      'select count(*) as "all", count(distinct hash) as different from revision',
    );
    report.lost += Math.max(0, expected - all);
    report.doubled += all - different;
    if (thoroughly) report.problems.push(...(await check(store)));
    return all;
  } finally {
    await store.close();
  }
}
