import type { ScaleTime } from 'd3-scale';
import { text } from '../text/en.ts';

/** Pixels between two ticks, at least. */
const TICK_ROOM = 90;
/** A label nearer to an end than this would stand out of the chart. */
const EDGE = 26;
const DAY = 24 * 60 * 60 * 1000;

const days = new Intl.DateTimeFormat(text.dates, { day: 'numeric', month: 'short' });
const hours = new Intl.DateTimeFormat(text.dates, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const months = new Intl.DateTimeFormat(text.dates, { month: 'short', year: 'numeric' });

/** The axis of time at the foot of a chart, with a faint line through it at each tick. */
export function TimeAxis({ scale, height }: { scale: ScaleTime<number, number>; height: number }) {
  const [left = 0, right = 0] = scale.range();
  const [from, to] = scale.domain();
  const length = Number(to) - Number(from);
  const format = length > 300 * DAY ? months : length > 3 * DAY ? days : hours;
  const room = format === hours ? TICK_ROOM * 1.4 : TICK_ROOM;
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / room))).filter(
    // A day stands where it begins, not at its noon.
    (tick) => format === hours || tick.getHours() === 0,
  );
  const shown: Date[] = [];
  for (const tick of ticks) {
    const last = shown.at(-1);
    if (last === undefined || (format.format(last) !== format.format(tick) && scale(tick) - scale(last) > room * 0.7)) {
      shown.push(tick);
    }
  }
  return (
    <g className="axis">
      {shown.map((tick) => (
        <g key={tick.getTime()} transform={`translate(${scale(tick)},0)`}>
          <line y2={height} />
          {scale(tick) > left + EDGE && scale(tick) < right - EDGE && (
            <text y={height + 16} textAnchor="middle">
              {format.format(tick)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
