import { compatibleRanges } from './numbers.ts';
import type { ClaimEvent, Proposition } from './proposition.ts';

export const PAIR_FEATURES = [
  'cosine', 'contained', 'matchMain', 'matchAny', 'eventOpen', 'conflict', 'mainsDiffer', 'quotation', 'numbersMeet', 'numbersClash', 'sizes', 'rareShared', 'headMatch', 'sharedNames',
] as const;

export function pairFeatures(a: Proposition, b: Proposition): number[] {
  const words = compareWords(a, b);
  const events = compareEvents(a.events, b.events);
  const numbers = compareNumbers(a, b);
  return [
    words.cosine, words.contained, events.matchMain, events.matchAny, events.open, events.conflict, events.mainsDiffer,
    compareQuotations(a, b), numbers.meet, numbers.clash, words.sizes, words.rare, events.headMatch, 0,
  ];
}

function compareWords(a: Proposition, b: Proposition) {
  let i = 0;
  let j = 0;
  let dot = 0;
  let shared = 0;
  let rare = 0;
  while (i < a.words.length && j < b.words.length) {
    if (a.words[i] < b.words[j]) i++;
    else if (a.words[i] > b.words[j]) j++;
    else {
      dot += a.weights[i] * b.weights[j];
      const least = Math.min(a.weights[i], b.weights[j]);
      shared += least;
      if (least > RARE_WEIGHT) rare++;
      i++;
      j++;
    }
  }
  const [sizeA, normA] = sums(a.weights);
  const [sizeB, normB] = sums(b.weights);
  const small = Math.min(sizeA, sizeB);
  const large = Math.max(sizeA, sizeB);
  return {
    cosine: dot === 0 ? 0 : dot / Math.sqrt(normA * normB),
    contained: small === 0 ? 0 : shared / small,
    sizes: large === 0 ? 1 : small / large,
    rare: Math.min(1, rare / 4),
  };
}

const RARE_WEIGHT = 3;

function sums(weights: readonly number[]): [number, number] {
  let size = 0;
  let norm = 0;
  for (const weight of weights) {
    size += weight;
    norm += weight * weight;
  }
  return [size, norm];
}

function compareEvents(a: readonly ClaimEvent[], b: readonly ClaimEvent[]) {
  let matchMain = 0;
  let matchAny = 0;
  let headMatch = 0;
  let open = 0;
  let conflict = 0;
  let shared = false;
  for (const one of a) {
    for (const other of b) {
      if (one.sense !== other.sense) continue;
      const known = one.affected.length > 0 && other.affected.length > 0;
      const meets = known && one.affected.some((word) => other.affected.includes(word));
      const both = one.main && other.main;
      if (both) shared = true;
      if (meets) {
        if (both) matchMain = 1;
        matchAny = 1;
        if (one.affected[0] === other.affected[0]) headMatch = 1;
      } else if (known) conflict = Math.max(conflict, both ? 1 : 0.5);
      else open = 1;
    }
  }
  const mains = a.some(({ main }) => main) && b.some(({ main }) => main);
  return { matchMain, matchAny, headMatch, open, conflict: matchAny ? 0 : conflict, mainsDiffer: mains && !shared ? 1 : 0 };
}

function compareNumbers(a: Proposition, b: Proposition) {
  let meet = 0;
  let clash = 0;
  for (const one of a.numbers) {
    for (const other of b.numbers) {
      if (one.of !== other.of) continue;
      if (compatibleRanges(one, other)) meet = 1;
      else clash = 1;
    }
  }
  return { meet, clash: meet ? 0 : clash };
}

/** The longest run of words that two quotations share, by the shorter of them: 1 where one is a part of the other. */
export function compareQuotations(a: Proposition, b: Proposition): number {
  let best = 0;
  for (const one of a.quotations) for (const other of b.quotations) best = Math.max(best, sharedRun(one, other));
  return best;
}

const LONGEST_COMPARED = 60;

function sharedRun(a: readonly string[], b: readonly string[]): number {
  const width = Math.min(b.length, LONGEST_COMPARED);
  let previous = new Uint8Array(width + 1);
  let longest = 0;
  for (let i = 0; i < Math.min(a.length, LONGEST_COMPARED); i++) {
    const row = new Uint8Array(width + 1);
    for (let j = 0; j < width; j++) {
      if (a[i] !== b[j]) continue;
      row[j + 1] = previous[j] + 1;
      if (row[j + 1] > longest) longest = row[j + 1];
    }
    previous = row;
  }
  return longest / Math.min(a.length, width);
}
