import type { ArticleAnswer } from '@hearsay/ledger/questions/answers';
import { CertaintyLegend } from '../marks/certainty-legend.tsx';
import { Key } from '../marks/key.tsx';
import { text } from '../text/en.ts';
import type { ActiveAssertion } from './active-assertion.ts';
import { AssertionCard } from './assertion-card.tsx';

/** The assertions beside the text, in its order, and what editors deleted. */
export function AssertionList({
  answer,
  active,
  select,
  leave,
  edit,
  add,
  undo,
}: {
  answer: ArticleAnswer;
  active: number | null;
  select: ActiveAssertion['select'];
  leave: () => void;
  edit: (ordinal: number) => void;
  add: () => void;
  undo: (decision: number) => void;
}) {
  const { reading, deleted } = answer;
  return (
    <>
      <header className="section-head">
        <h2>{text.article.assertions}</h2>
        <p className="section-note">{text.number(reading.assertions.length)}</p>
        <button type="button" className="quiet" onClick={add}>
          {text.article.add} <Key name="a" />
        </button>
      </header>
      <details className="legend-fold">
        <summary>{text.article.legend}</summary>
        <CertaintyLegend />
      </details>
      {reading.assertions.length === 0 && <p className="nothing">{text.article.noAssertions}</p>}
      <ol className="assertions">
        {reading.assertions.map((assertion, ordinal) => (
          <AssertionCard
            key={assertion.id}
            answer={answer}
            ordinal={ordinal}
            active={active === ordinal}
            select={select}
            leave={leave}
            edit={edit}
            undo={undo}
          />
        ))}
      </ol>
      {deleted.length > 0 && (
        <section aria-labelledby="deleted" className="deleted">
          <h3 id="deleted">{text.article.deletedTitle}</h3>
          <ul>
            {deleted.map((correction) => (
              <li key={correction.decisionId}>
                <del dir="auto">{correction.words}</del>
                <p className="facts">
                  <span>{text.article.deletedBy(correction.author)}</span>
                  <button type="button" className="quiet" onClick={() => undo(correction.decisionId)}>
                    {text.article.restore}
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reading.warnings.length > 0 && (
        <details className="warnings">
          <summary>{text.article.warnings}</summary>
          <ul>
            {reading.warnings.map((warning) => (
              <li key={`${warning.code} ${warning.message}`}>{warning.message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
