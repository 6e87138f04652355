import { parentPort, workerData } from 'node:worker_threads';
import { UnknownCursorError } from '@hearsay/ledger/questions/pages';
import { openStore } from '@hearsay/ledger/store/open-store';
import type { Store } from '@hearsay/ledger/store/store';
import { z } from 'zod';
import { exported } from '../exports/exported.ts';
import { limitLedgerMemory } from './ledger-memory.ts';
import type { WorkerAnswer, WorkerQuestion } from './question-pool.ts';
import { QUESTIONS } from './questions.ts';

/** Pages of the ledger kept by each thread, in KiB: the upper levels of its indexes. */
const CACHE_KIB = 24_576;
/** Bytes of an export that are sent on at once. */
const CHUNK_BYTES = 131_072;

const port = parentPort;
if (port === null) throw new Error('this runs on a worker thread of the desk');
const { ledger } = z.object({ ledger: z.string() }).parse(workerData);
const encoder = new TextEncoder();
const store = await openStore(ledger, { access: 'read' });
await limitLedgerMemory(store, CACHE_KIB);
port.postMessage({ kind: 'ready' } satisfies WorkerAnswer);

/** Taken one after the other: while one chunk of an export is on its way, nothing else is asked of this thread. */
let acknowledged: (() => void) | undefined;
port.on('message', (message: WorkerQuestion | 'more') => {
  if (message === 'more') acknowledged?.();
  else void answer(message);
});

async function answer(question: WorkerQuestion): Promise<void> {
  try {
    if (question.name === 'export') await sendExport(store, question.asked);
    else send(await store.snapshot((ledger) => QUESTIONS[question.name].ask(ledger, question.asked as never)));
  } catch (error) {
    if (error instanceof UnknownCursorError)
      port?.postMessage({ kind: 'unknown-cursor', detail: error.message } satisfies WorkerAnswer);
    else
      port?.postMessage({
        kind: 'failed',
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies WorkerAnswer);
  }
}

function send(found: object | undefined): void {
  if (found === undefined) {
    port?.postMessage({ kind: 'missing' } satisfies WorkerAnswer);
    return;
  }
  const bytes = encoder.encode(JSON.stringify(found));
  port?.postMessage({ kind: 'answer', bytes } satisfies WorkerAnswer, [bytes.buffer]);
}

async function sendExport(store: Store, asked: unknown): Promise<void> {
  const parts = await exported(store, asked);
  if (parts === undefined) return send(undefined);
  let waiting = '';
  for await (const part of parts) {
    waiting += part;
    if (waiting.length < CHUNK_BYTES) continue;
    await sendChunk(waiting);
    waiting = '';
  }
  if (waiting !== '') await sendChunk(waiting);
  port?.postMessage({ kind: 'end' } satisfies WorkerAnswer);
}

function sendChunk(text: string): Promise<void> {
  const bytes = encoder.encode(text);
  return new Promise((resolve) => {
    acknowledged = resolve;
    port?.postMessage({ kind: 'chunk', bytes } satisfies WorkerAnswer, [bytes.buffer]);
  });
}
