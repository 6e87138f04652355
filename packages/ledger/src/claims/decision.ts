import { type EventPrint, type Fingerprint, isNameHash, type QuotationPrint } from './fingerprint.ts';
import { compatibleRanges } from './numbers.ts';

/** A proposition in the article that says it. */
export interface Said {
  fingerprint: Fingerprint;
  /** Hashes of the words that the article is about, the most telling first. */
  topic: readonly number[];
}

/** Whether two propositions are one claim. */
export interface ClaimDecision {
  /** Log odds: above 0 they are more likely one than not. */
  score: number;
  /** What speaks most for it, for a person to read. */
  reason: string;
}

/**
 * Weights of the log odds, and the score without any evidence. Set by hand and then tuned together on the first nine desk
 * articles and the rumour of fnc-394 (`hearsay evaluate claims`): do not move one alone.
 */
export const WEIGHTS = {
  /** Mean probability over a claim's wordings from which on an assertion joins it. */
  joins: 0.15 as number,
  none: -6,
  cosine: 3,
  contained: 2,
  core: 4,
  background: 2.5,
  generic: 1,
  sameHead: 0.8,
  open: 0.5,
  nameClash: -4,
  nounClash: 0,
  mainsDiffer: -2,
  quotation: 5,
  numbersMeet: 0.5,
  numbersClash: -1.5,
  rare: 2,
  tiny: -1.5,
  names: 0.5,
  wish: -10,
  topic: 2,
  shared: 1,
  sizes: 0,
  exact: 2,
};

/** From this share of runs on, two quotations are one: truncated, bracketed, or merged with another. */
const SAME_QUOTATION = 0.7;
const RELATED_QUOTATION = 0.5;

export const EVIDENCE = [
  'cosine',
  'contained',
  'rare',
  'names',
  'tiny',
  'core',
  'background',
  'generic',
  'sameHead',
  'open',
  'nameClash',
  'nounClash',
  'mainsDiffer',
  'quotation',
  'numbersMeet',
  'numbersClash',
  'wish',
  'sizes',
  'sharedRare',
  'topic',
  'exact',
] as const;

/** What speaks for and against two propositions being one, in the order of `EVIDENCE`. */
export function evidence({ fingerprint: a, topic: topicA }: Said, { fingerprint: b, topic: topicB }: Said): number[] {
  const words = compareWords(a, b);
  const events = compareEvents(a.events, b.events);
  const numbers = compareNumbers(a, b);
  return [
    words.cosine,
    words.contained,
    words.rare,
    words.names,
    words.tiny,
    events.core,
    events.background,
    events.generic,
    events.sameHead,
    events.open,
    events.nameClash,
    events.nounClash,
    events.mainsDiffer,
    compareQuotations(a.quotation, b.quotation),
    numbers.meet,
    numbers.clash,
    Number(a.isWish !== b.isWish),
    words.sizes,
    words.shared,
    compareTopics(topicA, topicB),
    words.cosine > 0.9 ? 1 : 0,
  ];
}

/** Compares two propositions. Pure; linear in their sizes. */
export function decideClaim(a: Said, b: Said): ClaimDecision {
  const [
    cosine,
    contained,
    rare,
    names,
    tiny,
    core,
    background,
    generic,
    sameHead,
    open,
    nameClash,
    nounClash,
    mainsDiffer,
    quotation,
    meet,
    clash,
    wish,
    sizes,
    shared,
    topic,
    exact,
  ] = evidence(a, b);
  const isQuotation = quotation >= SAME_QUOTATION;
  const w = WEIGHTS;
  let score = w.none + w.cosine * cosine + w.contained * contained + w.rare * rare + w.names * names;
  score += w.core * core + w.background * background + w.generic * generic;
  score += w.sameHead * sameHead + w.open * open + w.numbersMeet * meet;
  if (core === 0) score += w.tiny * tiny;
  if (quotation >= RELATED_QUOTATION) score += w.quotation * quotation;
  if (!isQuotation) score += w.nameClash * nameClash + w.nounClash * nounClash + w.mainsDiffer * mainsDiffer;
  score += w.numbersClash * clash + w.wish * wish;
  score += w.topic * topic + w.shared * shared + w.sizes * sizes + w.exact * exact * topic;
  return { score, reason: reasonOf(isQuotation, core, cosine) };
}

function reasonOf(isQuotation: boolean, core: number, cosine: number): string {
  if (isQuotation) return 'the same quotation';
  if (core === 1) return 'the same event of the same name';
  if (core > 0) return 'the same event of the same kind';
  return cosine > 0.8 ? 'nearly the same words' : 'words and events in common';
}

/** How far two articles are about the same: a proposition without names means nothing outside its story. */
function compareTopics(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (const word of a) if (b.includes(word)) shared++;
  return Math.min(1, shared / SAME_TOPIC);
}

/** Shared topic words from which on two articles are about the same. */
const SAME_TOPIC = 5;

function compareWords(a: Fingerprint, b: Fingerprint) {
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
      const least = Math.min(a.weights[i], b.weights[j]);
      dot += a.weights[i] * b.weights[j];
      shared += least;
      if (isNameHash(a.words[i])) names = 1;
      else if (least > RARE_WEIGHT) rare++;
      i++;
      j++;
    }
  }
  const sizeA = sum(a.weights);
  const sizeB = sum(b.weights);
  const small = Math.min(sizeA, sizeB);
  return {
    cosine: dot === 0 ? 0 : dot / Math.sqrt(sumOfSquares(a.weights) * sumOfSquares(b.weights)),
    contained: small === 0 ? 0 : shared / small,
    rare: Math.min(1, rare / ENOUGH_RARE),
    names,
    tiny: Math.max(0, 1 - small / TINY),
    sizes: small / Math.max(1, sizeA, sizeB),
    shared: Math.min(1, shared / 150),
  };
}

/** In tenths of a nat. */
const RARE_WEIGHT = 30;
const TINY = 60;
const ENOUGH_RARE = 4;

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function sumOfSquares(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value * value;
  return total;
}

function compareEvents(a: readonly EventPrint[], b: readonly EventPrint[]) {
  const found = {
    core: 0,
    background: 0,
    generic: 0,
    sameHead: 0,
    open: 0,
    nameClash: 0,
    nounClash: 0,
    mainsDiffer: 0,
  };
  let sharedMain = false;
  for (const one of a) {
    for (const other of b) {
      if (one.sense !== other.sense) continue;
      const both = one.isMain && other.isMain;
      const weight = both ? 1 : 0.5;
      if (both) sharedMain = true;
      if (one.affected.length === 0 || other.affected.length === 0) {
        found.open = Math.max(found.open, weight);
        continue;
      }
      const meeting = one.affected.filter((word) => other.affected.includes(word));
      if (meeting.length === 0) {
        const clash = one.affected.some(isNameHash) && other.affected.some(isNameHash) ? 'nameClash' : 'nounClash';
        found[clash] = Math.max(found[clash], weight);
        continue;
      }
      if (one.affected[0] === other.affected[0]) found.sameHead = 1;
      if (!one.isKnown) found.generic = Math.max(found.generic, weight);
      else if (both) found.core = Math.max(found.core, meeting.some(isNameHash) ? 1 : 0.6);
      else found.background = 1;
    }
  }
  if (found.core > 0) found.background = 0;
  if (found.core + found.background + found.generic > 0) {
    found.nameClash = 0;
    found.nounClash = 0;
  }
  const bothHaveMains = a.some(({ isMain }) => isMain) && b.some(({ isMain }) => isMain);
  found.mainsDiffer = bothHaveMains && !sharedMain ? 1 : 0;
  return found;
}

/** Whether the same is counted in both, and whether a number of it fits. */
function compareNumbers(a: Fingerprint, b: Fingerprint): { meet: number; clash: number } {
  let clash = 0;
  for (const one of a.numbers) {
    for (const other of b.numbers) {
      if (one.of !== other.of) continue;
      if (compatibleRanges(one.range, other.range)) return { meet: 1, clash: 0 };
      clash = 1;
    }
  }
  return { meet: 0, clash };
}

/** Share of the runs of the shorter quotation that the other has too. */
export function compareQuotations(a: QuotationPrint, b: QuotationPrint): number {
  const step = Math.max(a.step, b.step);
  const one = a.step === step ? a.runs : a.runs.filter((run) => run % step === 0);
  const other = b.step === step ? b.runs : b.runs.filter((run) => run % step === 0);
  const fewest = Math.min(one.length, other.length);
  if (fewest === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] < other[j]) i++;
    else if (one[i] > other[j]) j++;
    else {
      shared++;
      i++;
      j++;
    }
  }
  return shared / fewest;
}
