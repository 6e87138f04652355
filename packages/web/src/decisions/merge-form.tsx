import './decisions.css';
import type { Problem } from '@hearsay/ledger/questions/answers';
import { useId, useRef, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { Key } from '../marks/key.tsx';
import { useKeys } from '../shell/keys.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';

/** Something that can be merged into what a page shows. */
export interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly facts: string;
}

/** Most candidates shown; who seeks another one gives more words. */
const MOST_SHOWN = 8;

/** Finds another of the same kind by words and merges it into this one. */
export function MergeForm({
  self,
  label,
  none,
  find,
  merge,
}: {
  self: number;
  label: string;
  none: string;
  find: (words: string) => Promise<readonly Candidate[]>;
  merge: (other: Candidate) => Promise<void>;
}) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useKeys({ m: () => field.current?.focus() });

  async function attempt(doing: () => Promise<void>) {
    setProblem(null);
    try {
      await doing();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  async function show() {
    const candidates = await find(words.trim());
    setFound(candidates.filter((other) => other.id !== self).slice(0, MOST_SHOWN));
  }

  async function take(other: Candidate) {
    await merge(other);
    setWords('');
    setFound(null);
    field.current?.focus();
  }

  return (
    <section aria-labelledby="merge" className="merge">
      <header className="section-head">
        <h2 id="merge">
          {text.merge.title} <Key name="m" />
        </h2>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') attempt(show);
        }}
      >
        <label htmlFor={id}>{label}</label>
        <div className="field-and-button">
          <input ref={field} id={id} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />
          <button type="submit">{text.search.go}</button>
        </div>
        <p className="hint">{text.merge.hint}</p>
      </form>
      <div aria-live="polite">
        {found?.length === 0 && <p className="nothing">{none}</p>}
        {found !== null && found.length > 0 && (
          <ul className="matches">
            {found.map((other) => (
              <li key={other.id}>
                <span>
                  <bdi>{other.name}</bdi> <small>{other.facts}</small>
                </span>
                <button
                  type="button"
                  aria-label={text.merge.into(other.name)}
                  onClick={() => attempt(() => take(other))}
                >
                  {text.merge.one}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
