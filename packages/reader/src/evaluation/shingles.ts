/**
 * The measure of the Scrapinghub article extraction benchmark: the texts as multisets of runs of four tokens, a token being a
 * run of Unicode letters, digits and underscore.
 */
export interface ShingleScore {
  precision: number;
  recall: number;
}

export const SHINGLE = 4;

/** Tokens of a text in the benchmark's sense. */
export function shingleTokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** The multiset of shingles; a text of fewer than four tokens is one shingle, a text without tokens none. */
export function shingles(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let at = 0; at === 0 || at + SHINGLE <= tokens.length; at++) {
    const shingle = tokens.slice(at, at + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Precision and recall of a text against the true one. A side without tokens counts 0. */
export function scoreShingles(predicted: readonly string[], truth: readonly string[]): ShingleScore {
  const found = shingles(predicted);
  let common = 0;
  for (const [shingle, count] of shingles(truth)) common += Math.min(count, found.get(shingle) ?? 0);
  return { precision: ratio(common, size(predicted)), recall: ratio(common, size(truth)) };
}

function size(tokens: readonly string[]): number {
  return tokens.length === 0 ? 0 : Math.max(1, tokens.length - SHINGLE + 1);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
