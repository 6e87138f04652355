import { seededRandom, shuffle } from '../../../reader/training/random.ts';
import { logOdds } from '../../src/copies/copy-decision.ts';
import type { Weights } from '../../src/copies/copy-weights.ts';
import type { ReuseMeasures } from '../../src/copies/reuse-measures.ts';
import { regress } from './logistic-regression.ts';
import type { Example } from './read-pairs.ts';

// Chosen by the loss under cross-validation by subject, one after the other.
const RELATED_MEASURES: (keyof ReuseMeasures)[] = [
  'aligned',
  'overlap',
  'fourthShare',
  'thirdRuns',
  'covered',
  'order',
  'fourthAligned',
];
const SAME_MEASURES: (keyof ReuseMeasures)[] = ['overlap', 'covered', 'length', 'fourthAligned'];
const PENALTY = 1;
/** Precision that the pairs drawn over the whole range must have at the threshold, out of fold. */
const PRECISION = 0.95;

const FOLDS = 10;
const SEEDS = 8;

export interface CopyModel {
  related: Weights;
  same: Weights;
}

/** Odds of a pair that the model has seen nothing of its subject of. */
export interface Judged {
  example: Example;
  related: number;
  same: number;
}

/** Learns both decisions. The same examples give the same weights. */
export function trainCopies(examples: readonly Example[]): CopyModel {
  const { related, same } = fit(examples);
  return { related: { ...related, bias: related.bias - chooseThreshold(crossValidate(examples)) }, same };
}

function fit(examples: readonly Example[]): CopyModel {
  const rows = (of: readonly Example[], is: (label: Example['label']) => boolean) =>
    of.map(({ label, measures }) => ({ measures, is: is(label) }));
  const copies = examples.filter(({ label }) => label !== 'none');
  return {
    related: regress(
      rows(examples, (label) => label !== 'none'),
      RELATED_MEASURES,
      PENALTY,
    ),
    same: regress(
      rows(copies, (label) => label === 'same'),
      SAME_MEASURES,
      PENALTY,
    ),
  };
}

/** Judges each example by what was learnt from other subjects, once for each of some divisions of the subjects. */
export function crossValidate(examples: readonly Example[]): Judged[] {
  const judged: Judged[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const foldOf = subjectFolds(examples, seed);
    for (let fold = 0; fold < FOLDS; fold++) {
      const isHeldOut = ({ subject }: Example): boolean => foldOf.get(subject) === fold;
      const model = fit(examples.filter((example) => !isHeldOut(example)));
      for (const example of examples.filter(isHeldOut)) {
        const { measures } = example;
        judged.push({ example, related: logOdds(model.related, measures), same: logOdds(model.same, measures) });
      }
    }
  }
  return judged;
}

function subjectFolds(examples: readonly Example[], seed: number): Map<string, number> {
  const subjects = [...new Set(examples.map(({ subject }) => subject))].sort();
  const order = Int32Array.from(subjects.keys());
  shuffle(order, seededRandom(seed));
  return new Map(Array.from(order, (subject, at) => [subjects[subject], at % FOLDS]));
}

/**
 * The odds with the best F0.5 over all, among those that leave the pairs drawn over the whole range their precision: an article
 * wrongly taken for a copy takes an origin from a claim, one missed only adds one.
 */
export function chooseThreshold(judged: readonly Judged[]): number {
  const drawn = judged.filter(({ example }) => example.set === 'range');
  let best = { threshold: 0, f: 0 };
  for (let step = -20; step <= 20; step++) {
    const threshold = step / 10;
    const { precision, recall } = scoreJudged(judged, threshold);
    const f = (1.25 * precision * recall) / (0.25 * precision + recall);
    if (f > best.f && scoreJudged(drawn, threshold).precision >= PRECISION) best = { threshold, f };
  }
  return best.threshold;
}

/** Of being related; `accuracy` is of the three labels. */
export function scoreJudged(
  judged: readonly Judged[],
  threshold: number,
): { precision: number; recall: number; f1: number; accuracy: number } {
  let [found, gold, right, exact] = [0, 0, 0, 0];
  for (const { example, related, same } of judged) {
    const label = related < threshold ? 'none' : same >= 0 ? 'same' : 'part';
    if (label !== 'none') found++;
    if (example.label !== 'none') gold++;
    if (label !== 'none' && example.label !== 'none') right++;
    if (label === example.label) exact++;
  }
  return {
    precision: right / Math.max(1, found),
    recall: right / Math.max(1, gold),
    f1: (2 * right) / Math.max(1, found + gold),
    accuracy: exact / Math.max(1, judged.length),
  };
}
