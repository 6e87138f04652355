import { isUtf8 } from 'node:buffer';
import { MAX_LINE_BYTES, parseJsonLine, recordId, recordInput } from '@hearsay/input/article-record';
import { isBlank } from '@hearsay/input/binary';
import { InputError } from '@hearsay/input/input-error';
import { type Line, splitLines } from '@hearsay/input/split-lines';
import type { Incoming } from '../source.ts';
import { skip } from './skip.ts';

const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * The articles of JSON lines, `{"id", "text" or "html", "url"?, "outlet"?, "published"?, "title"?}`, a line at a time:
 * memory does not grow with their number. A line that is wrong is a skip of its own.
 */
export async function* jsonLines(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Incoming> {
  let read = 0;
  try {
    for await (const line of splitLines(bytes, MAX_LINE_BYTES)) {
      read = line.number;
      const whole = line.number === 1 ? withoutMark(line) : line;
      if (whole.bytes !== null && isBlank(whole.bytes)) continue;
      yield article(whole, `${name}:${line.number}`);
    }
  } catch (error) {
    yield skip(error, { input: name, place: `${name}:${read + 1}` });
  }
}

function article(line: Line, place: string): Incoming {
  let id: string | undefined;
  try {
    if (line.bytes !== null && !isUtf8(line.bytes)) {
      const way = 'convert the file: iconv -f windows-1252 -t utf-8';
      throw new InputError('encoding', `the line is not valid UTF-8, which JSON is written in; ${way}`);
    }
    const value = parseJsonLine(line);
    id = recordId(value);
    return { kind: 'article', input: recordInput(value), place };
  } catch (error) {
    return skip(error, { input: id ?? place, place });
  }
}

function withoutMark({ number, bytes }: Line): Line {
  return { number, bytes: bytes?.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes };
}
