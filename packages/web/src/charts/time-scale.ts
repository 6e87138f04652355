import { type ScaleTime, scaleTime } from 'd3-scale';

const HALF_A_DAY = 12 * 60 * 60 * 1000;

/** A scale over some moments, with a little room at both ends, and some even where there is only one moment. */
export function timeScale(moments: readonly number[], left: number, right: number): ScaleTime<number, number> {
  const from = Math.min(...moments);
  const to = Math.max(...moments);
  const room = Math.max(HALF_A_DAY / 2, (to - from) * 0.02);
  return scaleTime([from - room, to + room], [left, right]);
}
