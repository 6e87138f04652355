import { recordInput } from '@hearsay/input/article-record';
import { ClaimFinder } from '@hearsay/ledger/claims/find-claims';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { filterLines } from './filter-lines.ts';
import { print } from './output.ts';

/**
 * Reads JSON lines, one article each, and prints after the last one every claim with its assertions. What could not be read
 * gives an error line of its own, at once. Returns whether all were read.
 */
export async function runClaims(inputs: readonly string[]): Promise<boolean> {
  const finder = new ClaimFinder();
  const model = loadModel();
  const whole = await filterLines(inputs, (value, id) =>
    finder.add(readAnalysed({ ...recordInput(value, {}), id }, model)),
  );
  for (const claim of finder.claims()) await print(`${JSON.stringify(claim)}\n`);
  return whole;
}
