import type { OriginGraph } from '@hearsay/ledger/questions/answers';
import { curveBumpX, link } from 'd3-shape';
import { useRef } from 'react';
import { TimeAxis } from '../charts/time-axis.tsx';
import { timeScale } from '../charts/time-scale.ts';
import { useWidth } from '../charts/width.ts';
import { polarityPath } from '../marks/polarity-sign.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { formatMoment } from '../time/moment.tsx';
import { layoutGraph, type Placed } from './graph-layout.ts';

const LANE = 34;
/** Room for the sources' names; a narrow chart puts them over their lanes instead. */
const NAMES = 190;
const NARROW = 560;
const NAME_LINE = 20;

/** Sources before the axis, on it the articles that heard them, smaller the copies on the lane of their origin. */
export default function OriginGraphChart({ graph }: { graph: OriginGraph }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const layout = layoutGraph(graph);
  const narrow = width < NARROW;
  const left = narrow ? 26 : NAMES;
  const moments = layout.span ?? [0, 0];
  const scale = timeScale(moments, left + 16, Math.max(left + 60, width - 16));

  const groupOf = (lane: number) =>
    layout.groups.findIndex(({ first, lanes }) => lane >= first && lane < first + lanes);
  const y = (lane: number) =>
    (narrow ? ((groupOf(lane) === -1 ? layout.groups.length - 1 : groupOf(lane)) + 1) * NAME_LINE : 0) +
    (lane + 0.5) * LANE;
  const height = y(layout.lanes - 1) + LANE / 2;
  const x = ({ node }: Placed) => (node.kind === 'source' || node.at === null ? left - 6 : scale(new Date(node.at)));
  const path = link(curveBumpX);

  return (
    <div ref={box} className="chart origin-graph">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of links inside a picture has no element of its own
        <svg width={width} height={height + 24} role="group" aria-label={text.claim.graphLabel(graph.nodes.length)}>
          <TimeAxis scale={scale} height={height} />
          {layout.groups.map(({ source, first, lanes }) => (
            <g key={source?.id ?? ''}>
              <line
                className="lane-edge"
                x1={0}
                x2={width}
                y1={y(first) - LANE / 2 - (narrow ? NAME_LINE : 0)}
                y2={y(first) - LANE / 2 - (narrow ? NAME_LINE : 0)}
              />
              <foreignObject
                x={0}
                y={narrow ? y(first) - LANE / 2 - NAME_LINE + 2 : y(first) - LANE / 2}
                width={narrow ? width : NAMES - 16}
                height={narrow ? NAME_LINE : Math.max(LANE, lanes * LANE)}
              >
                <div className="lane-name">
                  {source?.entityId ? (
                    <Link href={hrefs.entity(source.entityId)} dir="auto">
                      {source.label}
                    </Link>
                  ) : (
                    <bdi>{source?.label ?? text.claim.noSource}</bdi>
                  )}
                </div>
              </foreignObject>
            </g>
          ))}
          {layout.links.map(({ from, to, kind }) => (
            <path
              key={`${from.node.id} ${to.node.id} ${kind}`}
              className={`link link-${kind}`}
              d={path({ source: [x(from), y(from.lane)], target: [x(to), y(to.lane)] }) ?? ''}
            />
          ))}
          {[...layout.placed]
            .filter(({ node }) => node.kind !== 'source')
            .sort((one, other) => Number(one.node.kind === 'article') - Number(other.node.kind === 'article'))
            .map((placed) => (
              <GraphMark key={placed.node.id} placed={placed} x={x(placed)} y={y(placed.lane)} right={width} />
            ))}
        </svg>
      )}
    </div>
  );
}

function GraphMark({ placed, x, y, right }: { placed: Placed; x: number; y: number; right: number }) {
  const { node } = placed;
  const copy = node.kind === 'copy';
  const when = node.at === null ? '' : formatMoment(new Date(node.at), true);
  const polarity = node.polarity === null ? '' : text.polarity[node.polarity];
  const label = [node.label, text.claim.node[node.kind], polarity, when].filter((part) => part !== '').join(', ');
  const mark = (
    <>
      <title>{label}</title>
      <circle cx={x} cy={y} r={12} className="reach" />
      <path
        className={`mark ${node.kind} polarity-${node.polarity ?? 'observing'}`}
        d={polarityPath(node.polarity, x, y, copy ? 4 : 6.5)}
      />
      {!copy && (
        <text
          className="mark-label"
          x={x < right - 130 ? x + 11 : x - 11}
          y={y - 7}
          textAnchor={x < right - 130 ? 'start' : 'end'}
        >
          {node.label.length > 24 ? `${node.label.slice(0, 23)}…` : node.label}
        </text>
      )}
    </>
  );
  if (node.articleId === null) return <g>{mark}</g>;
  return (
    <Link href={hrefs.article(node.articleId)} aria-label={label}>
      {mark}
    </Link>
  );
}
