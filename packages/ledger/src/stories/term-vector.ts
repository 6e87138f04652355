/** What an article or a story is about: weights of terms by their hash. */
export type TermVector = Map<number, number>;

export function lengthOf(vector: TermVector): number {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  return Math.sqrt(squares);
}

/** Adds `factor` times a vector to another; terms that fall to nothing go. */
export function addTo(sum: TermVector, vector: TermVector, factor = 1): void {
  for (const [term, weight] of vector) {
    const now = (sum.get(term) ?? 0) + factor * weight;
    if (now > SMALLEST_WEIGHT) sum.set(term, now);
    else sum.delete(term);
  }
}

const SMALLEST_WEIGHT = 1e-6;

/** The cosine of two vectors whose lengths are given: from 0 (nothing in common) to 1. */
export function cosine(a: TermVector, b: TermVector, lengthA: number, lengthB: number): number {
  if (lengthA === 0 || lengthB === 0) return 0;
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let product = 0;
  for (const [term, weight] of few) {
    const other = many.get(term);
    if (other !== undefined) product += weight * other;
  }
  return product / (lengthA * lengthB);
}

/** Its weightiest terms, weightiest first. */
export function weightiest(vector: TermVector, most: number): [term: number, weight: number][] {
  return [...vector].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
}
