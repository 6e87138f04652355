import type { Language } from '@hearsay/reader/language/language';
import type { Actor, Assertion } from '@hearsay/reader/reading';
import { SIGNALS, signalOf } from './stance-words.ts';

/** How a word of a text can stand: within reach of a word that gives a signal, or inside what is said so. */
export const STANDINGS = [
  ...SIGNALS,
  'attributed',
  'denied',
  'uncertain',
  'distanced',
  'hedged by the reporter',
  'quoted',
  'by somebody unnamed',
  'by an organization',
] as const;

export type Standing = (typeof STANDINGS)[number];

/** How many tokens after and before it a word that gives a signal reaches: what is hedged or negated mostly follows. */
const REACH_AFTER = 6;
const REACH_BEFORE = 3;

/** For each token of a sentence the signals that reach it, a bit for each of `STANDINGS`. */
export function standingsOfSentence({ tokens }: Language, first: number, end: number): Uint16Array {
  const standings = new Uint16Array(end - first);
  for (let token = first; token < end; token++) {
    const word = tokens.text.slice(tokens.start[token], tokens.end[token]).toLowerCase().replaceAll('’', "'");
    const signal = signalOf(word);
    if (signal < 0) continue;
    const last = Math.min(end - 1, token + REACH_AFTER);
    for (let at = Math.max(first, token - REACH_BEFORE); at <= last; at++) standings[at - first] |= 1 << signal;
  }
  return standings;
}

/**
 * Adds to the words inside what an assertion says how it is said.
 *
 * @param starts where each word begins in the reading's text, in order
 */
export function addStandings(
  { content, certainty, stance, kind }: Assertion,
  speaker: Actor['type'] | undefined,
  starts: readonly number[],
  standings: number[],
): void {
  const said = [
    kind !== 'narration',
    certainty.endsWith('-'),
    certainty === 'Uu' || certainty.startsWith('P'),
    stance === 'distances',
    kind === 'narration',
    kind === 'direct' || kind === 'mixed',
    speaker === 'unnamed',
    speaker === 'organization',
  ];
  const bits = said.reduce((all, is, at) => all | (Number(is) << (SIGNALS.length + at)), 0);
  for (const { start, end } of content) {
    for (let at = firstFrom(starts, start); at < starts.length && starts[at] < end; at++) standings[at] |= bits;
  }
}

function firstFrom(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
