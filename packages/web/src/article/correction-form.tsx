import type { Problem } from '@hearsay/ledger/questions/answers';
import { useEffect, useId, useRef, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { CERTAINTIES } from '../marks/certainty-legend.tsx';
import { CertaintyMark } from '../marks/certainty-mark.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { type Draft, isChanged } from './draft.ts';
import { type Edge, moveEdge } from './word-edges.ts';

const STANCES = ['acknowledges', 'distances', 'endorses'] as const;

/** Corrects an assertion, or adds one: its words, speaker, certainty, stance. */
export function CorrectionForm({
  draft,
  before,
  body,
  names,
  change,
  save,
  cancel,
  remove,
}: {
  draft: Draft;
  before: Draft | null;
  body: string;
  names: readonly string[];
  change: (draft: Draft) => void;
  save: (draft: Draft) => Promise<void>;
  cancel: () => void;
  remove: (ordinal: number) => Promise<void>;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const speaker = useRef<HTMLInputElement>(null);
  const id = useId();

  // Focus goes into the form, and back to where it came from when the form is gone.
  useEffect(() => {
    const from = document.activeElement;
    speaker.current?.focus();
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    };
  }, []);

  async function attempt(doing: () => Promise<void>) {
    setSaving(true);
    setProblem(null);
    try {
      await doing();
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setSaving(false);
    }
  }

  const { ordinal } = draft;
  const move = (edge: Edge, way: 'wider' | 'narrower') =>
    change({ ...draft, span: moveEdge(body, draft.span, edge, way) });
  return (
    <form
      className="correction"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        attempt(() => save(draft));
      }}
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
    >
      <h2 id={`${id}-title`}>{ordinal === null ? text.correction.add : text.correction.edit(ordinal + 1)}</h2>
      <fieldset className="span-field">
        <legend>{text.correction.words}</legend>
        <p className="words" dir="auto" aria-live="polite">
          {body.slice(draft.span.start, draft.span.end)}
        </p>
        <p className="hint">{text.correction.wordsHint}</p>
        <p className="edges">
          {(['start', 'end'] as const).map((edge) => (
            <span key={edge}>
              {text.correction[edge]}
              {(edge === 'start' ? (['wider', 'narrower'] as const) : (['narrower', 'wider'] as const)).map((way) => (
                <button
                  key={way}
                  type="button"
                  aria-label={`${text.correction[edge]}: ${text.correction[way]}`}
                  onClick={() => move(edge, way)}
                >
                  {(edge === 'start') === (way === 'wider') ? '←' : '→'}
                </button>
              ))}
            </span>
          ))}
        </p>
      </fieldset>
      <label htmlFor={`${id}-speaker`}>{text.correction.speaker}</label>
      <input
        ref={speaker}
        id={`${id}-speaker`}
        list={`${id}-names`}
        dir="auto"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={draft.speaker}
        onChange={(event) => change({ ...draft, speaker: event.target.value })}
      />
      <datalist id={`${id}-names`}>
        {[...new Set(names)].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className="hint" id={`${id}-hint`}>
        {text.correction.speakerHint}
      </p>
      <fieldset className="choices">
        <legend>{text.correction.certainty}</legend>
        {CERTAINTIES.map((certainty) => (
          <label key={certainty}>
            <input
              type="radio"
              name="certainty"
              checked={draft.certainty === certainty}
              onChange={() => change({ ...draft, certainty })}
            />
            <CertaintyMark certainty={certainty} />
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-stance`}>{text.correction.stance}</label>
      <select
        id={`${id}-stance`}
        value={draft.stance ?? ''}
        onChange={(event) =>
          change({ ...draft, stance: STANCES.find((stance) => stance === event.target.value) ?? null })
        }
      >
        <option value="">{text.stanceNone}</option>
        {STANCES.map((stance) => (
          <option key={stance} value={stance}>
            {text.stance[stance]}
          </option>
        ))}
      </select>
      {problem && <ProblemNotice problem={problem} />}
      <div className="buttons">
        <button type="submit" className="main" disabled={saving || !isChanged(draft, before)}>
          {text.correction.save}
        </button>
        <button type="button" onClick={cancel}>
          {text.correction.cancel}
        </button>
        {ordinal !== null && (
          <button type="button" className="danger" disabled={saving} onClick={() => attempt(() => remove(ordinal))}>
            {text.article.delete}
          </button>
        )}
      </div>
    </form>
  );
}
