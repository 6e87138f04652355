import { rereadHere } from '../ingest/reread.ts';
import { JUDGEMENTS } from '../judgements.ts';
import { LedgerError } from '../store/ledger-error.ts';
import type { Store } from '../store/store.ts';
import type { Writing } from '../store/writing.ts';
import { DECISIONS, type Decision, type DecisionKind, type Payload } from './decision.ts';
import { toDecision } from './decisions.ts';

/**
 * Records what an editor decided and carries it out, in one transaction. Returns the decision as recorded.
 * @throws {ZodError} where the payload is not of its kind.
 */
export async function decide<Kind extends DecisionKind>(
  store: Store,
  made: { author: string; kind: Kind; payload: Payload<Kind> },
): Promise<Decision> {
  const payload = JSON.stringify(DECISIONS[made.kind].parse(made.payload));
  return append(store, { author: made.author, kind: made.kind, payload, undoes: null });
}

/**
 * Takes a decision back: that too is recorded, and the decision itself stays.
 * @throws {LedgerError} where there is no such decision, or it was undone before.
 */
export async function undo(store: Store, id: number, author: string): Promise<Decision> {
  const row = await store.db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.undoes !== null) {
    throw new LedgerError('missing', `${store.address}: there is no decision ${id} to undo`);
  }
  const undone = await store.db.selectFrom('decision').select('id').where('undoes', '=', id).executeTakeFirst();
  if (undone !== undefined) {
    throw new LedgerError('exists', `${store.address}: decision ${id} was undone before, by decision ${undone.id}`);
  }
  return append(store, { author, kind: row.kind, payload: row.payload, undoes: id });
}

interface Appended {
  author: string;
  kind: string;
  payload: string;
  undoes: number | null;
}

async function append(store: Store, appended: Appended): Promise<Decision> {
  let decision: Decision | undefined;
  const record = async (writing: Writing): Promise<void> => {
    const id = await writing.nextIds('decision', 1);
    await writing.insert('decision', [{ id, at: writing.at, ...appended }]);
    // Judgements know a decision by its own identifier, also when it is taken back.
    decision = toDecision({ id, at: writing.at, ...appended });
    const concerned = { ...decision, id: appended.undoes ?? id };
    for (const judgement of JUDGEMENTS) await judgement.decide?.(concerned, appended.undoes !== null, writing);
  };
  await store.write(record);
  if (decision === undefined) throw new Error('a decision was recorded without a row');
  // An interruption before leaves it to the next reading of the revision.
  if (decision.kind === 'assertion-correction') await rereadHere(store, [decision.payload.at.revision]);
  return decision;
}
