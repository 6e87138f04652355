import { recordClaim } from '@hearsay/input/claim-record';
import { InputError } from '@hearsay/input/input-error';
import { loadStanceModel } from '@hearsay/ledger/stance/load-stance-model';
import { judgeStance } from '@hearsay/ledger/stance/stance';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { filterLines } from './filter-lines.ts';
import { print } from './output.ts';

/**
 * Reads JSON lines, a claim and a text each, and prints the stance of each text or an error, in order, one at a time: memory
 * does not grow with their number. Returns whether all were judged.
 */
export async function runStance(inputs: readonly string[]): Promise<boolean> {
  const reader = loadModel();
  const model = loadStanceModel();
  return filterLines(inputs, async (value, id) => {
    const { claim, text } = recordClaim(value);
    const article = readAnalysed({ text }, reader);
    const foreign = article.reading.warnings.find(({ code }) => code === 'language');
    if (foreign !== undefined) throw new InputError('language', `its text cannot be judged: ${foreign.message}`);
    await print(`${JSON.stringify({ id, ...judgeStance(claim, article, model) })}\n`);
  });
}
