/**
 * Trains every model of the ledger from the corpora and writes its weights to `model/`: the same corpora and the same
 * weights of the reader give the same bytes.
 *
 *     npm run train -- --corpora ../shared/corpora
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadModel } from '@hearsay/reader/model/load-model';
import { encodeWeights } from '@hearsay/reader/model/weights';
import { encodeClaimModel } from '../src/claims/claim-model.ts';
import { stanceWeights } from '../src/stance/stance-model.ts';
import { trainPairs } from './claims/train-pairs.ts';
import { trainVectors, vectorTexts } from './claims/train-vectors.ts';
import { labelledArticles, readTuningSets } from './claims/tuning-sets.ts';
import { readCopyPairs } from './copies/read-pairs.ts';
import { trainCopies } from './copies/train-copies.ts';
import { writeWeights } from './copies/write-weights.ts';
import { readStanceTraining } from './stance/read-corpora.ts';
import { trainStance } from './stance/train-stance.ts';
import { trainStories } from './stories.ts';

const began = Date.now();
const { values } = parseArgs({ options: { corpora: { type: 'string' }, cache: { type: 'string' } } });
if (values.corpora === undefined) {
  console.error('train: --corpora says where the corpora are, for example --corpora ../shared/corpora');
  process.exit(2);
}

report('copies: reading the labelled pairs');
const pairs = await readCopyPairs(values.corpora);
writeWeights(trainCopies(pairs));
report(`copies: ${pairs.length} pairs, copy-weights.ts`);

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

report('stories: counting terms');
const reader = loadModel();
const bodies = join(values.corpora, 'stance', 'fnc1.train.bodies.jsonl.gz');
writeFileSync(new URL('stories.bin', folder), await trainStories(bodies, reader));

report('claims: reading the reports');
const vectors = trainVectors(vectorTexts(values.corpora, reader, labelledArticles()));
report(`claims: vectors of ${vectors.placeOf.size} words`);
const claimBytes = encodeClaimModel({ vectors, ...trainPairs(readTuningSets(values.corpora, reader), vectors) });
writeFileSync(new URL('claims.bin', folder), claimBytes);
report(`claims.bin: ${(claimBytes.length / 1e6).toFixed(1)} MB`);

function report(line: string): void {
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}
