/** A labelled assertion with the claim that its set's readers gave it, beside the one that a system gave. */
export interface LabelledAssertion {
  /** null where it stands alone. */
  label: string | null;
  labelPolarity: string | null;
  /** null where the system read no such assertion: it stands alone. */
  claim: number | null;
  polarity: string | null;
}

/** Sums over sets: pairs and polarities counted before they are divided. */
export interface ClaimCounts {
  /** Pairs that the labels join, that the system joins, that both join. */
  labelled: number;
  joined: number;
  both: number;
  /** Assertions that stand in a rightly joined pair, and those of them with the right polarity. */
  paired: number;
  rightPolarity: number;
}

/** Counts the pairs within one set of labelled assertions. */
export function countPairs(assertions: readonly LabelledAssertion[]): ClaimCounts {
  const counts: ClaimCounts = { labelled: 0, joined: 0, both: 0, paired: 0, rightPolarity: 0 };
  const paired = new Set<LabelledAssertion>();
  for (const [index, a] of assertions.entries()) {
    for (const b of assertions.slice(index + 1)) {
      const labelled = a.label !== null && a.label === b.label;
      const joined = a.claim !== null && a.claim === b.claim;
      if (labelled) counts.labelled++;
      if (joined) counts.joined++;
      if (!labelled || !joined) continue;
      counts.both++;
      paired.add(a).add(b);
    }
  }
  counts.paired = paired.size;
  for (const { labelPolarity, polarity } of paired) if (labelPolarity === polarity) counts.rightPolarity++;
  return counts;
}

/** Pairwise precision, recall and F1, and the share of rightly paired assertions whose polarity is right. */
export function claimMetrics(sets: readonly ClaimCounts[]): Record<string, number> {
  const sum = (of: (counts: ClaimCounts) => number) => sets.reduce((total, counts) => total + of(counts), 0);
  const both = sum((counts) => counts.both);
  const joined = sum((counts) => counts.joined);
  const labelled = sum((counts) => counts.labelled);
  return {
    'pairs.precision': ratio(both, joined),
    'pairs.recall': ratio(both, labelled),
    'pairs.f1': ratio(2 * both, joined + labelled),
    polarity: ratio(
      sum((counts) => counts.rightPolarity),
      sum((counts) => counts.paired),
    ),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
