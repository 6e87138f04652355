import type { Insert, Span } from '../reading.ts';

/**
 * Maps between the offsets of corpora (code points into the text as published, teasers and all) and those of a reading
 * (UTF-16 code units into the text with its inserts cut out).
 */
export interface OffsetMap {
  /** A corpus span in the reading's offsets: the part of it outside inserts; null where nothing of it is left. */
  toReading(span: Span): Span | null;
  /** A reading's span in corpus offsets. It then covers the inserts that stand inside it. */
  toCorpus(span: Span): Span;
}

/**
 * The map for one reading of `published`, the text as it came. Building it takes time linear in the text, a look-up
 * constant time.
 * @throws {Error} where the reading with its inserts put back is not `published`.
 */
export function offsetMap(published: string, reading: { text: string; inserts: readonly Insert[] }): OffsetMap {
  const unitOf = codePointStarts(published);
  const pointOf = codePointIndices(published);
  const { cutBefore, restoredAt } = cuts(published, reading);
  return {
    toReading: (span) => {
      const start = cutBefore[unitOf[span.start]];
      const end = cutBefore[unitOf[span.end]];
      return end > start ? { start, end } : null;
    },
    toCorpus: ({ start, end }) => ({
      start: pointOf[restoredAt[start]],
      // The last unit's place and not the offset after it, which may lie behind an insert.
      end: end > start ? pointOf[restoredAt[end - 1] + 1] : pointOf[restoredAt[start]],
    }),
  };
}

/** For each code point, and for the end, the code unit at which it begins. */
function codePointStarts(text: string): Int32Array {
  const starts = new Int32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit += unitsAt(text, unit)) starts[count++] = unit;
  starts[count] = text.length;
  return starts.subarray(0, count + 1);
}

/** For each code unit, and for the end, how many code points begin before it. */
function codePointIndices(text: string): Int32Array {
  const indices = new Int32Array(text.length + 1);
  let point = 0;
  for (let unit = 0; unit < text.length; ) {
    const units = unitsAt(text, unit);
    indices[unit] = point++;
    // A span that ends inside a surrogate pair takes the whole character.
    if (units === 2) indices[unit + 1] = point;
    unit += units;
  }
  indices[text.length] = point;
  return indices;
}

function unitsAt(text: string, unit: number): 1 | 2 {
  return text.codePointAt(unit)! > 0xffff ? 2 : 1;
}

/** Published unit to reading unit (inside an insert: where it stood), and reading unit to published unit. */
function cuts(published: string, { text, inserts }: { text: string; inserts: readonly Insert[] }) {
  const cutBefore = new Int32Array(published.length + 1);
  const restoredAt = new Int32Array(text.length + 1);
  let unit = 0;
  let at = 0;
  const keepUntil = (end: number): void => {
    if (published.slice(unit, unit + end - at) !== text.slice(at, end)) throw notLossless(at);
    for (; at < end; at++, unit++) {
      cutBefore[unit] = at;
      restoredAt[at] = unit;
    }
  };
  for (const insert of inserts) {
    keepUntil(insert.at);
    if (!published.startsWith(insert.text, unit)) throw notLossless(at);
    cutBefore.fill(at, unit, unit + insert.text.length);
    unit += insert.text.length;
  }
  keepUntil(text.length);
  if (unit !== published.length) throw notLossless(at);
  cutBefore[unit] = at;
  restoredAt[at] = unit;
  return { cutBefore, restoredAt };
}

function notLossless(at: number): Error {
  return new Error(`the reading's text and inserts do not add up to the published text, from offset ${at} on`);
}
