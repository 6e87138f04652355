import { recordInput } from '@hearsay/input/article-record';
import { copyFeatures } from '@hearsay/ledger/copies/copy-features';
import { CopyIndex } from '@hearsay/ledger/copies/copy-index';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { filterLines } from './filter-lines.ts';
import { print } from './output.ts';

/**
 * Reads JSON lines, one article each, and prints a line for each related pair as soon as the second of the two is read.
 * What could not be read gives an error line of its own. Returns whether all were read.
 */
export async function runCopies(inputs: readonly string[]): Promise<boolean> {
  const index = new CopyIndex<string>();
  const model = loadModel();
  return filterLines(inputs, async (value, id) => {
    const related = index.add(id, copyFeatures(readAnalysed({ ...recordInput(value, {}), id }, model)));
    for (const { id: a, decision } of related) {
      const { label, overlap } = decision;
      await print(`${JSON.stringify({ a, b: id, label, overlap: Math.round(overlap * 1000) / 1000 })}\n`);
    }
  });
}
