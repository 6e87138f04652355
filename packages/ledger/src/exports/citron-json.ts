import type { Reading, Span } from '@hearsay/reader/reading';

/** A span with its words, as BBC R&D's Citron writes them; offsets count Unicode code points, as Python's do. */
interface CitronSpan {
  start: number;
  end: number;
  text: string;
}

/** One article in the annotation format of Citron (github.com/bbc/citron, docs/data_format.md). */
export interface CitronDocument {
  text: string;
  quotes: {
    id: string;
    cue: CitronSpan;
    sources: CitronSpan[];
    contents: CitronSpan[];
    confidence: number;
  }[];
  coreference_groups: CitronSpan[][];
}

/** The assertions of a reading that have a cue, which Citron requires, and its actors as groups of mentions. Pure. */
export function citronDocument({ text, assertions, actors }: Reading): CitronDocument {
  const codePoints = codePointOffsets(text);
  const spanOf = ({ start, end }: Span): CitronSpan => ({
    start: codePoints[start],
    end: codePoints[end],
    text: text.slice(start, end),
  });
  return {
    text,
    quotes: assertions.flatMap(({ id, cue, source, content, confidence }) =>
      cue.length === 0
        ? []
        : [{ id, cue: spanOf(around(cue)), sources: source.map(spanOf), contents: content.map(spanOf), confidence }],
    ),
    coreference_groups: actors.map(({ mentions }) => mentions.map(spanOf)),
  };
}

function around(spans: readonly Span[]): Span {
  return { start: spans[0].start, end: spans[spans.length - 1].end };
}

/** UTF-16 offset to code point offset, for every offset of the text. */
function codePointOffsets(text: string): Int32Array {
  const offsets = new Int32Array(text.length + 1);
  let points = 0;
  for (let at = 0; at < text.length; at++) {
    offsets[at] = points;
    const isLowHalf = at > 0 && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
    if (isLowHalf) offsets[at] = points - 1;
    else points++;
  }
  offsets[text.length] = points;
  return offsets;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
