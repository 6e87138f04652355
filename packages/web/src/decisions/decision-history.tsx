import './decisions.css';
import type { DecisionEntry, Page, Problem } from '@hearsay/ledger/questions/answers';
import { useState } from 'react';
import { askAgain, useAnswer } from '../api/answer-store.ts';
import { useList } from '../api/list.ts';
import { problemOf } from '../api/problem.ts';
import { type Merged, routes } from '../api/routes.ts';
import { Rows } from '../rows/rows.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';
import { undo } from './decisions.ts';

const NONE: Page<DecisionEntry> = { items: [], total: 0, next: null };

/** How editors merged and split what a page shows, each decision to be undone. Nothing where they did not. */
export function DecisionHistory({ kind, self }: { kind: Merged; self: number }) {
  const route = routes.decisionsAbout(kind, self);
  const { answer, problem } = useAnswer(route);
  const list = useList(answer ?? NONE, route, (page) => page);
  const [failed, setFailed] = useState<Problem | null>(null);

  async function takeBack(id: number) {
    setFailed(null);
    try {
      await undo(id);
      askAgain();
    } catch (thrown) {
      setFailed(problemOf(thrown));
    }
  }

  if (problem !== null) return <ProblemNotice problem={problem} again={askAgain} />;
  if (list.total === 0) return null;
  return (
    <section aria-labelledby="decisions" className="decisions">
      <header className="section-head">
        <h2 id="decisions">{text.decisions.history}</h2>
      </header>
      <Rows list={list} keyOf={({ id }) => id} estimate={70}>
        {(decision) => (
          <>
            <p dir="auto">{decision.text}</p>
            <p className="facts">
              <bdi>{decision.author}</bdi>
              <Moment at={decision.at} exact />
              {decision.undone ? (
                <span>{text.decisions.wasUndone}</span>
              ) : (
                <>
                  <Made decision={decision} self={self} />
                  <button
                    type="button"
                    className="quiet"
                    aria-label={text.decisions.undoThat(decision.text)}
                    onClick={() => takeBack(decision.id)}
                  >
                    {text.decisions.undo}
                  </button>
                </>
              )}
            </p>
          </>
        )}
      </Rows>
      {failed && <ProblemNotice problem={failed} />}
    </section>
  );
}

/** The way to what a split made, and from there back to what it was taken out of. */
function Made({ decision, self }: { decision: DecisionEntry; self: number }) {
  if (!decision.kind.endsWith('-split')) return null;
  return decision.subjects
    .filter(({ id }) => id !== self)
    .map(({ kind, id }) => (
      <Link key={id} href={hrefs[kind](id)}>
        {text.decisions.otherPart[kind]}
      </Link>
    ));
}
