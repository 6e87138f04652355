import type { Problem } from '@hearsay/ledger/questions/answers';
import { text } from '../text/en.ts';

/** An answer that is an error, as RFC 9457 gives it; the network's own failures are given the same form. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** What went wrong and what to do, for a person, whatever was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return { type: 'about:blank', title: text.problem.unreachable, status: 0, detail: text.problem.unreachableDetail };
}
