/** A mark, and the words that would stand centred over it. */
export interface Labelled {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the words. */
  readonly width: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Height of figures, and how far they stand from their mark, in pixels. */
const HEIGHT = 10;
const OFF = 5;
/** Half of a mark's width. */
const HALF_MARK = 4;
/** Between two labels. */
const GAP = 3;

/**
 * The feet of labels that touch neither one another nor a mark: over the mark, else under it; null where neither has room. Those
 * that come first in `order` choose first, those that are not in it have no label.
 */
export function placeLabels(
  marks: readonly Labelled[],
  order: readonly number[],
  chart: { left: number; right: number; bottom: number },
): ({ x: number; y: number } | null)[] {
  const taken: Box[] = marks.map(({ x, top, bottom }) => ({
    left: x - HALF_MARK,
    right: x + HALF_MARK,
    top: top - HALF_MARK,
    bottom: bottom + HALF_MARK,
  }));
  const placed: ({ x: number; y: number } | null)[] = marks.map(() => null);
  for (const at of order) {
    const { x: middle, top, bottom, width } = marks[at];
    const x = Math.min(Math.max(middle, chart.left + width / 2), chart.right - width / 2);
    const y = [top - HALF_MARK - OFF, bottom + HALF_MARK + OFF + HEIGHT].find((foot) => {
      const box = { left: x - width / 2 - GAP, right: x + width / 2 + GAP, top: foot - HEIGHT, bottom: foot };
      return foot <= chart.bottom && taken.every((other) => !meet(box, other));
    });
    if (y === undefined) continue;
    placed[at] = { x, y };
    taken.push({ left: x - width / 2, right: x + width / 2, top: y - HEIGHT, bottom: y });
  }
  return placed;
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
