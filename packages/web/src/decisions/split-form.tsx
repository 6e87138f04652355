import './decisions.css';
import type { Problem } from '@hearsay/ledger/questions/answers';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import type { Picking } from './picking.ts';

/** Lists whose rows can be ticked, and taken out into one of their own: by the button, or with Enter on a tick. */
export function SplitForm<Item>({
  picking,
  total,
  words,
  split,
  children,
}: {
  picking: Picking<Item>;
  /** How many there are: not all of them can be taken out. */
  total: number;
  words: { begin: string; hint: string; split: (n: number) => string };
  split: (items: readonly Item[]) => Promise<void>;
  children: ReactNode;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const bar = useRef<HTMLFieldSetElement>(null);
  const begin = useRef<HTMLButtonElement>(null);
  const { isOn, items } = picking;
  const wasOn = useRef(false);
  useEffect(() => {
    if (isOn !== wasOn.current) (isOn ? bar : begin).current?.focus();
    wasOn.current = isOn;
  }, [isOn]);
  const canSplit = items.length > 0 && items.length < total;

  async function takeOut(event: React.FormEvent) {
    event.preventDefault();
    if (!canSplit) return;
    setProblem(null);
    try {
      await split(items);
      picking.end();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  if (total < 2) return children;
  return (
    <form onSubmit={takeOut} onKeyDown={(event) => isOn && event.key === 'Escape' && picking.end()}>
      {isOn ? (
        <fieldset ref={bar} tabIndex={-1} className="split-bar">
          <legend className="unseen">{words.begin}</legend>
          <p className="hint">{words.hint}</p>
          <div className="buttons">
            <button type="submit" className="main" disabled={!canSplit}>
              {words.split(items.length)}
            </button>
            <button type="button" onClick={picking.end}>
              {text.decisions.cancel}
            </button>
          </div>
          {problem && <ProblemNotice problem={problem} />}
        </fieldset>
      ) : (
        <button ref={begin} type="button" className="quiet split-begin" onClick={picking.begin}>
          {words.begin}
        </button>
      )}
      {children}
    </form>
  );
}

/** A row that can be ticked while rows are picked; its items go together. */
export function Pick<Item>({
  picking,
  items,
  label,
  children,
}: {
  picking: Picking<Item>;
  items: readonly Item[];
  label: string;
  children: ReactNode;
}) {
  if (!picking.isOn) return children;
  const on = items.filter((item) => picking.has(item)).length;
  return (
    <div className="pick">
      <input
        type="checkbox"
        aria-label={label}
        ref={(box) => {
          if (box !== null) box.indeterminate = on > 0 && on < items.length;
        }}
        checked={on === items.length}
        onChange={(event) => picking.tick(items, event.target.checked)}
      />
      <div>{children}</div>
    </div>
  );
}
