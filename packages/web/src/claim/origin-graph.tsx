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
import { type GraphLayout, layoutGraph, type Placed } from './graph-layout.ts';

/** Height of a lane; on a narrow page the source's name stands over its lane. */
const LANE = 38;
const NARROW_LANE = 58;
const NAME_LINE = 20;
/** Room for the sources' names beside their lanes. */
const NAMES = 200;
const NARROW = 560;
/** Where articles without a date stand, after the sources; their copies beside them. */
const UNDATED = 20;
const UNDATED_COPY = 36;
/** Room for the axis. */
const FOOT = 24;

/** Sources before the axis, on it the articles that heard them, smaller the copies on the lane of their origin. */
export default function OriginGraphChart({ graph }: { graph: OriginGraph }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div ref={box} className="chart origin-graph">
      {width > 0 && <Drawing layout={layoutGraph(graph)} width={width} />}
    </div>
  );
}

function Drawing({ layout, width }: { layout: GraphLayout; width: number }) {
  const narrow = width < NARROW;
  const left = narrow ? 12 : NAMES;
  const first = left + (isAnyUndated(layout) ? UNDATED + 40 : 40);
  const scale = timeScale(layout.span ?? [0, 0], first, Math.max(first + 40, width - 16));
  const lane = narrow ? NARROW_LANE : LANE;
  const top = (place: number) => place * lane;
  const y = (place: number) => top(place) + (narrow ? NAME_LINE + (lane - NAME_LINE) / 2 : lane / 2);
  const x = ({ node: { kind, at } }: Placed) => {
    if (kind === 'source') return left;
    return at === null ? left + (kind === 'copy' ? UNDATED_COPY : UNDATED) : scale(new Date(at));
  };
  const height = layout.lanes * lane;
  const path = link(curveBumpX);
  const count = layout.sources.length + layout.articles.length + layout.copies.length;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a picture has no element of its own
    <svg width={width} height={height + FOOT} role="group" aria-label={text.claim.graphLabel(count)}>
      {layout.span !== null && <TimeAxis scale={scale} height={height} />}
      {layout.edges.map((place) => (
        <line key={place} className="lane-edge" x2={width} y1={top(place)} y2={top(place)} />
      ))}
      {layout.links.map(({ from, to, kind }) => (
        <path
          key={`${from.node.id} ${to.node.id} ${kind}`}
          className={`link link-${kind}`}
          d={path({ source: [x(from), y(from.lane)], target: [x(to), y(to.lane)] }) ?? ''}
        />
      ))}
      {layout.sources.map(({ node, lane: place }) => (
        <g key={node.id}>
          <circle className="source-end" cx={left} cy={y(place)} r={2.5} />
          <foreignObject x={0} y={top(place)} width={narrow ? width : NAMES - 10} height={narrow ? NAME_LINE : lane}>
            <div className="lane-name">
              {node.entityId === null ? (
                <bdi>{node.label}</bdi>
              ) : (
                <Link href={hrefs.entity(node.entityId)} dir="auto">
                  {node.label}
                </Link>
              )}
            </div>
          </foreignObject>
        </g>
      ))}
      {layout.unsourced !== null && (
        <text className="no-source" x={0} y={narrow ? top(layout.unsourced) + 14 : y(layout.unsourced) + 4}>
          {text.claim.noSource}
        </text>
      )}
      {[...layout.copies, ...layout.articles].map((placed) => (
        <GraphMark key={placed.node.id} placed={placed} x={x(placed)} y={y(placed.lane)} right={width} />
      ))}
    </svg>
  );
}

function isAnyUndated({ articles, copies }: GraphLayout): boolean {
  return [...articles, ...copies].some(({ node }) => node.at === null);
}

function GraphMark({ placed: { node }, x, y, right }: { placed: Placed; x: number; y: number; right: number }) {
  const copy = node.kind === 'copy';
  const when = node.at === null ? text.evidence.undated : formatMoment(new Date(node.at), true);
  const polarity = node.polarity === null ? '' : text.polarity[node.polarity];
  const label = [node.label, text.claim.node[node.kind], polarity, when].filter((part) => part !== '').join(', ');
  const before = x > right - 150;
  const mark = (
    <>
      <circle cx={x} cy={y} r={12} className="reach" />
      <path
        className={`mark ${node.kind} polarity-${node.polarity ?? 'both'}`}
        d={polarityPath(node.polarity, x, y, copy ? 4 : 6.5)}
      >
        {copy && <title>{label}</title>}
      </path>
      {!copy && (
        <text className="mark-label" x={before ? x - 8 : x + 8} y={y - 9} textAnchor={before ? 'end' : 'start'}>
          {node.label}
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
