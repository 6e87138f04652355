import type { Assertion, Span } from '@hearsay/reader/reading';

/** A part of an assertion where it stands in the text. */
export interface Mark extends Span {
  role: 'source' | 'cue' | 'content';
  assertion: Assertion;
  /** Whether this is the first stretch of its assertion's content. */
  leads: boolean;
}

/** A stretch of text under the same marks throughout, outermost first. */
export interface Segment extends Span {
  marks: readonly Mark[];
}

/** Marks beyond this depth are left out: no page shows more, and a hostile text cannot make the work grow with the square. */
const MAX_DEPTH = 8;

/**
 * Cuts the text wherever a mark begins or ends, and at each of `cuts`. Marks may nest and cross; together the segments
 * cover the text from 0 to `length` once.
 */
export function markedSegments(length: number, assertions: readonly Assertion[], cuts: readonly number[]): Segment[] {
  const marks = assertions.flatMap(marksOf).sort((a, b) => a.start - b.start || b.end - a.end);
  const bounds = [0, length, ...cuts, ...marks.flatMap(({ start, end }) => [start, end])];
  const ordered = Int32Array.from(new Set(bounds)).sort();

  const segments: Segment[] = [];
  let active: Mark[] = [];
  let next = 0;
  for (let at = 0; at + 1 < ordered.length; at++) {
    const start = ordered[at];
    active = active.filter(({ end }) => end > start);
    for (; next < marks.length && marks[next].start === start; next++) {
      if (active.length < MAX_DEPTH) active.push(marks[next]);
    }
    segments.push({ start, end: ordered[at + 1], marks: [...active] });
  }
  return segments;
}

function marksOf(assertion: Assertion): Mark[] {
  const role = (spans: readonly Span[], role: Mark['role']): Mark[] =>
    spans
      .filter(({ start, end }) => end > start)
      .map(({ start, end }, at) => ({ start, end, role, assertion, leads: role === 'content' && at === 0 }));
  return [...role(assertion.content, 'content'), ...role(assertion.source, 'source'), ...role(assertion.cue, 'cue')];
}
