import { parentPort, workerData } from 'node:worker_threads';
import { decide, undo } from '@hearsay/ledger/edits/decide';
import { DECISIONS, type Decision, type DecisionKind, type Payload } from '@hearsay/ledger/edits/decision';
import { LedgerError } from '@hearsay/ledger/store/ledger-error';
import { openStore } from '@hearsay/ledger/store/open-store';
import { z } from 'zod';
import { DeskProblem } from '../problem.ts';
import { limitLedgerMemory } from '../questions/ledger-memory.ts';
import { checkSubjects } from './check-subjects.ts';
import { concerned } from './concerned.ts';
import type { EditAnswer, EditTask } from './editor.ts';
import { LedgerWatch } from './ledger-watch.ts';

/** Pages of the ledger kept, in KiB: decisions are few. */
const CACHE_KIB = 8192;
/** How soon what another process wrote is noticed, in milliseconds. */
const LOOK_EVERY = 250;

const port = parentPort;
if (port === null) throw new Error('this runs on a worker thread of the desk');
const { ledger } = z.object({ ledger: z.string() }).parse(workerData);
const store = await openStore(ledger, { access: 'edit' });
await limitLedgerMemory(store, CACHE_KIB);
const watch = await LedgerWatch.start(store);
const tell = (answer: EditAnswer): void => port.postMessage(answer);
tell({ kind: 'ready' });

// One thing after the other: a look never stands between the parts of a decision.
let turn: Promise<void> = Promise.resolve();
port.on('message', (task: EditTask) => {
  turn = turn.then(() => carryOut(task));
});
let isLooking = false;
setInterval(() => {
  if (isLooking) return;
  isLooking = true;
  turn = turn.then(look);
}, LOOK_EVERY);

async function look(): Promise<void> {
  try {
    const change = await watch.look();
    if (change !== undefined) tell({ kind: 'change', change });
  } catch (error) {
    tell({ kind: 'warning', detail: `the ledger could not be looked at: ${messageOf(error)}` });
  } finally {
    isLooking = false;
  }
}

async function carryOut(task: EditTask): Promise<void> {
  try {
    if (task.kind === 'corrections') {
      const { correctionLines } = await import('../exports/corrections.ts');
      const lines = (await correctionLines(store)).map((each) => `${JSON.stringify(each)}\n`).join('');
      tell({ kind: 'corrections', id: task.id, lines });
      return;
    }
    const decision =
      task.kind === 'undo' ? await undo(store, task.decision, task.author) : await made(task.author, task.decision);
    const change = await watch.lookAfter(concerned(decision));
    tell({ kind: 'decided', id: task.id, decision: decision.id, change });
  } catch (error) {
    if (error instanceof DeskProblem) tell({ kind: 'refused', id: task.id, problem: error.kind, detail: error.detail });
    else {
      const code = error instanceof LedgerError ? error.code : 'unknown';
      tell({ kind: 'failed', id: task.id, code, detail: messageOf(error) });
    }
  }
}

/** The schema of its kind has seen the payload before it came here, and sees it again where it is recorded. */
async function made<Kind extends DecisionKind>(
  author: string,
  decision: { kind: Kind; payload: unknown },
): Promise<Decision> {
  const payload = DECISIONS[decision.kind].parse(decision.payload) as Payload<Kind>;
  await checkSubjects(store, { kind: decision.kind, payload });
  return decide(store, { author, kind: decision.kind, payload });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
