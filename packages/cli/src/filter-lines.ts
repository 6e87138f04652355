import { createReadStream } from 'node:fs';
import { MAX_LINE_BYTES, parseJsonLine, recordId } from '@hearsay/input/article-record';
import { fileError } from '@hearsay/input/file-error';
import { describeFailure } from '@hearsay/input/input-error';
import { splitLines } from '@hearsay/input/split-lines';
import { complain, print } from './output.ts';

/** What stands in the place of a line that could not be taken. */
export interface LineFailure {
  id: string;
  error: { code: string; message: string };
}

/**
 * Gives each JSON line of the inputs (`-` is standard input, also the default) to `take`, in order, one at a time, with its
 * id ("line 17" where it has none). A line that fails goes to `failed`, which prints it unless told otherwise, and the rest goes
 * on. Returns whether all were taken.
 */
export async function filterLines(
  inputs: readonly string[],
  take: (value: unknown, id: string) => Promise<void> | void,
  failed: (failure: LineFailure) => Promise<void> | void = (failure) => print(`${JSON.stringify(failure)}\n`),
): Promise<boolean> {
  let whole = true;
  for (const name of inputs.length === 0 ? ['-'] : inputs) {
    try {
      const stream = name === '-' ? process.stdin : createReadStream(name);
      for await (const line of splitLines(stream, MAX_LINE_BYTES)) {
        if (line.bytes?.length === 0) continue;
        let id = `line ${line.number}`;
        try {
          const value = parseJsonLine(line);
          id = recordId(value) ?? id;
          await take(value, id);
        } catch (error) {
          whole = false;
          await failed({ id, error: describeFailure(error) });
        }
      }
    } catch (error) {
      complain(name, fileError(error).message);
      whole = false;
    }
  }
  return whole;
}
