import type { Page, SkippedEntry } from '@hearsay/ledger/questions/answers';
import { useState } from 'react';
import { ask, useAnswer } from '../api/answer-store.ts';
import { useList } from '../api/list.ts';
import { routes } from '../api/routes.ts';
import { Rows } from '../rows/rows.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** What did not come in and why, asked for when it is opened. */
export function SkippedInputs({ total }: { total: number }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{text.desk.skipped(total)}</summary>
      {opened && <Asked />}
    </details>
  );
}

function Asked() {
  const route = routes.skipped();
  const { answer, problem } = useAnswer(route);
  if (problem) return <ProblemNotice problem={problem} again={() => ask(route)} />;
  return answer && <Listed first={answer} />;
}

function Listed({ first }: { first: Page<SkippedEntry> }) {
  const list = useList(first, routes.skipped(), (page) => page);
  return (
    <Rows list={list} keyOf={({ id }) => id} estimate={60}>
      {({ input, place, reason, at }) => (
        <div className="errors">
          <bdi>{input}</bdi> {place && <small>{place}</small>}
          <p className="facts">
            <span>{reason}</span>
            <Moment at={at} exact />
          </p>
        </div>
      )}
    </Rows>
  );
}
