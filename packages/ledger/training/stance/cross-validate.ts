/**
 * Scores the judgement of stance on FNC-1's train topics, each pair judged by weights that have seen nothing of its topic,
 * and says which multipliers would have been best.
 *
 *     node packages/ledger/training/stance/cross-validate.ts --corpora ../shared/corpora [--seed 1]
 */
import { parseArgs } from 'node:util';
import { scoreStances } from '../../src/evaluation/stance-score.ts';
import { decide, stanceProbabilities } from '../../src/stance/stance.ts';
import { STANCES } from '../../src/stance/stances.ts';
import { topicFolds } from './folds.ts';
import { readStanceTraining } from './read-corpora.ts';
import { MULTIPLIERS, trainStance } from './train-stance.ts';

const FOLDS = 5;
const { values } = parseArgs({ options: { corpora: { type: 'string' }, seed: { type: 'string', default: '1' } } });
if (values.corpora === undefined) throw new Error('--corpora says where the corpora are');
const { examples, backgroundOf } = readStanceTraining(values.corpora);
const foldOf = topicFolds(examples, FOLDS, Number(values.seed));

const gold: number[] = [];
const judged: number[][] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (topic: number): boolean => foldOf.get(topic) === fold;
  const train = examples.filter(({ topic, claimTopic }) => foldOf.has(topic) && !inFold(topic) && !inFold(claimTopic));
  const test = examples.filter(({ topic, claimTopic }) => inFold(topic) && inFold(claimTopic));
  const model = trainStance(
    train,
    backgroundOf((topic) => !inFold(topic)),
  );
  for (const { claim, body, stance } of test) {
    gold.push(stance);
    judged.push(stanceProbabilities(claim, body, model));
  }
  console.error(`fold ${fold + 1} of ${FOLDS}: learnt on ${train.length} pairs, judged ${test.length}`);
}

const metricsWith = (multipliers: readonly number[]): Record<string, number> =>
  scoreStances(
    judged.map((probabilities, at) => ({
      gold: STANCES[gold[at]],
      predicted: decide(probabilities, multipliers).stance,
    })),
  );
console.log('with the multipliers as they are', JSON.stringify(metricsWith(MULTIPLIERS), null, 2));

const tried: { multipliers: number[]; metrics: Record<string, number> }[] = [];
for (const unrelated of [0.05, 0.1, 0.2, 0.5]) {
  for (const agree of [1, 1.15, 1.5, 2]) {
    for (const disagree of [1, 1.4, 2, 2.5, 3]) {
      const multipliers = [unrelated, 1, agree, disagree];
      tried.push({ multipliers, metrics: metricsWith(multipliers) });
    }
  }
}
tried.sort((a, b) => b.metrics.weighted + b.metrics['f1.macro'] - a.metrics.weighted - a.metrics['f1.macro']);
for (const { multipliers, metrics } of tried.slice(0, 5)) {
  console.log(
    multipliers.join(' '),
    'weighted',
    metrics.weighted.toFixed(4),
    'macro F1',
    metrics['f1.macro'].toFixed(4),
  );
}
