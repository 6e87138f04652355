/**
 * Scores the decision on copies by cross-validation over the subjects of the tuning pairs:
 *
 *     node packages/ledger/training/copies/cross-validate.ts --corpora ../shared/corpora
 */
import { parseArgs } from 'node:util';
import { readCopyPairs } from './read-pairs.ts';
import { chooseThreshold, crossValidate, scoreJudged } from './train-copies.ts';

const { values } = parseArgs({ options: { corpora: { type: 'string' } } });
if (values.corpora === undefined) throw new Error('--corpora says where the corpora are');
const judged = crossValidate(await readCopyPairs(values.corpora));
const parts = {
  all: judged,
  range: judged.filter(({ example }) => example.set === 'range'),
  hard: judged.filter(({ example }) => example.set === 'hard'),
  border: judged.filter(({ example }) => example.set === 'border'),
};
const chosen = chooseThreshold(judged);
console.log(`threshold ${chosen}`);
for (const threshold of new Set([chosen, -0.6, -0.4, -0.2, 0, 0.4, 0.8, 1.2])) {
  for (const [part, of] of Object.entries(parts)) {
    const figures = Object.entries(scoreJudged(of, threshold)).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    console.log(threshold.toFixed(1).padStart(4), part.padEnd(6), figures.join('  '));
  }
}
