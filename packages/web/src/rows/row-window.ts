/** Which rows of a long list stand in view, and how much room the others take. */
export interface RowWindow {
  /** The first row to draw, and the one after the last. */
  readonly first: number;
  readonly last: number;
  /** Height of the rows that are not drawn, in pixels. */
  readonly before: number;
  readonly after: number;
}

/**
 * The rows between `top` and `bottom` (pixels from the start of the list). `heights` holds what was measured; a row that was
 * never drawn has 0 and counts as `estimate`. One pass: ten thousand rows cost some microseconds.
 */
export function rowWindow(
  heights: ArrayLike<number>,
  count: number,
  estimate: number,
  top: number,
  bottom: number,
): RowWindow {
  let first = 0;
  let last = 0;
  let before = 0;
  let height = 0;
  for (let row = 0; row < count; row++) {
    const start = height;
    height += heights[row] || estimate;
    if (height <= top && row < count - 1) {
      first = row + 1;
      before = height;
    }
    if (start < bottom) last = row + 1;
  }
  if (last <= first && count > 0) last = first + 1;
  let drawn = 0;
  for (let row = first; row < last; row++) drawn += heights[row] || estimate;
  return { first, last, before, after: height - before - drawn };
}
