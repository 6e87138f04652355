import { isNameKey } from './names.ts';
import type { NumberRange } from './numbers.ts';
import type { Polarity, Proposition } from './proposition.ts';
import { EVENT_SENSES } from './senses.ts';

/**
 * A proposition in numbers, as it is kept and compared: words are hashes of 24 bits, odd for names and even for others.
 * Plain JSON; some 150 bytes.
 */
export interface Fingerprint {
  /** Ascending. */
  words: number[];
  /** Of each word: how much it tells, in tenths of a nat. */
  weights: number[];
  events: EventPrint[];
  numbers: { of: number; range: NumberRange }[];
  quotation: QuotationPrint;
  /** How the source stands to the content with its negations taken off. */
  polarity: Polarity;
  isNegated: boolean;
  isWish: boolean;
  isUnrealised: boolean;
  isEarlier: boolean;
  standing: Standing;
}

/** How an assertion stands in its article. */
export interface Standing {
  /** Share of what its words tell that the article's first sentences have too: 0 to 255. */
  lead: number;
  /** How near it is to the article's other assertions: 0 to 255. */
  central: number;
  /** Where in the article it begins: 0 at its first word, 255 at its last. */
  place: number;
  /** Whether it stands in another assertion's content. */
  isNested: boolean;
  /** Hash of the speaker's name, of '' for none. */
  speaker: number;
}

export interface EventPrint {
  sense: number;
  /** Whether the sense is one of the lexicon's events, which tell much by themselves. */
  isKnown: boolean;
  isMain: boolean;
  /** At most `MOST_AFFECTED`. */
  affected: number[];
}

/** A sample of a quotation's runs of three words: those whose hash is divisible by `step`. Ascending. */
export interface QuotationPrint {
  step: number;
  runs: number[];
}

const MOST_WORDS = 40;
const MOST_EVENTS = 8;
const MOST_AFFECTED = 4;
const MOST_NUMBERS = 6;
const MOST_RUNS = 24;
const RUN_LENGTH = 3;

/** The fingerprint of a proposition. What a very long content has too much of is left out: the words that tell least, the last events. */
export function fingerprintOf(proposition: Proposition, standing: Standing): Fingerprint {
  const ranked = proposition.words
    .map((word, at) => ({ word: wordHash(word), weight: Math.round(proposition.weights[at] * 10) }))
    .sort((a, b) => b.weight - a.weight || a.word - b.word)
    .slice(0, MOST_WORDS)
    .sort((a, b) => a.word - b.word);
  const mainFirst = [...proposition.events].sort((a, b) => Number(b.isMain) - Number(a.isMain));
  return {
    words: ranked.map(({ word }) => word),
    weights: ranked.map(({ weight }) => weight),
    events: mainFirst.slice(0, MOST_EVENTS).map(({ sense, affected, isMain }) => ({
      sense: wordHash(sense),
      isKnown: EVENT_SENSES.has(sense),
      isMain,
      affected: affected.slice(0, MOST_AFFECTED).map(wordHash),
    })),
    numbers: proposition.numbers.slice(0, MOST_NUMBERS).map(({ of, range }) => ({ of: wordHash(of), range })),
    quotation: quotationPrint(proposition.quotations),
    polarity: proposition.polarity,
    isNegated: proposition.isNegated,
    isWish: proposition.isWish,
    isUnrealised: proposition.isUnrealised,
    isEarlier: proposition.isEarlier,
    standing,
  };
}

export function isNameHash(hash: number): boolean {
  return (hash & 1) === 1;
}

/** FNV-1a to 24 bits, its last bit telling names from other words. Two words that meet in it are one in eight million. */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return ((hash >>> 8) & ~1) | (isNameKey(word) ? 1 : 0);
}

function quotationPrint(quotations: readonly (readonly string[])[]): QuotationPrint {
  const all = new Set<number>();
  for (const words of quotations) {
    for (let at = 0; at + RUN_LENGTH <= words.length; at++)
      all.add(wordHash(words.slice(at, at + RUN_LENGTH).join(' ')) >>> 1);
  }
  let step = 1;
  let runs = [...all];
  while (runs.length > MOST_RUNS) {
    step *= 2;
    runs = runs.filter((run) => run % step === 0);
  }
  return { step, runs: runs.sort((a, b) => a - b) };
}
