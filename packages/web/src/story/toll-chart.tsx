import type { Toll } from '@hearsay/ledger/questions/answers';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { useRef } from 'react';
import { placeLabels } from '../charts/label-places.ts';
import { TimeAxis } from '../charts/time-axis.tsx';
import { timeScale } from '../charts/time-scale.ts';
import { useWidth } from '../charts/width.ts';
import { text } from '../text/en.ts';
import { formatMoment } from '../time/moment.tsx';

const HEIGHT = 170;
const FIGURES = 44;
/** Width of a bold digit in a chart. */
const DIGIT = 7.5;

/** One quantity over time: each figure as it was reported, a bar where a range was given, the line through the latest. */
export default function TollChart({ toll }: { toll: Toll }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const points = [...toll.points].sort((one, other) => one.at.localeCompare(other.at));
  const x = timeScale(
    points.map(({ at }) => Date.parse(at)),
    FIGURES,
    Math.max(FIGURES + 60, width - 14),
  );
  const y = scaleLinear([0, Math.max(1, ...points.map(({ low, high }) => high ?? low))], [HEIGHT, 24]).nice(4);
  const steps = line<(typeof points)[number]>(
    ({ at }) => x(new Date(at)),
    ({ low, high }) => y((low + (high ?? low)) / 2),
  ).curve(curveStepAfter);

  const marks = points.map((point) => ({
    x: x(new Date(point.at)),
    top: y(point.high ?? point.low),
    bottom: y(point.low),
    width: figureOf(point).length * DIGIT,
  }));
  const labels = placeLabels(marks, inOrderOfNote(points), { left: FIGURES, right: width, bottom: HEIGHT });

  return (
    <div ref={box} className="chart toll-chart">
      {width > 0 && (
        <svg width={width} height={HEIGHT + 24} role="img" aria-label={text.story.tollAxis(toll.label)}>
          <TimeAxis scale={x} height={HEIGHT} />
          {y.ticks(4).map((tick) => (
            <g key={tick} transform={`translate(0,${y(tick)})`}>
              <line className="lane-edge" x1={FIGURES} x2={width} />
              <text x={FIGURES - 8} y={4} textAnchor="end">
                {text.number(tick)}
              </text>
            </g>
          ))}
          <path className="toll-line" d={steps(points) ?? ''} />
          {points.map((point, place) => {
            const at = x(new Date(point.at));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: one article can give several figures
              <g key={`${point.articleId} ${place}`} className="toll-point">
                <title>{`${point.words}. ${point.speaker ?? text.noSpeaker}, ${formatMoment(new Date(point.at), true)}`}</title>
                {point.high !== null && point.high !== point.low ? (
                  <rect
                    x={at - 4}
                    width={8}
                    y={y(point.high)}
                    height={Math.max(4, y(point.low) - y(point.high))}
                    rx={2}
                  />
                ) : (
                  <circle cx={at} cy={y(point.low)} r={4.5} />
                )}
              </g>
            );
          })}
          {labels.map(
            (label, place) =>
              label !== null && (
                // biome-ignore lint/suspicious/noArrayIndexKey: the label of the point in this place
                <text key={place} className="toll-label" x={label.x} y={label.y} textAnchor="middle">
                  {figureOf(points[place])}
                </text>
              ),
          )}
        </svg>
      )}
    </div>
  );
}

/** Whose figures are told first where there is no room for all: the latest, the first, the highest and lowest, then each in turn. */
function inOrderOfNote(points: Toll['points']): number[] {
  const least = points.findIndex(({ low }) => low === Math.min(...points.map((point) => point.low)));
  const high = Math.max(...points.map((point) => point.high ?? point.low));
  const most = points.findIndex((point) => (point.high ?? point.low) === high);
  const told = new Map([points.length - 1, 0, most, least, ...points.keys()].map((place) => [place, points[place]]));
  // What two reports of one moment both say is told once.
  const said = new Set<string>();
  return [...told].flatMap(([place, point]) => {
    const words = `${point.at} ${figureOf(point)}`;
    if (said.has(words)) return [];
    said.add(words);
    return [place];
  });
}

/** "23", "40–60". */
function figureOf({ low, high }: Toll['points'][number]): string {
  return high === null || high === low ? text.number(low) : `${text.number(low)}–${text.number(high)}`;
}
