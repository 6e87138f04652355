import { readFileSync } from 'node:fs';
import { decodeWeights, encodeWeights } from '@hearsay/reader/model/weights';

/** How rare each term is over unrelated subjects: its inverse document frequency. */
export interface TermRarity {
  of(term: number): number;
}

/** Steps in which rarity is stored: a byte reaches past the rarest term there can be. */
const STEPS_PER_UNIT = 32;

/**
 * The rarity of terms that comes with this package. Reads it from the disk once.
 * @throws {Error} where the file is missing or damaged.
 */
export function loadTermRarity(): TermRarity {
  return decodeRarity(readFileSync(new URL('../../model/stories.bin', import.meta.url)));
}

/**
 * Counts rarity over subjects, each a list of its articles' terms: a term counts for the share of the subject's articles
 * that have it, so that a subject with fifty articles makes its own names no more common than one with two.
 * Terms of fewer than `fewest` subjects are left out: like terms never seen, they are the rarest.
 */
export function encodeRarity(subjects: readonly (readonly ReadonlySet<number>[])[], fewest: number): Uint8Array {
  const frequency = new Map<number, number>();
  for (const articles of subjects) {
    for (const terms of articles) {
      for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1 / articles.length);
    }
  }
  const rarity = (count: number) => Math.log((subjects.length + 1) / (count + 1));
  const kept = [...frequency].filter(([, count]) => count >= fewest).sort(([a], [b]) => a - b);
  return encodeWeights({
    header: { component: 'stories', subjects: subjects.length, rarest: rarity(0) },
    arrays: {
      term: Int32Array.from(kept, ([term]) => term),
      rarity: Uint8Array.from(kept, ([, count]) => Math.round(Math.max(0, rarity(count)) * STEPS_PER_UNIT)),
    },
  });
}

function decodeRarity(bytes: Uint8Array): TermRarity {
  const { header, arrays } = decodeWeights(bytes);
  const { term, rarity } = arrays;
  if (!isHeader(header) || term === undefined || rarity === undefined) {
    throw new Error('stories.bin: not the weights of stories');
  }
  const known = new Map<number, number>();
  for (let at = 0; at < term.length; at++) known.set(term[at], rarity[at] / STEPS_PER_UNIT);
  const { rarest } = header;
  return { of: (term) => known.get(term) ?? rarest };
}

function isHeader(header: unknown): header is { rarest: number } {
  return typeof header === 'object' && header !== null && 'rarest' in header && typeof header.rarest === 'number';
}
