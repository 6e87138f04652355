import { createReadStream } from 'node:fs';
import { MAX_LINE_BYTES, parseJsonLine, recordId, recordInput } from '@hearsay/input/article-record';
import { fileError } from '@hearsay/input/file-error';
import { describeFailure, InputError } from '@hearsay/input/input-error';
import { type Line, splitLines } from '@hearsay/input/split-lines';
import type { Model } from '@hearsay/reader/model/model';
import { read } from '@hearsay/reader/read';
import { complain, print } from './output.ts';
import type { ReadOptions } from './read-options.ts';

/**
 * Reads JSON lines and prints a reading or an error for each, in order, one at a time: memory does not grow with their
 * number. Returns whether all were read.
 */
export async function readLines(names: readonly string[], options: ReadOptions, model: Model): Promise<boolean> {
  let whole = true;
  for (const name of names) {
    try {
      if (/^https?:\/\//i.test(name)) {
        throw new InputError(
          'url',
          '--jsonl reads files and standard input; fetch it first: curl -s URL | hearsay read --jsonl',
        );
      }
      const stream = name === '-' ? process.stdin : createReadStream(name);
      for await (const line of splitLines(stream, MAX_LINE_BYTES)) {
        if (line.bytes?.length === 0) continue;
        const answer = readLine(line, options, model);
        if ('error' in answer) whole = false;
        await print(`${JSON.stringify(answer)}\n`);
      }
    } catch (error) {
      complain(name, fileError(error).message);
      whole = false;
    }
  }
  return whole;
}

function readLine(line: Line, options: ReadOptions, model: Model) {
  let id = `line ${line.number}`;
  try {
    const value = parseJsonLine(line);
    id = recordId(value) ?? id;
    return read(recordInput(value, options), model);
  } catch (error) {
    return { id, error: describeFailure(error) };
  }
}
