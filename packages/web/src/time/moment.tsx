import { text } from '../text/en.ts';

const SHORT = new Intl.DateTimeFormat(text.dates, { day: 'numeric', month: 'short', year: 'numeric' });
const LONG = new Intl.DateTimeFormat(text.dates, { dateStyle: 'long', timeStyle: 'short' });
const CLOCK = new Intl.DateTimeFormat(text.dates, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as the reader's clock has it; to the minute where `exact`. */
export function Moment({ at, exact = false }: { at: string; exact?: boolean }) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span>{at}</span>;
  return (
    <time dateTime={at} title={LONG.format(date)}>
      {formatMoment(date, exact)}
    </time>
  );
}

export function formatMoment(date: Date, exact: boolean): string {
  return (exact ? CLOCK : SHORT).format(date);
}
