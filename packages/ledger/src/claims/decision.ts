import { compatibleRanges } from './numbers.ts';
import type { ClaimEvent, Proposition } from './proposition.ts';
import { EVENT_NOUNS } from './senses.ts';

export const PAIR_FEATURES = [
  'cosine', 'contained', 'core', 'coreOther', 'generic', 'sameHead', 'open', 'nameClash', 'nounClash', 'mainsDiffer', 'quotation', 'numbersMeet', 'numbersClash', 'sizes', 'rareShared', 'tiny', 'names', 'exact',
] as const;

export function pairFeatures(a: Proposition, b: Proposition): number[] {
  const words = compareWords(a, b);
  const events = compareEvents(a.events, b.events);
  const numbers = compareNumbers(a, b);
  return [
    words.cosine, words.contained, events.core, events.coreOther, events.generic, events.sameHead, events.open, events.nameClash, events.nounClash, events.mainsDiffer,
    compareQuotations(a, b), numbers.meet, numbers.clash, words.sizes, words.rare, words.tiny, words.names, words.cosine > 0.9 ? 1 : 0,
  ];
}

function compareWords(a: Proposition, b: Proposition) {
  let i = 0;
  let j = 0;
  let dot = 0;
  let shared = 0;
  let rare = 0;
  let names = 0;
  while (i < a.words.length && j < b.words.length) {
    if (a.words[i] < b.words[j]) i++;
    else if (a.words[i] > b.words[j]) j++;
    else {
      dot += a.weights[i] * b.weights[j];
      const least = Math.min(a.weights[i], b.weights[j]);
      shared += least;
      if (a.words[i].startsWith('@')) names = 1;
      else if (least > RARE_WEIGHT) rare++;
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
    names,
    tiny: Math.max(0, 1 - small / 6),
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
  const found = { core: 0, coreOther: 0, generic: 0, sameHead: 0, open: 0, nameClash: 0, nounClash: 0, mainsDiffer: 0 };
  let shared = false;
  for (const one of a) {
    for (const other of b) {
      if (one.sense !== other.sense) continue;
      const both = one.main && other.main;
      const isEvent = EVENT_NOUNS.has(one.sense);
      if (both) shared = true;
      if (one.affected.length === 0 || other.affected.length === 0) {
        found.open = Math.max(found.open, both ? 1 : 0.5);
        continue;
      }
      const meeting = one.affected.filter((word) => other.affected.includes(word));
      if (meeting.length === 0) {
        if (one.affected.some(isName) && other.affected.some(isName)) found.nameClash = Math.max(found.nameClash, both ? 1 : 0.5);
        else found.nounClash = Math.max(found.nounClash, both ? 1 : 0.5);
        continue;
      }
      if (one.affected[0] === other.affected[0]) found.sameHead = 1;
      if (!isEvent) found.generic = Math.max(found.generic, both ? 1 : 0.5);
      else if (both) found.core = Math.max(found.core, meeting.some(isName) ? 1 : 0.6);
      else found.coreOther = 1;
    }
  }
  if (found.core > 0) found.coreOther = 0;
  if (found.core + found.coreOther + found.generic > 0) {
    found.nameClash = 0;
    found.nounClash = 0;
  }
  found.mainsDiffer = !shared && a.some(({ main }) => main) && b.some(({ main }) => main) ? 1 : 0;
  return found;
}

function isName(word: string): boolean {
  return word.startsWith('@');
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
