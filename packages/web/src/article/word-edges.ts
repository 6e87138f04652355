import type { Place } from './text-place.ts';

export type Edge = 'start' | 'end';

const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/** How far from an edge words are looked for: longer than any word. */
const REACH = 200;

/** The stretch without the space around it; null where nothing else is in it. */
export function trimmed(text: string, { start, end }: Place): Place | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

/** The stretch with one edge a word further out or in; as it was where that is not possible. Punctuation counts as a word. */
export function moveEdge(text: string, place: Place, edge: Edge, way: 'wider' | 'narrower'): Place {
  const { start, end } = place;
  if (edge === 'start') {
    const at = way === 'wider' ? lastWord(text, Math.max(0, start - REACH), start) : secondWord(text, start, end);
    return at === null ? place : { start: at, end };
  }
  const at =
    way === 'wider' ? firstWordEnd(text, end, Math.min(text.length, end + REACH)) : lastButOneEnd(text, start, end);
  return at === null ? place : { start, end: at };
}

interface Word {
  readonly start: number;
  readonly end: number;
}

function wordsIn(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  for (const { segment, index } of WORDS.segment(text.slice(start, end))) {
    if (segment.trim() !== '') words.push({ start: start + index, end: start + index + segment.length });
  }
  return words;
}

const lastWord = (text: string, start: number, end: number) => wordsIn(text, start, end).at(-1)?.start ?? null;
const secondWord = (text: string, start: number, end: number) => wordsIn(text, start, end)[1]?.start ?? null;
const firstWordEnd = (text: string, start: number, end: number) => wordsIn(text, start, end)[0]?.end ?? null;
const lastButOneEnd = (text: string, start: number, end: number) => wordsIn(text, start, end).at(-2)?.end ?? null;
