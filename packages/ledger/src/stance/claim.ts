import { tokenize } from '@hearsay/reader/language/tokens';
import { stem } from '../stem.ts';
import { SIGNALS, signalOf } from './stance-words.ts';
import { hashOf, pairHash, STOP_WORDS } from './words.ts';

/** A claim as the judgement sees it. */
export interface Claim {
  /** The stems of its words of content in order, each once. */
  readonly stems: Int32Array;
  /** Their beginnings, for words that are inflected or spelled otherwise. */
  readonly prefixes: Int32Array;
  /** Whether a stem is a number. */
  readonly numeric: Uint8Array;
  /** How many of its words give each of `SIGNALS`. */
  readonly signals: Float32Array;
  /** What else its form tells, by `CLAIM_FORMS`. */
  readonly forms: Float32Array;
  /** Hashes of its words and pairs of words as they stand, and of its first: what the learnt weights are for. */
  readonly cues: Int32Array;
}

export const CLAIM_FORMS = ['words', 'question', 'colon', 'quoted', 'opens with no', 'capitals'] as const;

/** Longest claim that is read, in UTF-16 units: a claim is a sentence or a headline; what follows is left out. */
const MAX_CLAIM_LENGTH = 2_000;

/** Reads a claim: a headline or a sentence, in any capitals. */
export function readClaim(claim: string): Claim {
  const text = claim.slice(0, MAX_CLAIM_LENGTH);
  const tokens = tokenize(text);
  const words = Array.from(tokens.start, (start, at) => text.slice(start, tokens.end[at]));
  const lower = words.map((word) => word.toLowerCase().replaceAll('’', "'"));
  const content = [...new Set(lower.filter(isContent).map(stem))];
  const signals = new Float32Array(SIGNALS.length);
  for (const word of lower) if (signalOf(word) >= 0) signals[signalOf(word)]++;
  return {
    stems: Int32Array.from(content, hashOf),
    prefixes: Int32Array.from(content, (word) => hashOf(prefix(word))),
    numeric: Uint8Array.from(content, (word) => Number(/\d/.test(word))),
    signals,
    forms: Float32Array.from([
      lower.length,
      Number(text.includes('?')),
      Number(text.includes(':')),
      Number(/["“”‘]|(?:^|\s)'/u.test(text)),
      Number(/^(?:no|nope|sorry)$/.test(lower[0] ?? '')),
      Number(words.filter((word) => /^\p{Lu}{2,}$/u.test(word)).length > words.length / 2),
    ]),
    cues: cuesOf(lower),
  };
}

/** Whether a word, in lower case, says what a text is about. */
export function isContent(word: string): boolean {
  return /[\p{L}\d]/u.test(word) && !STOP_WORDS.has(word);
}

const PREFIX = 5;

export function prefix(stemmed: string): string {
  return `${stemmed.slice(0, PREFIX)}-`;
}

function cuesOf(lower: readonly string[]): Int32Array {
  const hashes = lower.map(hashOf);
  const cues = new Set<number>(hashes);
  for (let at = 1; at < hashes.length; at++) cues.add(pairHash(hashes[at - 1], hashes[at]));
  if (hashes.length > 0) cues.add(pairHash(OPENING, hashes[0]));
  return Int32Array.from(cues);
}

const OPENING = hashOf('<opening>');
