import type { Scene } from './features.ts';

/**
 * A content's tokens without what somebody in it says by the way: "released a tape three days after Verran said that he had
 * been killed" says nothing of his death itself. What it is all about is kept: "that Verran had said that he was killed".
 */
export function withoutAsides(
  { reading: { assertions }, tree }: Pick<Scene, 'reading' | 'tree'>,
  ordinal: number,
  contents: readonly (readonly number[])[],
): readonly number[] {
  const content = contents[ordinal];
  const { head } = tree.language;
  const inside = new Set(content);
  const left = new Set<number>();
  for (const [other, { within }] of assertions.entries()) {
    if (within !== assertions[ordinal].id) continue;
    const nested = new Set(contents[other]);
    // A cue that hangs on nothing in the content is what the content is all about.
    const isAside = contents[other].every((token) => {
      const cue = head[token];
      return nested.has(cue) || (inside.has(cue) && inside.has(head[cue]));
    });
    if (isAside) for (const token of nested) left.add(token);
  }
  return left.size === 0 || left.size === content.length ? content : content.filter((token) => !left.has(token));
}
