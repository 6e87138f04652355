/**
 * How well claims are joined on rumours that nothing was learnt from: each rumour's assertions are judged by weights
 * learnt from others. Prints, for each rumour by itself and for neighbouring ones thrown together, pairwise precision, recall and
 * F1, and the share of right polarities.
 *
 *     node packages/ledger/training/claims/cross-validate.ts --corpora ../shared/corpora
 */
import { parseArgs } from 'node:util';
import { loadModel } from '@hearsay/reader/model/load-model';
import type { ClaimModel } from '../../src/claims/claim-model.ts';
import { type ClaimCounts, claimMetrics } from '../../src/evaluation/claims-score.ts';
import { countSets } from './score-sets.ts';
import { trainPairs } from './train-pairs.ts';
import { trainVectors, vectorTexts } from './train-vectors.ts';
import { labelledArticles, readTuningSets } from './tuning-sets.ts';

const { values } = parseArgs({ options: { corpora: { type: 'string' }, folds: { type: 'string', default: '6' } } });
if (values.corpora === undefined) {
  console.error('cross-validate: --corpora says where the corpora are, for example --corpora ../shared/corpora');
  process.exit(2);
}
const folds = Number(values.folds);
const reader = loadModel();
const vectors = trainVectors(vectorTexts(values.corpora, reader, labelledArticles()));
const sets = readTuningSets(values.corpora, reader);
const alone: ClaimCounts[] = [];
const together: ClaimCounts[] = [];
for (let fold = 0; fold < folds; fold++) {
  const isLeftOut = (at: number) => at % folds === fold;
  const model: ClaimModel = {
    vectors,
    ...trainPairs(
      sets.filter((_, at) => !isLeftOut(at)),
      vectors,
    ),
  };
  const left = sets.filter((_, at) => isLeftOut(at));
  for (const set of left) {
    const counts = countSets([set], model);
    alone.push(...counts);
    print(set.name, counts);
  }
  together.push(...countSets(left, model));
}
print('all, each alone', alone);
print('all, a fold together', together);

function print(name: string, counts: readonly ClaimCounts[]): void {
  const columns = Object.entries(claimMetrics(counts)).map(([metric, value]) => `${metric} ${value.toFixed(3)}`);
  console.log(`${name.padEnd(22)}${columns.join('  ')}`);
}
