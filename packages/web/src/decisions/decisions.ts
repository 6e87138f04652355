import type { DecisionKind, Payload } from '@hearsay/ledger/edits/decision';
import { useSyncExternalStore } from 'react';
import { post, request } from '../api/request.ts';
import { routes } from '../api/routes.ts';

/** What was decided in this tab and can be taken back, latest last. */
export interface Undoable {
  readonly id: number;
  readonly words: string;
}

/** The ledger tells everybody of a change; within this time, in milliseconds, after a decision made here it tells us what we know. */
const OWN_CHANGE = 4000;

let decidedAt = Number.NEGATIVE_INFINITY;
/** Decisions on their way: what they change can be heard of before they are answered. */
let deciding = 0;
let undoable: readonly Undoable[] = [];
const listeners = new Set<() => void>();

/** Records an editor's decision. `words` say what it was, for the notice that offers to undo it. */
export async function decide<Kind extends DecisionKind>(
  kind: Kind,
  payload: Payload<Kind>,
  words: string,
): Promise<void> {
  const { id } = await onTheWay(() => post<{ id: number }>(routes.decisions, { kind, payload }));
  hold([...undoable, { id, words }]);
}

/** Takes a decision back by a new one. */
export async function undo(id: number): Promise<void> {
  await onTheWay(() => request(routes.decision(id), { method: 'DELETE' }));
  hold(undoable.filter((decision) => decision.id !== id));
}

/** Whether a change that is heard of now is most likely one that was decided in this tab. */
export function wasDecidedHere(): boolean {
  return deciding > 0 || performance.now() - decidedAt < OWN_CHANGE;
}

/** What can be undone now. */
export function useUndoable(): readonly Undoable[] {
  return useSyncExternalStore(subscribe, () => undoable);
}

async function onTheWay<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  deciding++;
  try {
    return await send();
  } finally {
    deciding--;
  }
}

function hold(next: readonly Undoable[]): void {
  decidedAt = performance.now();
  undoable = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
