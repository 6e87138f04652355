import type { Assertion, Reading } from '@hearsay/reader/reading';
import type { Mark } from '../marks/mark-tree.ts';

/** What a stretch of an article is to an assertion. */
export type ArticleMark =
  | { role: 'content'; ordinal: number; assertion: Assertion; first: boolean; last: boolean }
  | { role: 'source' | 'cue' | 'interpolation'; ordinal: number };

/** Every stretch of a reading that its assertions mark, in the order of the assertions. */
export function articleMarks(reading: Reading): Mark<ArticleMark>[] {
  return reading.assertions.flatMap((assertion, ordinal): Mark<ArticleMark>[] => [
    ...assertion.content.map(({ start, end }, segment) => ({
      start,
      end,
      value: {
        role: 'content' as const,
        ordinal,
        assertion,
        first: segment === 0,
        last: segment === assertion.content.length - 1,
      },
    })),
    ...(['source', 'cue'] as const).flatMap((role) =>
      assertion[role].map(({ start, end }) => ({ start, end, value: { role, ordinal } })),
    ),
    ...assertion.interpolations.map(({ start, end }) => ({
      start,
      end,
      value: { role: 'interpolation' as const, ordinal },
    })),
  ]);
}

/** The quotation marks that were mended, as they are drawn at the first and the last words of a content. */
export function mendedMarks(repaired: Assertion['repaired']): { opening: boolean; closing: boolean } {
  return {
    opening: repaired === 'opening' || repaired === 'both',
    closing: repaired === 'closing' || repaired === 'both',
  };
}
