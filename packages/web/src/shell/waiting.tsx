import { text } from '../text/en.ts';

/** Where a page will stand. It fades in late, so that quick answers show no flicker. */
export function Waiting() {
  return (
    <div className="waiting" role="status">
      <span className="unseen">{text.waiting}</span>
      <div className="waiting-title" />
      <div className="waiting-line" />
      <div className="waiting-line" />
      <div className="waiting-line short" />
    </div>
  );
}
