import type { Change } from '@hearsay/ledger/questions/answers';
import { type ReactNode, useState } from 'react';
import { ask, useAnswer } from '../api/answer-store.ts';
import { useEvents } from '../api/events.ts';
import type { Route } from '../api/routes.ts';
import { wasDecidedHere } from '../decisions/decisions.ts';
import { text } from '../text/en.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Waiting } from './waiting.tsx';

/**
 * The page that stands at a route, or that it is on its way, or what went wrong. `touches` says whether a change in the ledger is
 * one of this page: nothing moves under its reader, who is told and asks for it.
 */
export function Answered<Answer>({
  route,
  touches,
  children,
}: {
  route: Route<Answer>;
  touches?: (change: Change) => boolean;
  children: (answer: Answer) => ReactNode;
}) {
  const { answer, problem, asking } = useAnswer(route);
  const [stale, setStale] = useState(false);
  useEvents('change', (change) => {
    const isAny = change.stories.length + change.claims.length + change.articles.length === 0;
    if (touches !== undefined && (isAny || touches(change)) && !wasDecidedHere()) setStale(true);
  });
  const again = () => {
    setStale(false);
    ask(route);
  };

  if (answer === null) {
    if (problem === null) return <Waiting />;
    return <ProblemNotice page problem={problem} again={again} />;
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} again={again} />}
      {children(answer)}
      <div className="notice-place higher" role="status">
        {stale && !asking && (
          <div className="notice">
            <span>{text.changed}</span>
            <button type="button" onClick={again}>
              {text.showChange}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
