import type { Page, Problem } from '@hearsay/ledger/questions/answers';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from './problem.ts';
import { request } from './request.ts';
import { from, type Route } from './routes.ts';

/** A list that goes on as its reader does. */
export interface List<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly problem: Problem | null;
  /** Fetches the next part; null at the end. */
  readonly more: (() => void) | null;
}

/**
 * A list that begins with `first` and goes on at `route`; `pageIn` finds the page in what is answered there.
 * It begins anew where `first` is another.
 */
export function useList<Item, Answer>(
  first: Page<Item>,
  route: Route<Answer>,
  pageIn: (answer: Answer) => Page<Item>,
): List<Item> {
  const [list, setList] = useState({ first, items: first.items, next: first.next });
  const [problem, setProblem] = useState<Problem | null>(null);
  const fetching = useRef(false);
  const finder = useRef(pageIn);
  useEffect(() => {
    finder.current = pageIn;
  });

  if (list.first !== first) setList({ first, items: first.items, next: first.next });
  const current = list.first === first ? list : { first, items: first.items, next: first.next };

  const { next } = current;
  const more = useCallback(() => {
    if (next === null || fetching.current) return;
    fetching.current = true;
    request<Answer>(from(route, next))
      .then(
        (answer) => {
          const page = finder.current(answer);
          setProblem(null);
          setList((now) =>
            now.next === next ? { ...now, items: [...now.items, ...page.items], next: page.next } : now,
          );
        },
        (thrown: unknown) => setProblem(problemOf(thrown)),
      )
      .finally(() => {
        fetching.current = false;
      });
  }, [next, route]);

  return { items: current.items, total: first.total, problem, more: next === null ? null : more };
}
