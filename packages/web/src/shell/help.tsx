import { useEffect, useRef, useState } from 'react';
import { CertaintyLegend } from '../marks/certainty-legend.tsx';
import { StatusBadge } from '../marks/status-badge.tsx';
import { text } from '../text/en.ts';
import { keysAreOn, turnKeys } from './keys.ts';

const STATUSES = ['unconfirmed', 'single-origin', 'corroborated', 'disputed', 'denied', 'retracted'] as const;

/** The keys, the marks and the statuses, as a dialog. */
export function Help({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(keysAreOn);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={close}>
      <header className="help-head">
        <h2 id="help-title">{text.help.title}</h2>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {text.help.close}
        </button>
      </header>
      <dl className="keys">
        {text.help.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="tick">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            turnKeys(event.target.checked);
            setOn(event.target.checked);
          }}
        />
        {text.help.on}
      </label>
      <h3>{text.help.marks}</h3>
      <CertaintyLegend />
      <h3>{text.help.statuses}</h3>
      <dl className="statuses">
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <StatusBadge status={status} />
            </dt>
            <dd>{text.help.statusMeaning[status]}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
