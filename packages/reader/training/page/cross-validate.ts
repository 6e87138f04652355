/**
 * Cross-validates the choice of a page's body: each page is read with weights trained on the other folds' pages, and all are scored by the
 * benchmark's measure.
 *
 *     node packages/reader/training/page/cross-validate.ts --corpora ../shared/corpora [--folds 10] [--repeats 2]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reportExtraction } from '../../src/evaluation/extraction.ts';
import { type ShingleScore, scoreShingles, shingleTokens } from '../../src/evaluation/shingles.ts';
import { readPage } from '../../src/page/page.ts';
import { seededRandom, shuffle } from '../random.ts';
import { readTrainingPages, trainPage } from './train.ts';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    folds: { type: 'string', default: '10' },
    repeats: { type: 'string', default: '1' },
  },
});
if (values.corpora === undefined) {
  console.error('cross-validate: --corpora says where the corpora are, for example --corpora ../shared/corpora');
  process.exit(2);
}
const folds = Number(values.folds);
const pages = await readTrainingPages(join(values.corpora, 'extraction'));
for (let repeat = 1; repeat <= Number(values.repeats); repeat++) {
  const { f1, precision, recall } = reportExtraction(crossValidate(repeat)).metrics;
  const figures = `F1 ${f1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`;
  console.log(`${pages.length} pages, ${folds} folds, order ${repeat}: ${figures}`);
}

function crossValidate(seed: number): ({ id: string } & ShingleScore)[] {
  const order = Int32Array.from(pages.keys());
  shuffle(order, seededRandom(seed));
  const scores: ({ id: string } & ShingleScore)[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = trainPage([...order].filter((_, at) => at % folds !== fold).map((page) => pages[page]));
    for (let at = fold; at < order.length; at += folds) {
      const { id, html, gold } = pages[order[at]];
      scores.push({ id, ...scoreShingles(shingleTokens(readPage(html, {}, model).text), shingleTokens(gold)) });
    }
  }
  return scores;
}
