import type { Assertion, Reading, Span } from '@hearsay/reader/reading';
import { visibleText } from './visible-text.ts';

/** One assertion in words instead of spans and ids, for a person to read. */
export interface AssertionLine {
  /** Empty where nobody is named. */
  speaker: string;
  /** Outermost to innermost. */
  chain: string[];
  source: string;
  cue: string;
  content: string;
}

const BETWEEN_SEGMENTS = ' … ';

/** The words that an assertion of this reading rests on, and the names behind its ids. */
export function assertionLine(
  reading: Reading,
  names: ReadonlyMap<string, string>,
  assertion: Assertion,
): AssertionLine {
  const words = (spans: readonly Span[]): string =>
    spans.map(({ start, end }) => visibleText(reading.text.slice(start, end))).join(BETWEEN_SEGMENTS);
  const name = (id: string): string => visibleText(names.get(id) ?? id);
  return {
    speaker: assertion.speaker === null ? '' : name(assertion.speaker),
    chain: assertion.chain.map(name),
    source: words(assertion.source),
    cue: words(assertion.cue),
    content: words(assertion.content),
  };
}

/** Actor ids to names. */
export function actorNames(reading: Reading): ReadonlyMap<string, string> {
  return new Map(reading.actors.map(({ id, name }) => [id, name]));
}

/** Whether somebody is said to say it and nobody could be told to be meant: "he" with no man before. */
export function isUnresolved({ speaker, source }: Assertion): boolean {
  return speaker === null && source.length > 0;
}

export const UNRESOLVED_WORDS = 'who that is cannot be told';

/** FactBank's values in words. */
export const CERTAINTY_WORDS: Readonly<Record<Assertion['certainty'], string>> = {
  'CT+': 'certain',
  'PR+': 'probable',
  'PS+': 'possible',
  'CT-': 'certainly not',
  'PR-': 'probably not',
  'PS-': 'possibly not',
  Uu: 'not committed',
};

/** A FactBank value with its word, where the value is one: "Uu not committed". */
export function certaintyInWords(certainty: string): string {
  const known: Readonly<Record<string, string>> = CERTAINTY_WORDS;
  return Object.hasOwn(known, certainty) ? `${certainty} ${known[certainty]}` : certainty;
}

export const REPAIR_WORDS: Readonly<Record<NonNullable<Assertion['repaired']>, string>> = {
  opening: 'opening mark missing',
  closing: 'closing mark missing',
  both: 'both marks missing',
  adjacent: 'marks of two quotations ran together',
  direction: 'mark turned the wrong way',
};
