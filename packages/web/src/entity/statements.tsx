import type { StatementEntry } from '@hearsay/ledger/questions/answers';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { durationWords } from '../time/duration.ts';
import { Moment } from '../time/moment.tsx';

const SIGNS = { consistent: '✓', contradicted: '✕', unknown: '?' } as const;

/** Recordings, letters and speeches, and what is said of them ("first since May") checked against the others. */
export function Statements({ statements }: { statements: readonly StatementEntry[] }) {
  return (
    <ol className="statements">
      {statements.map((statement) => (
        <li key={statement.id}>
          <p>
            <strong>{statement.medium}</strong> <Moment at={statement.at} />
            {statement.duration && <span> · {durationWords(statement.duration)}</span>}
          </p>
          <p className="words" dir="auto">
            <Link href={hrefs.article(statement.articleId)} data-row="">
              {statement.words}
            </Link>
          </p>
          <p className="facts">
            {statement.date && (
              <span>
                {text.entity.dateGiven} {statement.date}
              </span>
            )}
            <span>{statement.authenticity}</span>
          </p>
          {statement.since && (
            <div className={`since since-${statement.since.verdict}`}>
              <p>
                {text.entity.sinceClaimed} <q>{statement.since.words}</q>
              </p>
              <p>
                <span aria-hidden="true" className="since-sign">
                  {SIGNS[statement.since.verdict]}
                </span>{' '}
                <strong>{text.entity.since[statement.since.verdict]}</strong>. {statement.since.why}
              </p>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
