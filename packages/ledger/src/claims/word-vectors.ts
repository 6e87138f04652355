/** Vectors of words that stand near the same words in reports: of length 127, one after the other. */
export interface WordVectors {
  dimensions: number;
  /** By a word's hash. */
  placeOf: ReadonlyMap<number, number>;
  values: Int8Array;
}

/** The weighted sum of the vectors of words, of length 1; all 0 where none is known. */
export function meanVector(
  { dimensions, placeOf, values }: WordVectors,
  words: readonly number[],
  weightAt: (at: number) => number,
): Float32Array {
  const mean = new Float32Array(dimensions);
  for (let at = 0; at < words.length; at++) {
    const place = placeOf.get(words[at]);
    const weight = weightAt(at);
    if (place === undefined || weight === 0) continue;
    for (let d = 0, from = place * dimensions; d < dimensions; d++) mean[d] += weight * values[from + d];
  }
  const length = Math.sqrt(dotOf(mean, mean));
  if (length > 0) for (let d = 0; d < dimensions; d++) mean[d] /= length;
  return mean;
}

export function dotOf(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let d = 0; d < a.length; d++) dot += a[d] * b[d];
  return dot;
}
