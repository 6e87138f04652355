/**
 * Reads wounded pages and texts, by default 10,000 from seed 0: `npm run fuzz [-- COUNT [FIRST-SEED]]`. Ends with 1 on the
 * first that crashes, breaks an invariant or takes too long, and names its seed.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadModel } from '../src/model/load-model.ts';
import { read } from '../src/read.ts';
import { checkReading } from './invariants.ts';
import { mutatedInput } from './mutations.ts';

/** The largest inputs are some 200 kB, which a healthy reader reads in well under a second. */
const LONGEST_MS = 10_000;

if (isMainThread) watch(Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 0));
else readAll(workerData);

/** The reading runs in a worker, so that a hang can be seen from outside and ended. */
function watch(count: number, first: number): void {
  const worker = new Worker(new URL(import.meta.url), { workerData: { count, first } });
  let seed = first;
  let watchdog = setTimeout(() => {}, 0);
  const fail = (why: string): void => {
    process.stderr.write(`seed ${seed}: ${why}\n`);
    process.exit(1);
  };
  worker.on('message', (begun: number) => {
    clearTimeout(watchdog);
    seed = begun;
    watchdog = setTimeout(() => fail(`took longer than ${LONGEST_MS / 1000} s`), LONGEST_MS);
  });
  worker.on('error', (error) => fail(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  worker.on('exit', () => {
    clearTimeout(watchdog);
    process.stdout.write(`${count} inputs read from seed ${first} on: no crash, no hang, no broken reading\n`);
  });
}

function readAll({ count, first }: { count: number; first: number }): void {
  const model = loadModel();
  for (let seed = first; seed < first + count; seed++) {
    parentPort?.postMessage(seed);
    const input = mutatedInput(seed);
    checkReading(input, read(input, model));
  }
}
