/** One line of a stream, without its end. */
export interface Line {
  /** Counted from 1. */
  number: number;
  /** Null for a line that was too long to keep. */
  bytes: Buffer | null;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The lines of a stream, ended by LF or CRLF; never holds more than one line and one chunk. */
export async function* splitLines(stream: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    let from = 0;
    while (true) {
      const end = chunk.indexOf(LINE_FEED, from);
      const part = chunk.subarray(from, end === -1 ? chunk.length : end);
      size += part.length;
      if (size <= maxBytes) parts.push(part);
      else parts = [];
      if (end === -1) break;
      yield { number, bytes: size <= maxBytes ? withoutReturn(Buffer.concat(parts)) : null };
      number++;
      parts = [];
      size = 0;
      from = end + 1;
    }
  }
  if (size > 0) yield { number, bytes: size <= maxBytes ? withoutReturn(Buffer.concat(parts)) : null };
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}
