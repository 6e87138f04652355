import type { ClaimAnswer } from '@hearsay/ledger/questions/answers';
import { useRef } from 'react';
import { TimeAxis } from '../charts/time-axis.tsx';
import { timeScale } from '../charts/time-scale.ts';
import { useWidth } from '../charts/width.ts';
import { CERTAINTIES } from '../marks/certainty-legend.tsx';
import { polarityPath } from '../marks/polarity-sign.tsx';
import { text } from '../text/en.ts';
import { formatMoment } from '../time/moment.tsx';

const LINE = 26;
const NAMES = 116;

/** How firmly each piece of evidence holds the claim itself, over time: certain at the top, certainly not at the foot. */
export default function CertaintyChart({ points }: { points: ClaimAnswer['certainty'] }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const moments = points.map(({ at }) => Date.parse(at));
  const scale = timeScale(moments, NAMES + 10, Math.max(NAMES + 60, width - 14));
  const y = (certainty: (typeof CERTAINTIES)[number]) => (CERTAINTIES.indexOf(certainty) + 0.5) * LINE;
  const height = CERTAINTIES.length * LINE;
  return (
    <div ref={box} className="chart certainty-chart">
      {width > 0 && (
        <svg width={width} height={height + 24} role="img" aria-label={text.claim.certainty}>
          <TimeAxis scale={scale} height={height} />
          {CERTAINTIES.map((certainty) => (
            <g key={certainty}>
              <line className="lane-edge" x1={NAMES} x2={width} y1={y(certainty)} y2={y(certainty)} />
              <text x={0} y={y(certainty) + 4}>
                {text.certainty[certainty]}
              </text>
            </g>
          ))}
          {points.map(({ at, ofClaim, polarity, articleId }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one article can hold several of the same moment
            <g key={`${articleId} ${place}`}>
              <title>{`${text.polarity[polarity]}, ${text.certainty[ofClaim]}, ${formatMoment(new Date(at), true)}`}</title>
              <path
                className={`mark polarity-${polarity}`}
                d={polarityPath(polarity, scale(new Date(at)), y(ofClaim), 5)}
              />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
