import type { EntityCard, Problem, SearchAnswer } from '@hearsay/ledger/questions/answers';
import { useId, useRef, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { request } from '../api/request.ts';
import { routes } from '../api/routes.ts';
import { decide } from '../decisions/decisions.ts';
import { useKeys } from '../shell/keys.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';

/** Finds another entity by its name and merges it into this one. */
export function MergeForm({ entity, changed }: { entity: EntityCard; changed: () => void }) {
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly EntityCard[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useKeys({ e: () => field.current?.focus() });

  async function attempt(doing: () => Promise<void>) {
    setProblem(null);
    try {
      await doing();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  async function find() {
    const answer = await request<SearchAnswer>(routes.searchList(name.trim(), 'entities'));
    setFound(answer.entities.items.filter((other) => other.id !== entity.id).slice(0, 8));
  }

  async function merge(other: EntityCard) {
    await decide('entity-merge', { into: entity.id, from: [other.id] }, text.entity.mergeDone(other.name));
    setName('');
    setFound(null);
    changed();
  }

  return (
    <section aria-labelledby="merge" className="merge">
      <header className="section-head">
        <h2 id="merge">{text.entity.merge}</h2>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') attempt(find);
        }}
      >
        <label htmlFor={id}>{text.entity.mergeLabel}</label>
        <div className="field-and-button">
          <input ref={field} id={id} dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
          <button type="submit">{text.search.go}</button>
        </div>
        <p className="hint">{text.entity.mergeHint}</p>
      </form>
      <div aria-live="polite">
        {found?.length === 0 && <p className="nothing">{text.entity.noMatch}</p>}
        {found !== null && found.length > 0 && (
          <ul className="matches">
            {found.map((other) => (
              <li key={other.id}>
                <span>
                  <bdi>{other.name}</bdi>{' '}
                  <small>
                    {text.entity.kicker[other.type]}, {text.search.said(other.assertions)}
                  </small>
                </span>
                <button
                  type="button"
                  aria-label={text.entity.mergeInto(other.name)}
                  onClick={() => attempt(() => merge(other))}
                >
                  {text.entity.mergeOne}
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
