/**
 * Trains every model of the ledger from the corpora and writes its weights to `model/`: the same corpora and the same
 * weights of the reader give the same bytes.
 *
 *     npm run train -- --corpora ../shared/corpora
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { encodeWeights } from '@hearsay/reader/model/weights';
import { stanceWeights } from '../src/stance/stance-model.ts';
import { readStanceTraining } from './stance/read-corpora.ts';
import { trainStance } from './stance/train-stance.ts';

const began = Date.now();
const { values } = parseArgs({ options: { corpora: { type: 'string' }, cache: { type: 'string' } } });
if (values.corpora === undefined) {
  console.error('train: --corpora says where the corpora are, for example --corpora ../shared/corpora');
  process.exit(2);
}

report('stance: reading the reports');
const { examples, backgroundOf } = readStanceTraining(values.corpora);
report(`stance: ${examples.length} pairs`);
const bytes = encodeWeights(
  stanceWeights(
    trainStance(
      examples,
      backgroundOf(() => true),
    ),
  ),
);
const folder = new URL('../model/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('stance.bin', folder), bytes);
report(`stance.bin: ${(bytes.length / 1e6).toFixed(1)} MB`);

function report(line: string): void {
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}
