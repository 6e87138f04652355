import { createReadStream } from 'node:fs';
import { MAX_LINE_BYTES, parseJsonLine, recordId, recordInput } from '@hearsay/input/article-record';
import { fileError } from '@hearsay/input/file-error';
import { describeFailure } from '@hearsay/input/input-error';
import { type Line, splitLines } from '@hearsay/input/split-lines';
import { ClaimFinder } from '@hearsay/ledger/claims/find-claims';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { complain, print } from './output.ts';

/**
 * Reads JSON lines, one article each, and prints after the last one every claim with its assertions. What could not be read
 * gives an error line of its own, at once. Returns whether all were read.
 */
export async function runClaims(inputs: readonly string[]): Promise<boolean> {
  const finder = new ClaimFinder();
  const model = loadModel();
  let whole = true;

  const take = async (line: Line): Promise<void> => {
    let id = `line ${line.number}`;
    try {
      const value = parseJsonLine(line);
      id = recordId(value) ?? id;
      finder.add(readAnalysed({ ...recordInput(value, {}), id }, model));
    } catch (error) {
      whole = false;
      await print(`${JSON.stringify({ id, error: describeFailure(error) })}\n`);
    }
  };

  for (const name of inputs.length === 0 ? ['-'] : inputs) {
    try {
      const stream = name === '-' ? process.stdin : createReadStream(name);
      for await (const line of splitLines(stream, MAX_LINE_BYTES)) if (line.bytes?.length !== 0) await take(line);
    } catch (error) {
      complain(name, fileError(error).message);
      whole = false;
    }
  }
  for (const claim of finder.claims()) await print(`${JSON.stringify(claim)}\n`);
  return whole;
}
