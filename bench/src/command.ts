import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corpusTexts } from './corpora.ts';
import { median, type Row, time } from './measure.ts';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/hearsay.js', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));

const STARTS = 15;
const ARTICLES = 10_000;
const SAMPLE_EVERY_MS = 250;

/** The command's own file on one page, its compile cache warm; and Node itself, which no command can start faster than. */
export function benchStart(): Row[] {
  const page = `${SAMPLES}dam-inspection.html`;
  const start = (...args: string[]): number =>
    median(Array.from({ length: STARTS }, () => time(() => void spawnSync(process.execPath, args))));
  start(BIN, 'read', page);
  return [
    { section: 'start', what: 'hearsay read page.html', value: start(BIN, 'read', page), unit: 'ms', target: '≤ 250' },
    { section: 'start', what: 'node -e 0', value: start('-e', '0'), unit: 'ms' },
  ];
}

/** Loads the model in fresh processes, so that nothing is warm but the compile cache and the disk's. */
export function benchLoad(): Row[] {
  const script = fileURLToPath(new URL('./load-time.ts', import.meta.url));
  const load = (): number => Number(spawnSync(process.execPath, [script], { encoding: 'utf8' }).stdout);
  load();
  const value = median(Array.from({ length: STARTS }, load));
  return [{ section: 'load', what: 'the model', value, unit: 'ms', target: '≤ 150' }];
}

/** Memory of `read --jsonl` over 10,000 articles: its highest, and how the last third stands to the second. */
export async function benchMemory(): Promise<Row[]> {
  const child = spawn(process.execPath, [BIN, 'read', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.resume();
  const samples: number[] = [];
  const sampler = setInterval(() => samples.push(residentMegabytes(child.pid)), SAMPLE_EVERY_MS);
  const texts = articles();
  for (let at = 0; at < ARTICLES; at++) {
    const line = JSON.stringify({ id: `article ${at}`, text: texts[at % texts.length], published: '2031-03-10' });
    if (!child.stdin.write(`${line}\n`)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await once(child, 'exit');
  clearInterval(sampler);
  const third = Math.floor(samples.length / 3);
  const growth = median(samples.slice(-third)) / median(samples.slice(third, 2 * third));
  return [
    { section: 'memory', what: 'highest, 10,000 articles', value: Math.max(...samples), unit: 'MB', target: '≤ 300' },
    { section: 'memory', what: 'last third to second third', value: growth, unit: '×', target: '≤ 1.1' },
  ];
}

function articles(): string[] {
  const texts = corpusTexts().map(({ text }) => text);
  return texts.length > 0 ? texts : [readFileSync(`${SAMPLES}ferry-letter.txt`, 'utf8')];
}

/** Resident memory of another process, as Linux tells it; 0 where it has ended. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
