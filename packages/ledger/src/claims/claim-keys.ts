import type { Said } from './decision.ts';
import { isNameHash } from './fingerprint.ts';

const MOST_EVENT_KEYS = 4;
const MOST_QUOTATION_KEYS = 2;
const PAIRED_WORDS = 4;
const PAIRED_TOPICS = 3;
const FILED_WORDS = 3;
const FILED_TOPICS = 2;

export interface ClaimKeys {
  keys: number[];
  /** How many of them, the first, are of events and quotations; the others are of two words, which many contents have. */
  precise: number;
}

/**
 * Keys under which a proposition's likely partners are looked for: predicate with whom it concerns, quoted runs of words,
 * pairs of the words that tell most, with each other and with what the article is about. At most 24, of 31 bits.
 */
export function claimKeys(said: Said): ClaimKeys {
  return keysOver(said, PAIRED_WORDS, PAIRED_TOPICS);
}

/** The fewer keys under which a proposition is filed: they are among `claimKeys` of what is nearly the same. */
export function filingKeys(said: Said): number[] {
  return keysOver(said, FILED_WORDS, FILED_TOPICS).keys;
}

function keysOver({ fingerprint, topic }: Said, pairedWords: number, pairedTopics: number): ClaimKeys {
  const { words, weights, events, quotation } = fingerprint;
  const keys = new Set<number>();
  for (const { sense, affected } of events) {
    for (const word of affected) {
      if (keys.size < MOST_EVENT_KEYS) keys.add(joined(EVENT, sense, word));
    }
  }
  // The smallest hashes of both stay the same where one quotation is most of the other.
  for (const run of [...quotation.runs].sort((a, b) => scrambled(a) - scrambled(b)).slice(0, MOST_QUOTATION_KEYS)) {
    keys.add(joined(QUOTATION, run, 0));
  }
  const precise = keys.size;
  // "Comment", left unsaid in two articles, is nothing that two articles say.
  if (words.length < 2) return { keys: [...keys], precise };
  const telling = words
    .map((word, at) => ({ word, weight: weights[at] + (isNameHash(word) ? NAME_BONUS : 0) }))
    .sort((a, b) => b.weight - a.weight || a.word - b.word)
    .slice(0, pairedWords)
    .map(({ word }) => word);
  for (const [at, word] of telling.entries()) {
    for (const other of telling.slice(at + 1)) keys.add(pairKey(word, other));
    for (const about of topic.slice(0, pairedTopics)) if (about !== word) keys.add(pairKey(word, about));
  }
  return { keys: [...keys], precise };
}

function pairKey(a: number, b: number): number {
  return joined(PAIR, Math.min(a, b), Math.max(a, b));
}

const EVENT = 1;
const QUOTATION = 2;
const PAIR = 3;
/** Names lose weight where their article is about them, and yet join articles; in tenths of a nat. */
const NAME_BONUS = 15;

function joined(kind: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 1;
}

function scrambled(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 0;
}
