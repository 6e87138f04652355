import type { Reading } from '@hearsay/reader/reading';
import { text } from '../text/en.ts';

/** An assertion in one line, for who does not see its mark: what is seen of it, then chain, cue, certainty. */
export function describeAssertion(reading: Reading, ordinal: number): string {
  const { chain, cue, certainty, repaired } = reading.assertions[ordinal]!;
  const names = chain.map((id) => actorName(reading, id));
  return [
    certainty === 'CT+' ? `${ordinal + 1}` : `${ordinal + 1} ${certainty}`,
    names.length > 0 ? names.join(` ${text.chainLink} `) : text.noSpeaker,
    wordsOf(reading, cue),
    text.certainty[certainty],
    repaired === undefined ? '' : text.article.mended[repaired],
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The exact words of some spans. */
export function wordsOf(reading: Reading, spans: readonly { start: number; end: number }[]): string {
  return spans.map(({ start, end }) => reading.text.slice(start, end)).join(' … ');
}

export function actorName(reading: Reading, id: string): string {
  return reading.actors.find((actor) => actor.id === id)?.name ?? id;
}
