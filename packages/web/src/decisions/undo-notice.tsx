import { useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { Key } from '../marks/key.tsx';
import { useKeys } from '../shell/keys.ts';
import { text } from '../text/en.ts';
import { undo, useUndoable } from './decisions.ts';

/** Offers to take the last decision back, by button or with `u`. `undone` is called when the pages should ask again. */
export function UndoNotice({ undone }: { undone: () => void }) {
  const undoable = useUndoable();
  const last = undoable.at(-1);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [said, setSaid] = useState('');

  async function takeBack() {
    if (last === undefined) {
      setSaid(text.decisions.nothing);
      return;
    }
    try {
      await undo(last.id);
      setSaid(`${text.decisions.undone}: ${last.words}`);
      undone();
    } catch (thrown) {
      setSaid(`${text.decisions.failed}. ${problemOf(thrown).title}`);
    }
  }
  useKeys({ u: takeBack });

  return (
    <div className="notice-place" role="status">
      {last !== undefined && dismissed !== last.id && (
        <div className="notice">
          <span>{last.words}</span>
          <button type="button" onClick={takeBack}>
            {text.decisions.undo} <Key name="u" />
          </button>
          <button type="button" className="quiet" onClick={() => setDismissed(last.id)}>
            {text.decisions.dismiss}
          </button>
        </div>
      )}
      {last === undefined && said && (
        <div className="notice">
          <span>{said}</span>
          <button type="button" className="quiet" onClick={() => setSaid('')}>
            {text.decisions.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
