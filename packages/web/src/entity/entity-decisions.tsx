import type { EntityAnswer, Problem } from '@hearsay/ledger/questions/answers';
import { useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { undo } from '../decisions/decisions.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** Merges and splits that editors decided, each to be undone. */
export function EntityDecisions({ decisions, changed }: { decisions: EntityAnswer['decisions']; changed: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);

  async function takeBack(id: number) {
    try {
      await undo(id);
      changed();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  return (
    <section aria-labelledby="decisions">
      <header className="section-head">
        <h2 id="decisions">{text.entity.decisions}</h2>
      </header>
      <ul className="decisions">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <p dir="auto">{decision.text}</p>
            <p className="facts">
              <bdi>{decision.author}</bdi>
              <Moment at={decision.at} exact />
              {decision.undone ? (
                <span>{text.entity.undone}</span>
              ) : (
                <button type="button" className="quiet" onClick={() => takeBack(decision.id)}>
                  {text.entity.undo}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
