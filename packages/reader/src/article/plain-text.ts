import { isSpace } from '../language/characters.ts';
import type { ArticleMetadata, Block, Insert, Span } from '../reading.ts';
import type { Article } from './article.ts';
import { paragraphInserts, type WordInsert } from './inserts.ts';
import { isListItem, paragraphs } from './paragraphs.ts';
import { withTextMetadata } from './text-metadata.ts';

/** What the caller knows of a plain text; `published` is ISO 8601. */
export interface PlainTextHints {
  readonly url?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
  readonly title?: string | undefined;
}

/**
 * Makes an article of a plain text. Its `text` is the input less its inserts and nothing else changed: line ends and
 * odd spacing stay, and `restoreInput` gives the input back. Takes any string.
 *
 * An insert takes along the white space before it, or that after it where it begins a paragraph that goes on, so that
 * what is left reads on; white space between two words of the article always stays.
 */
export function readPlainText(input: string, hints: PlainTextHints = {}): Article {
  const sources = paragraphs(input);
  const cuts = wholeCuts(input, sources, findInserts(input, sources));
  const { text, inserts } = cutOut(input, cuts);
  const blocks = mapBlocks(input, sources, cuts, text, hints.title);
  return withTextMetadata({ text, blocks, inserts, metadata: metadataOf(hints), warnings: [] });
}

/** The input of `readPlainText` again: every insert put back where it stood. */
export function restoreInput({ text, inserts }: Pick<Article, 'text' | 'inserts'>): string {
  const parts: string[] = [];
  let from = 0;
  for (const insert of inserts) {
    parts.push(text.slice(from, insert.at), insert.text);
    from = insert.at;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Inserts by their words, and the paragraphs below a heading of links ("Related:") that are a list or one bare title. */
function findInserts(input: string, sources: readonly Span[]): WordInsert[] {
  const found: WordInsert[] = [];
  let below = 0;
  for (const block of sources) {
    const words = input.slice(block.start, block.end);
    const inserts = paragraphInserts(input, block.start, block.end);
    if (inserts.length > 0) {
      found.push(...inserts);
      const [{ kind, start, end }] = inserts;
      const isHeading = kind === 'teaser' && start === block.start && end === block.end && words.length < 40;
      below = isHeading && !/\p{L}.*[:|] .*\p{L}/u.test(words) ? LINKS_BELOW : 0;
      continue;
    }
    const item = isListItem(input, block.start);
    if (below === 0 || words.length > LONGEST_LINK || (!item && (below < LINKS_BELOW || !isTitle(words)))) {
      below = 0;
      continue;
    }
    found.push({ ...block, kind: 'teaser', why: 'it stands below a heading of links to other stories' });
    below--;
  }
  return found;
}

/** A list of links holds no more than this; a longer one is the article's own. */
const LINKS_BELOW = 12;
const LONGEST_LINK = 150;

/** A line of four words or more without a mark at its end, most of its words capitalised. */
function isTitle(words: string): boolean {
  if (/[.!?:;,…”"’)]$/u.test(words)) return false;
  const all = words.split(/\s+/u);
  return all.length >= 4 && all.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > all.length;
}

/** The inserts with the white space that each takes along, in order and not overlapping. */
function wholeCuts(input: string, sources: readonly Span[], found: readonly WordInsert[]): WordInsert[] {
  const cuts: WordInsert[] = [];
  let source = 0;
  let taken = 0;
  // Whether any word of the article stands before the insert in hand.
  let kept = false;
  for (const insert of found) {
    while (sources[source].end <= insert.start) source++;
    const block = sources[source];
    kept ||= skip(input, taken) < insert.start;
    const begins = insert.start <= Math.max(block.start, skip(input, taken));
    const goesOn = insert.end < block.end;
    const spaced = isSpace(input.charCodeAt(insert.end));
    let { start, end } = insert;
    if (goesOn ? begins : !kept) end = skip(input, end);
    else if (!goesOn || spaced) start = skipBack(input, start, taken);
    cuts.push({ ...insert, start, end });
    taken = end;
  }
  return cuts;
}

function skip(input: string, at: number): number {
  let end = at;
  while (end < input.length && isSpace(input.charCodeAt(end))) end++;
  return end;
}

function skipBack(input: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && isSpace(input.charCodeAt(start - 1))) start--;
  return start;
}

function cutOut(input: string, cuts: readonly WordInsert[]): { text: string; inserts: Insert[] } {
  const parts: string[] = [];
  const inserts: Insert[] = [];
  let from = 0;
  let at = 0;
  for (const { start, end, kind, why } of cuts) {
    parts.push(input.slice(from, start));
    at += start - from;
    inserts.push({ at, text: input.slice(start, end), kind, why });
    from = end;
  }
  parts.push(input.slice(from));
  return { text: parts.join(''), inserts };
}

/** The paragraphs as blocks of the cut text; those with nothing left are gone. */
function mapBlocks(
  input: string,
  sources: readonly Span[],
  cuts: readonly WordInsert[],
  text: string,
  title?: string,
): Block[] {
  const blocks: Block[] = [];
  let cut = 0;
  let removed = 0;
  for (const source of sources) {
    while (cut < cuts.length && cuts[cut].end <= source.start) removed += length(cuts[cut++]);
    let start = source.start - removed;
    if (cut < cuts.length && cuts[cut].start < source.start) start = cuts[cut].start - removed;
    while (cut < cuts.length && cuts[cut].end <= source.end) removed += length(cuts[cut++]);
    let end = source.end - removed;
    if (cut < cuts.length && cuts[cut].start < source.end) end = cuts[cut].start - removed;
    start = Math.min(skip(text, start), end);
    end = skipBack(text, end, start);
    if (start < end) blocks.push({ start, end, kind: blockKind(input, source, text.slice(start, end), title) });
  }
  return blocks;
}

function length({ start, end }: Span): number {
  return end - start;
}

function blockKind(input: string, source: Span, words: string, title: string | undefined): Block['kind'] {
  if (title !== undefined && words === title.trim()) return 'heading';
  return isListItem(input, source.start) ? 'list-item' : 'paragraph';
}

function metadataOf(hints: PlainTextHints): ArticleMetadata {
  const metadata: ArticleMetadata = { language: 'und', bylines: [], origins: {} };
  for (const field of ['title', 'outlet', 'url', 'published'] as const) {
    const value = hints[field];
    if (value === undefined || value === '') continue;
    metadata[field] = value;
    metadata.origins[field] = 'option';
  }
  return metadata;
}
