import type { Problem, Verdict } from '@hearsay/ledger/questions/answers';
import { useEffect, useId, useRef, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { decide, undo } from '../decisions/decisions.ts';
import { Key } from '../marks/key.tsx';
import { webAddress } from '../shell/address.ts';
import { useKeys } from '../shell/keys.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

const RATINGS = ['true', 'mostly-true', 'mixed', 'mostly-false', 'false', 'unproven'] as const;

/** What editors judged, and the form to judge. It stands beside the status and never changes it. */
export function Verdicts({
  claim,
  verdicts,
  changed,
}: {
  claim: number;
  verdicts: readonly Verdict[];
  changed: () => void;
}) {
  const [giving, setGiving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useKeys({ e: () => setGiving(true) });

  async function takeBack(id: number) {
    try {
      setProblem(null);
      await undo(id);
      changed();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  return (
    <section aria-labelledby="verdicts" className="verdicts">
      <header className="section-head">
        <h2 id="verdicts">{text.claim.verdicts}</h2>
      </header>
      <p className="hint">{text.claim.verdictsHint}</p>
      {verdicts.length === 0 && !giving && <p className="nothing">{text.claim.noVerdict}</p>}
      <ul>
        {verdicts.map((verdict) => (
          <VerdictItem key={verdict.id} verdict={verdict} takeBack={() => takeBack(verdict.id)} />
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} />}
      {giving ? (
        <VerdictForm
          claim={claim}
          close={(given) => {
            setGiving(false);
            if (given) changed();
          }}
        />
      ) : (
        <button type="button" onClick={() => setGiving(true)}>
          {text.claim.give} <Key name="e" />
        </button>
      )}
    </section>
  );
}

function VerdictItem({ verdict, takeBack }: { verdict: Verdict; takeBack: () => void }) {
  const href = webAddress(verdict.url);
  return (
    <li className={verdict.undone ? 'verdict undone' : 'verdict'}>
      <p>
        <strong>{text.claim.ratings[verdict.rating]}</strong> <bdi>{verdict.author}</bdi>{' '}
        <Moment at={verdict.at} exact />
      </p>
      {verdict.note && <p dir="auto">{verdict.note}</p>}
      {href && (
        <p>
          <a href={href} rel="noreferrer noopener" target="_blank">
            {href}
          </a>
        </p>
      )}
      {verdict.undone ? (
        <small>{text.claim.undone}</small>
      ) : (
        <button type="button" className="quiet" onClick={takeBack}>
          {text.claim.undo}
        </button>
      )}
    </li>
  );
}

function VerdictForm({ claim, close }: { claim: number; close: (given: boolean) => void }) {
  const [rating, setRating] = useState<Verdict['rating']>('unproven');
  const [note, setNote] = useState('');
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = useRef<HTMLSelectElement>(null);
  const id = useId();
  useEffect(() => first.current?.focus(), []);

  async function save(event: React.FormEvent) {
    event.preventDefault();
    try {
      const words = `${text.claim.given}: ${text.claim.ratings[rating]}`;
      await decide('verdict', { claim, rating, ...(note && { note }), ...(url && { url }) }, words);
      close(true);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  return (
    <form className="verdict-form" onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && close(false)}>
      <label htmlFor={`${id}-rating`}>{text.claim.rating}</label>
      <select
        ref={first}
        id={`${id}-rating`}
        value={rating}
        onChange={(event) => setRating(RATINGS.find((name) => name === event.target.value) ?? 'unproven')}
      >
        {RATINGS.map((name) => (
          <option key={name} value={name}>
            {text.claim.ratings[name]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-note`}>{text.claim.note}</label>
      <textarea id={`${id}-note`} rows={3} dir="auto" value={note} onChange={(event) => setNote(event.target.value)} />
      <label htmlFor={`${id}-url`}>{text.claim.url}</label>
      <input id={`${id}-url`} type="url" value={url} onChange={(event) => setUrl(event.target.value)} />
      {problem && <ProblemNotice problem={problem} />}
      <div className="buttons">
        <button type="submit" className="main">
          {text.claim.save}
        </button>
        <button type="button" onClick={() => close(false)}>
          {text.claim.cancel}
        </button>
      </div>
    </form>
  );
}
