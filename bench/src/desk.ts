import { fork } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openStore } from '@hearsay/ledger/store/open-store';
import { random } from '../../packages/ledger/test/varied-articles.ts';
import { stanceBodies } from './corpora.ts';
import { deskArticles, deskLedger } from './desk-ledger.ts';
import type { Row } from './measure.ts';

const ARTICLES = 100_000;
const READERS = 20;
/** How long each part is measured, in seconds. */
const SECONDS = 20;
/** A reader looks at what came before asking for the next page, in milliseconds, at random around it. */
const READING_MS = 1000;
/** Articles sent to the desk while readers ask; more than it takes in within the time. */
const SENT = 4000;
/** Words that readers search for. */
const SEARCHES = [
  'strike killed',
  'speaker:police',
  'officials said',
  'hostage video',
  'outlet:"Outlet 3" report',
  'kind:direct leader',
  'rescue',
  'certainty:Uu attack',
];

/**
 * The desk of a ledger of 100,000 articles (HEARSAY_BENCH_ARTICLES for fewer), asked by 20 readers on loopback who look at
 * each page for about a second: the 95th percentile of every page's API, claim answers a second where all 20 ask without a
 * pause, memory; then the pages again with an ingest running, and its rate beside its own.
 */
export async function benchDesk(): Promise<Row[]> {
  const bodies = stanceBodies();
  if (bodies.length === 0) return [];
  const count = Number(process.env.HEARSAY_BENCH_ARTICLES ?? ARTICLES);
  const made = await deskLedger(bodies, count);
  const ledger = `${made}-asked.db`;
  for (const part of ['', '-wal', '-shm', '-writer']) rmSync(`${ledger}${part}`, { force: true });
  copyFileSync(made, ledger);
  const pages = await addresses(ledger);
  let desk = await startDesk(ledger);
  try {
    const rows: Row[] = [];
    const row = (what: string, value: number, unit: string, target?: string): void => {
      rows.push({ section: 'desk', what, value, unit, ...(target !== undefined && { target }) });
    };
    await ask(desk.address, pages, { seconds: 5, pause: 0, seed: 1 });
    const quiet = await ask(desk.address, pages, { seconds: SECONDS, pause: READING_MS, seed: 2 });
    for (const [page, times] of quiet.times)
      row(`${page}, p95 of ${times.length}`, percentile(times, 0.95), 'ms', '≤ 200');
    const claims = await ask(desk.address, new Map([['claim', pages.get('claim') ?? []]]), {
      seconds: SECONDS / 2,
      pause: 0,
      seed: 3,
    });
    row('uncached claim answers', claims.answers / claims.seconds, 'answers/s', '≥ 200');
    row('memory of the desk', desk.memory().all, 'MB', '≤ 700');
    row('… of it not pages of files', desk.memory().own, 'MB');
    const alone = await ingestRate(desk.address, bodies, 101, count, async () => {
      await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    });
    // What is left of the first ingest goes with its desk.
    await desk.end();
    desk = await startDesk(ledger);
    let beside: Asked | undefined;
    const rate = await ingestRate(desk.address, bodies, 102, count + SENT, async () => {
      beside = await ask(desk.address, pages, { seconds: SECONDS, pause: READING_MS, seed: 4 });
      row('memory of the desk and its ingest', desk.memory().all, 'MB', '≤ 700');
      row('… of it not pages of files', desk.memory().own, 'MB');
    });
    for (const [page, times] of beside?.times ?? [])
      row(`${page}, ingest running, p95 of ${times.length}`, percentile(times, 0.95), 'ms', '≤ 400');
    row('ingest alone', alone, 'articles/s');
    row('ingest beside 20 readers, of that', rate / alone, '×', '≥ 0.5');
    row('errors', quiet.errors + claims.errors + (beside?.errors ?? 0), '', '≤ 0');
    return rows;
  } finally {
    await desk.end();
    for (const part of ['', '-wal', '-shm', '-writer']) rmSync(`${ledger}${part}`, { force: true });
  }
}

/** What can be asked for, by page. */
async function addresses(ledger: string): Promise<Map<string, string[]>> {
  const store = await openStore(ledger, { access: 'read' });
  const ids = async (sql: string): Promise<number[]> => (await store.query<{ id: number }>(sql)).map(({ id }) => id);
  try {
    const [articles, claims, stories, entities] = await Promise.all([
      ids('select id from article where forgotten_at is null order by id'),
      ids('select claim_id as id from claim_standing where articles > 0 order by claim_id'),
      ids('select id from story where articles > 1 order by id'),
      ids('select distinct speaker_id as id from assertion where speaker_id is not null order by speaker_id'),
    ]);
    return new Map([
      ['desk', ['/api/desk', '/api/desk?since=2020-01-01T00:00:00Z']],
      ['article', articles.map((id) => `/api/articles/${id}`)],
      ['claim', claims.map((id) => `/api/claims/${id}`)],
      ['evidence', claims.map((id) => `/api/claims/${id}/evidence?polarity=for`)],
      ['story', stories.map((id) => `/api/stories/${id}`)],
      ['entity', entities.map((id) => `/api/entities/${id}`)],
      ['search', SEARCHES.map((query) => `/api/search?q=${encodeURIComponent(query)}`)],
      ['suggestions', ['spea', 'pol', 'outlet:Out'].map((query) => `/api/suggestions?q=${encodeURIComponent(query)}`)],
    ]);
  } finally {
    await store.close();
  }
}

interface Asked {
  times: Map<string, number[]>;
  answers: number;
  errors: number;
  seconds: number;
}

async function ask(
  address: string,
  pages: ReadonlyMap<string, readonly string[]>,
  { seconds, pause, seed }: { seconds: number; pause: number; seed: number },
): Promise<Asked> {
  const asked: Asked = { times: new Map([...pages.keys()].map((page) => [page, []])), answers: 0, errors: 0, seconds };
  const names = [...pages.keys()];
  const end = performance.now() + seconds * 1000;
  const reader = async (number: number): Promise<void> => {
    const next = random(1000 * seed + number);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, next() * pause));
    while (performance.now() < end) {
      const page = names[Math.floor(next() * names.length)];
      const paths = pages.get(page) ?? [];
      const path = paths[Math.floor(next() * paths.length)];
      const start = performance.now();
      try {
        const response = await fetch(`${address}${path}`);
        await response.arrayBuffer();
        if (response.ok) asked.answers++;
        else {
          asked.errors++;
          process.stderr.write(`${response.status} at ${path}\n`);
        }
      } catch {
        asked.errors++;
      }
      asked.times.get(page)?.push(performance.now() - start);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + next())));
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, number) => reader(number)));
  return asked;
}

/** Articles a second that an ingest takes in while something else is done. */
async function ingestRate(
  address: string,
  bodies: readonly string[],
  seed: number,
  earlier: number,
  meanwhile: () => Promise<void>,
): Promise<number> {
  const lines: string[] = [];
  for await (const incoming of deskArticles(bodies, SENT, seed, earlier))
    if (incoming.kind === 'article') lines.push(JSON.stringify(incoming.input));
  // In parts, so that one ingest does not outlive what is measured by much.
  const parts = Array.from({ length: 8 }, (_, part) => lines.slice(part * 500, part * 500 + 500));
  const ids: number[] = [];
  for (const part of parts) {
    const form = new FormData();
    form.append('files', new Blob([part.join('\n')]), 'bench.jsonl');
    const response = await fetch(`${address}/api/ingests`, {
      method: 'POST',
      headers: { 'Hearsay-Desk': '1' },
      body: form,
    });
    ids.push(((await response.json()) as { id: number }).id);
  }
  const taken = async (): Promise<number> => {
    let sum = 0;
    for (const id of ids) {
      const progress = (await (await fetch(`${address}/api/ingests/${id}`)).json()) as Record<
        'added' | 'revised' | 'known' | 'skipped',
        number
      >;
      sum += progress.added + progress.revised + progress.known + progress.skipped;
    }
    return sum;
  };
  while ((await taken()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const [before, start] = [await taken(), performance.now()];
  await meanwhile();
  const [after, end] = [await taken(), performance.now()];
  while ((await taken()) < lines.length && (await taken()) < parts.flat().length)
    await new Promise((resolve) => setTimeout(resolve, 250));
  return ((after - before) * 1000) / (end - start);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** A desk in a process of its own, as a person starts it. */
async function startDesk(
  ledger: string,
): Promise<{ address: string; memory(): { all: number; own: number }; end(): Promise<void> }> {
  const child = fork(fileURLToPath(new URL('desk-process.ts', import.meta.url)), [ledger], { execArgv: [] });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', () => reject(new Error('the desk did not start')));
  });
  return {
    address,
    memory: () => memoryOf(child.pid ?? 0),
    end: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send('end');
      await ended;
    },
  };
}

/** Of a process and those it started, in MB, as the system counts them: all, and what is not pages of files. */
function memoryOf(pid: number): { all: number; own: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  const sum = { all: megabytes('VmRSS'), own: megabytes('RssAnon') };
  for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)) {
    const of = memoryOf(Number(child));
    sum.all += of.all;
    sum.own += of.own;
  }
  return sum;
}
