import { createReadStream } from 'node:fs';
import { MAX_LINE_BYTES, parseJsonLine, recordId } from '@hearsay/input/article-record';
import { recordClaim } from '@hearsay/input/claim-record';
import { fileError } from '@hearsay/input/file-error';
import { describeFailure, InputError } from '@hearsay/input/input-error';
import { type Line, splitLines } from '@hearsay/input/split-lines';
import { loadStanceModel } from '@hearsay/ledger/stance/load-stance-model';
import { judgeStance, type StanceJudgement } from '@hearsay/ledger/stance/stance';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { complain, print } from './output.ts';

/**
 * Reads JSON lines, a claim and a text each, and prints the stance of each text or an error, in order, one at a time: memory
 * does not grow with their number. Returns whether all were judged.
 */
export async function runStance(inputs: readonly string[]): Promise<boolean> {
  const reader = loadModel();
  const model = loadStanceModel();
  let whole = true;

  const judge = (value: unknown): StanceJudgement => {
    const { claim, text } = recordClaim(value);
    const article = readAnalysed({ text }, reader);
    const foreign = article.reading.warnings.find(({ code }) => code === 'language');
    if (foreign !== undefined) throw new InputError('language', `its text cannot be judged: ${foreign.message}`);
    return judgeStance(claim, article, model);
  };

  const take = async (line: Line): Promise<void> => {
    let id = `line ${line.number}`;
    try {
      const value = parseJsonLine(line);
      id = recordId(value) ?? id;
      await print(`${JSON.stringify({ id, ...judge(value) })}\n`);
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
