import type { Problem } from '@hearsay/ledger/questions/answers';
import { useEffect, useSyncExternalStore } from 'react';
import { problemOf } from './problem.ts';
import { request } from './request.ts';
import type { Route } from './routes.ts';

/** One question to the desk: the last answer stays while a newer one is on its way, so that a page never flashes. */
export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly problem: Problem | null;
  readonly asking: boolean;
}

const NOT_ASKED: Asked<never> = { answer: null, problem: null, asking: true };

/** How many answers are kept for going back to a page at once. */
const KEPT = 60;

const asked = new Map<string, Asked<unknown>>();
const inUse = new Map<string, number>();
const latest = new Map<string, number>();
let turns = 0;
const listeners = new Set<() => void>();

/** The answer at a route, asked for once and again whenever it is stale. */
export function useAnswer<Answer>(route: Route<Answer>): Asked<Answer> {
  // The store holds under a route what was answered there: the type of the route says which.
  const now = useSyncExternalStore(subscribe, () => (asked.get(route) ?? NOT_ASKED) as Asked<Answer>);
  useEffect(() => {
    inUse.set(route, (inUse.get(route) ?? 0) + 1);
    ask(route);
    return () => {
      const uses = (inUse.get(route) ?? 1) - 1;
      if (uses === 0) inUse.delete(route);
      else inUse.set(route, uses);
    };
  }, [route]);
  return now;
}

/** Asks again for everything that a page shows now; the other answers are forgotten. */
export function askAgain(): void {
  for (const route of [...asked.keys()]) {
    if (inUse.has(route)) ask(route);
    else asked.delete(route);
  }
}

/** Asks for the answer, or asks again. Only the latest of several questions at one route counts. */
export function ask(route: string): void {
  const turn = ++turns;
  latest.set(route, turn);
  keep(route, { answer: asked.get(route)?.answer ?? null, problem: null, asking: true });
  const answered = (state: Partial<Asked<unknown>>) => {
    if (latest.get(route) !== turn) return;
    latest.delete(route);
    keep(route, { answer: asked.get(route)?.answer ?? null, problem: null, asking: false, ...state });
  };
  request(route).then(
    (answer) => answered({ answer }),
    (thrown: unknown) => answered({ problem: problemOf(thrown) }),
  );
}

function keep(route: string, state: Asked<unknown>): void {
  asked.delete(route);
  asked.set(route, state);
  const oldest = asked.keys().next().value;
  if (asked.size > KEPT && oldest !== undefined) asked.delete(oldest);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
