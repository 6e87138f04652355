import type { StatusName } from '@hearsay/ledger/questions/answers';
import { text } from '../text/en.ts';

/** A shape for each status, so that colour is never alone: how many origins stand behind it, and whether they agree. */
const SHAPES: Record<StatusName, React.ReactNode> = {
  unconfirmed: <circle cx="8" cy="8" r="6" strokeDasharray="3 2.3" />,
  'single-origin': (
    <>
      <circle cx="8" cy="8" r="6" />
      <circle cx="8" cy="8" r="2.2" className="solid" />
    </>
  ),
  corroborated: (
    <>
      <circle cx="8" cy="8" r="7" className="solid" />
      <path d="M4.6 8.3l2.4 2.4 4.4-5" className="cutout" />
    </>
  ),
  disputed: (
    <>
      <path d="M8 1.2L14.8 8 8 14.8 1.2 8z" />
      <path d="M8 1.2L8 14.8 1.2 8z" className="solid" />
    </>
  ),
  denied: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="1.5" className="solid" />
      <path d="M4.5 8h7" className="cutout" />
    </>
  ),
  retracted: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1.5" />
      <path d="M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4" />
    </>
  ),
};

/** A claim's status: shape and word. */
export function StatusBadge({ status }: { status: StatusName }) {
  return (
    <span className={`status status-${status}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {text.status[status]}
    </span>
  );
}
