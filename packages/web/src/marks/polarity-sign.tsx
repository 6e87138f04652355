import type { Polarity } from '@hearsay/ledger/questions/answers';

/** The shape of a polarity in charts and lists: a disc for, a square against, a triangle observing. */
export function PolaritySign({ polarity }: { polarity: Polarity }) {
  return (
    <svg className={`polarity polarity-${polarity}`} viewBox="0 0 12 12" aria-hidden="true">
      <path d={polarityPath(polarity, 6, 6, 4.5)} />
    </svg>
  );
}

/** The same as a path around a point, `r` pixels large. */
export function polarityPath(polarity: Polarity | null, x: number, y: number, r: number): string {
  if (polarity === 'against') return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`;
  if (polarity === 'observing') return `M${x} ${y - r}L${x + r} ${y + r}H${x - r}z`;
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
