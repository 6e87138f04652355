/** One figure of the bench, and what it must reach. */
export interface Row {
  section: string;
  what: string;
  value: number;
  unit: string;
  /** As in "≥ 3.5" or "≤ 250"; absent for what stands beside it only. */
  target?: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Wall time of one run, in milliseconds. */
export function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * Median milliseconds of each contestant. They take turns within each pass, so that a slow moment of the machine falls on
 * all of them; one pass before the count warms the compiler up.
 */
export function alternating(contestants: Readonly<Record<string, () => void>>, passes: number): Record<string, number> {
  const names = Object.keys(contestants);
  const times = new Map(names.map((name): [string, number[]] => [name, []]));
  for (let pass = 0; pass <= passes; pass++) {
    for (const name of names) {
      const taken = time(contestants[name]);
      if (pass > 0) times.get(name)?.push(taken);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])]));
}
