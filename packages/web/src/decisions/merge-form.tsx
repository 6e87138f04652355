import './decisions.css';
import type { Problem } from '@hearsay/ledger/questions/answers';
import { useId, useRef, useState } from 'react';
import { askAgain } from '../api/answer-store.ts';
import { problemOf } from '../api/problem.ts';
import type { Merged } from '../api/routes.ts';
import { Key } from '../marks/key.tsx';
import { useKeys } from '../shell/keys.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { decide } from './decisions.ts';

/** Something that can be merged into what a page shows. */
export interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly facts: string;
}

/** Most candidates shown; who seeks another one gives more words. */
const MOST_SHOWN = 8;

const DECIDED = { claim: 'claim-merge', story: 'story-merge', entity: 'entity-merge' } as const;

/** Finds another of the same kind by words and merges it into this one. */
export function MergeForm({
  kind,
  self,
  find,
}: {
  kind: Merged;
  self: number;
  find: (words: string) => Promise<readonly Candidate[]>;
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
    await decide(DECIDED[kind], { into: self, from: [other.id] }, text.merge.done(other.name));
    askAgain();
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
        <label htmlFor={id}>{text[kind].mergeLabel}</label>
        <div className="field-and-button">
          <input ref={field} id={id} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />
          <button type="submit">{text.search.go}</button>
        </div>
        <p className="hint">{text.merge.hint}</p>
      </form>
      <div aria-live="polite">
        {found?.length === 0 && <p className="nothing">{text[kind].noMatch}</p>}
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
