import type { Reading } from '@hearsay/reader/reading';

/** Longest title of a story, in UTF-16 code units: two lines on a page. */
const LONGEST_TITLE = 110;
/** A first line up to this long, with no full stop, reads as a title. */
const LONGEST_TITLE_LINE = 120;

/**
 * What a story is called after an article: its headline; without one, the line that stands like a title over its text,
 * else its first sentence that says something, without dateline, shortened at a word.
 */
export function headlineOf(reading: Reading): string {
  const { title } = reading.article;
  if (title !== undefined && title.trim() !== '') return shortened(title);
  return shortened(titleLine(reading) ?? firstSentence(reading));
}

function titleLine({ text, blocks }: Reading): string | undefined {
  const [first, second] = blocks;
  if (first === undefined) return undefined;
  const words = text.slice(first.start, first.end).trim();
  if (first.kind === 'heading') return words === '' ? undefined : words;
  const standsAlone = second !== undefined && words.length <= LONGEST_TITLE_LINE && wordCount(words) >= FEWEST_WORDS;
  return standsAlone && !/[.:;,]["”’']?$/.test(words) && !CREDIT.test(words) ? words : undefined;
}

/** Lines over a text that credit it. */
const CREDIT = /^(?:by|from|photo|image|source|updated?|published|posted)\b/i;
const FEWEST_WORDS = 4;

function firstSentence({ text, sentences, article: { dateline } }: Reading): string {
  let fallback = '';
  for (const { start, end } of sentences.slice(0, 4)) {
    const from = dateline !== undefined && dateline.end > start && dateline.end < end ? dateline.end : start;
    const words = text
      .slice(from, end)
      .replace(/^[\s—–\-:|)]+/, '')
      .trim();
    if (wordCount(words) >= FEWEST_WORDS && !CREDIT.test(words)) return words;
    if (fallback === '') fallback = words;
  }
  return fallback;
}

function wordCount(words: string): number {
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.lastIndexOf(' ', LONGEST_TITLE - 1);
  return `${line.slice(0, cut > 0 ? cut : LONGEST_TITLE - 1).replace(/[\s,;:–—-]+$/, '')}…`;
}
