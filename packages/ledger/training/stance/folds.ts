import { seededRandom } from '../../../reader/training/random.ts';
import type { Example } from './examples.ts';

/** Topics to folds of about as many related pairs each: no rumour is learnt from and judged. */
export function topicFolds(examples: readonly Example[], folds: number, seed: number): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const { topic, stance } of examples) if (stance > 0) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  const random = seededRandom(seed);
  const order = [...sizes]
    .sort(([a], [b]) => a - b)
    .map(([topic, size]) => ({ topic, size: size * (0.7 + 0.6 * random()) }))
    .sort((a, b) => b.size - a.size);
  const loads = new Float64Array(folds);
  const foldOf = new Map<number, number>();
  for (const { topic, size } of order) {
    const fold = loads.indexOf(Math.min(...loads));
    loads[fold] += size;
    foldOf.set(topic, fold);
  }
  return foldOf;
}
