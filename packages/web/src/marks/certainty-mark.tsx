import type { Evidence } from '@hearsay/ledger/questions/answers';
import { text } from '../text/en.ts';

type Certainty = Evidence['certainty'];

/** The class that draws a certainty: colour and kind of underline. */
export function certaintyClass(certainty: Certainty): string {
  return `certainty ${certainty === 'Uu' ? 'uu' : certainty.toLowerCase().replace('+', '-so').replace(/-$/, '-not')}`;
}

/** A certainty as FactBank writes it, with the word for it. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  return (
    <span className="certainty-mark">
      <span className={certaintyClass(certainty)}>{certainty}</span> {text.certainty[certainty]}
    </span>
  );
}
