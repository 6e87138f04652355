import { createReadStream } from 'node:fs';
import { MAX_LINE_BYTES, parseJsonLine, recordId, recordInput } from '@hearsay/input/article-record';
import { fileError } from '@hearsay/input/file-error';
import { describeFailure } from '@hearsay/input/input-error';
import { type Line, splitLines } from '@hearsay/input/split-lines';
import { copyFeatures } from '@hearsay/ledger/copies/copy-features';
import { CopyIndex } from '@hearsay/ledger/copies/copy-index';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { complain, print } from './output.ts';

/**
 * Reads JSON lines, one article each, and prints a line for each related pair as soon as the second of the two is read.
 * What could not be read gives an error line of its own. Returns whether all were read.
 */
export async function runCopies(inputs: readonly string[]): Promise<boolean> {
  const index = new CopyIndex<string>();
  const model = loadModel();
  let whole = true;

  const take = async (line: Line): Promise<void> => {
    let id = `line ${line.number}`;
    try {
      const value = parseJsonLine(line);
      id = recordId(value) ?? id;
      const related = index.add(id, copyFeatures(readAnalysed({ ...recordInput(value, {}), id }, model)));
      for (const { id: a, decision } of related) {
        const { label, overlap } = decision;
        await print(`${JSON.stringify({ a, b: id, label, overlap: Math.round(overlap * 1000) / 1000 })}\n`);
      }
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
  return whole;
}
