import type { ReactNode } from 'react';
import { ask, useAnswer } from '../api/answer-store.ts';
import type { Route } from '../api/routes.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Waiting } from './waiting.tsx';

/** What stands at a route, or that it is on its way, or what went wrong. */
export function Answered<Answer>({
  route,
  children,
}: {
  route: Route<Answer>;
  children: (answer: Answer) => ReactNode;
}) {
  const { answer, problem } = useAnswer(route);
  if (answer !== null) {
    return (
      <>
        {problem && <ProblemNotice problem={problem} again={() => ask(route)} />}
        {children(answer)}
      </>
    );
  }
  if (problem !== null) return <ProblemNotice problem={problem} again={() => ask(route)} />;
  return <Waiting />;
}
