/** How well a grouping of items agrees with the right one. All between 0 and 1. */
export interface ClusterScore {
  pairwise: Agreement;
  bcubed: Agreement;
}

export interface Agreement {
  precision: number;
  recall: number;
  f1: number;
}

/**
 * Compares two groupings of the same items, each a group's name for every item: pairwise (of the pairs of items in one
 * group, those that are together in the other), and B-cubed (Bagga and Baldwin 1998: the same for each item, averaged).
 */
export function scoreClusters(gold: readonly unknown[], found: readonly unknown[]): ClusterScore {
  const goldSizes = sizes(gold.map(String));
  const foundSizes = sizes(found.map(String));
  const both = sizes(gold.map((group, at) => `${group}\n${found[at]}`));
  const pairs = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  let precision = 0;
  let recall = 0;
  for (const [at, group] of gold.entries()) {
    const together = both.get(`${group}\n${found[at]}`) ?? 0;
    precision += together / (foundSizes.get(String(found[at])) ?? 1);
    recall += together / (goldSizes.get(String(group)) ?? 1);
  }
  const joined = pairs(both);
  return {
    pairwise: agreement(ratio(joined, pairs(foundSizes)), ratio(joined, pairs(goldSizes))),
    bcubed: agreement(ratio(precision, gold.length), ratio(recall, gold.length)),
  };
}

function sizes(groups: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

function agreement(precision: number, recall: number): Agreement {
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
