import type { ClaimModel } from '../../src/claims/claim-model.ts';
import { ClaimFinder } from '../../src/claims/find-claims.ts';
import { type ClaimCounts, countPairs } from '../../src/evaluation/claims-score.ts';
import type { TuningSet } from './tuning-sets.ts';

/** Puts the articles of sets through the filter together and counts the pairs within each set. */
export function countSets(sets: readonly TuningSet[], model: ClaimModel): ClaimCounts[] {
  const finder = new ClaimFinder(model);
  for (const { name, articles } of sets)
    for (const { id, reading, features } of articles) finder.addFeatures({ ...reading, id: `${name} ${id}` }, features);
  const found = new Map(
    finder
      .claims()
      .flatMap(({ claim, assertions }) =>
        assertions.map(({ id, assertion, polarity }) => [`${id} ${assertion}`, { claim, polarity }] as const),
      ),
  );
  return sets.map(({ name, articles }) =>
    countPairs(
      articles.flatMap(({ id, reading, labels, unread }) => [
        ...labels.flatMap((label, ordinal) =>
          label === null
            ? []
            : [
                {
                  label: label.claim,
                  labelPolarity: label.polarity,
                  ...found.get(`${name} ${id} ${reading.assertions[ordinal].id}`)!,
                },
              ],
        ),
        ...unread.map(({ claim, polarity }) => ({
          label: claim,
          labelPolarity: polarity,
          claim: null,
          polarity: null,
        })),
      ]),
    ),
  );
}
