/** A stretch of text that carries a mark: UTF-16 offsets, end exclusive. */
export interface Mark<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** Plain text, or a mark around what stands in it. */
export type MarkNode<Value> =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'mark';
      readonly start: number;
      readonly end: number;
      readonly value: Value;
      /** Whether the mark begins and ends here; it does not where it is a piece of one that crosses another. */
      readonly opens: boolean;
      readonly closes: boolean;
      readonly children: readonly MarkNode<Value>[];
    };

/**
 * Lays marks out over the text between `start` and `end`, each inside the longer one that holds it. Marks may nest, touch and
 * cross in any way: one that crosses the end of another is cut in two there. What stands outside the range is cut off.
 */
export function markTree<Value>(start: number, end: number, marks: readonly Mark<Value>[]): MarkNode<Value>[] {
  const inside = marks
    .map((mark) => ({
      start: Math.max(start, mark.start),
      end: Math.min(end, mark.end),
      value: mark.value,
      opens: mark.start >= start,
      closes: mark.end <= end,
    }))
    .filter((piece) => piece.start < piece.end)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  return nest(start, end, inside);
}

interface Piece<Value> extends Mark<Value> {
  readonly opens: boolean;
  readonly closes: boolean;
}

/** `pieces` are sorted by start, longer first. */
function nest<Value>(start: number, end: number, pieces: readonly Piece<Value>[]): MarkNode<Value>[] {
  const nodes: MarkNode<Value>[] = [];
  let at = start;
  let rest = pieces;
  while (rest.length > 0) {
    const [outer, ...others] = rest as [Piece<Value>, ...Piece<Value>[]];
    if (outer.start > at) nodes.push({ kind: 'text', start: at, end: outer.start });
    const held: Piece<Value>[] = [];
    const after: Piece<Value>[] = [];
    for (const piece of others) {
      if (piece.start >= outer.end) after.push(piece);
      else if (piece.end <= outer.end) held.push(piece);
      else {
        held.push({ ...piece, end: outer.end, closes: false });
        after.push({ ...piece, start: outer.end, opens: false });
      }
    }
    nodes.push({ kind: 'mark', ...outer, children: nest(outer.start, outer.end, held) });
    at = outer.end;
    rest = after.sort((one, other) => one.start - other.start || other.end - one.end);
  }
  if (at < end) nodes.push({ kind: 'text', start: at, end });
  return nodes;
}
