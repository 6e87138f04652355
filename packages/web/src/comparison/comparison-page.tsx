import './comparison.css';
import type { RevisionComparison } from '@hearsay/ledger/questions/answers';
import { useState } from 'react';
import { useAnswer } from '../api/answer-store.ts';
import { routes } from '../api/routes.ts';
import { go, hrefs } from '../shell/address.ts';
import { Answered } from '../shell/answered.tsx';
import { ExportLinks } from '../shell/export-links.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';
import { type ComparisonRow, comparisonRows, foldUnchanged } from './comparison-rows.ts';

/** Two revisions of an article side by side: what was changed without a word. */
export default function ComparisonPage({ id, before, after }: { id: number; before: number; after: number }) {
  usePageTitle(text.comparison.title);
  return (
    <div className="comparison-page">
      <header className="page-head">
        <p className="kicker">
          <Link href={hrefs.article(id)}>{text.comparison.back}</Link>
        </p>
        <h1>{text.comparison.title}</h1>
        <Choice id={id} before={before} after={after} />
        <ExportLinks scope={{ article: id }} label={text.article.exports} />
      </header>
      <Answered route={routes.comparison(id, before, after)}>{(answer) => <Comparison answer={answer} />}</Answered>
    </div>
  );
}

function Choice({ id, before, after }: { id: number; before: number; after: number }) {
  const { answer } = useAnswer(routes.article(id));
  const numbers = answer?.revisions.map(({ number }) => number).sort((one, other) => one - other) ?? [];
  if (numbers.length < 3) return null;
  const choose = (which: 'before' | 'after', number: number) =>
    go(hrefs.comparison(id, which === 'before' ? number : before, which === 'after' ? number : after), 'replace');
  return (
    <p className="facts">
      {(['before', 'after'] as const).map((which) => (
        <label key={which}>
          {which === 'before' ? text.comparison.choose : text.comparison.with}{' '}
          <select
            value={which === 'before' ? before : after}
            onChange={(event) => choose(which, Number(event.target.value))}
          >
            {numbers.map((number) => (
              <option key={number} value={number}>
                {text.comparison.revision(number)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </p>
  );
}

function Comparison({ answer }: { answer: RevisionComparison }) {
  const rows = comparisonRows(answer.parts);
  const { added, cut, altered } = answer.assertions;
  return (
    <>
      <div className="side-by-side heads">
        {[answer.before, answer.after].map((revision) => (
          <div key={revision.number}>
            <p className="kicker">
              {text.comparison.revision(revision.number)} · <Moment at={revision.addedAt} exact />
            </p>
            <h2 dir="auto">{revision.title}</h2>
          </div>
        ))}
      </div>
      {answer.headline && <p className="headline-changed">{text.comparison.headline}</p>}
      {!rows.some(({ changed }) => changed) && <p className="nothing">{text.comparison.noChange}</p>}
      {foldUnchanged(rows).map((row, place) =>
        'changed' in row ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          <Row key={place} row={row} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Unchanged key={place} rows={row} />
        ),
      )}
      <section aria-labelledby="assertions-changed">
        <header className="section-head">
          <h2 id="assertions-changed">{text.comparison.assertions}</h2>
        </header>
        {added.length + cut.length + altered.length === 0 && <p className="nothing">{text.comparison.noAssertions}</p>}
        <dl className="changed-assertions">
          {cut.map((words) => (
            <div key={`cut ${words}`}>
              <dt>{text.comparison.cut}</dt>
              <dd>
                <del dir="auto">{words}</del>
              </dd>
            </div>
          ))}
          {added.map((words) => (
            <div key={`added ${words}`}>
              <dt>{text.comparison.added}</dt>
              <dd>
                <ins dir="auto">{words}</ins>
              </dd>
            </div>
          ))}
          {altered.map(({ before, after, what }) => (
            <div key={`altered ${before} ${after}`}>
              <dt>
                {text.comparison.altered}: {what}
              </dt>
              <dd>
                <del dir="auto">{before}</del> <ins dir="auto">{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Row({ row }: { row: ComparisonRow }) {
  return (
    <div className={`side-by-side ${row.changed ? 'changed' : ''}`}>
      {([row.before, row.after] as const).map((parts, side) => (
        <p key={side === 0 ? 'before' : 'after'} dir="auto">
          {parts.map(({ kind, text: words }, place) => {
            const Tag = kind === 'cut' ? 'del' : kind === 'added' ? 'ins' : 'span';
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
            return <Tag key={place}>{words}</Tag>;
          })}
        </p>
      ))}
    </div>
  );
}

function Unchanged({ rows }: { rows: readonly ComparisonRow[] }) {
  const [open, setOpen] = useState(false);
  if (open) {
    // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
    return rows.map((row, place) => <Row key={place} row={row} />);
  }
  return (
    <p className="unchanged">
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {text.comparison.unchanged(rows.length)} · {text.comparison.show}
      </button>
    </p>
  );
}
