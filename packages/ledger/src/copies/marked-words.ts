import { findQuotations } from '@hearsay/reader/attribution/quotations';
import type { Reading, Span } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { stem } from '../stem.ts';
import { addressesReader } from './addresses-reader.ts';

/** Of what kind a word is: only the narrative is the article's own. */
export const NARRATIVE = 0;
/** A name, number or day: narrative too, but whoever reports the same facts has the same ones. */
export const NAME = 1;
export const QUOTED = 2;
/** "Follow us on Twitter": the site's words, in all its articles. */
export const SITE = 3;

/** The words of a text in order, as parallel arrays. */
export interface MarkedWords {
  readonly count: number;
  /** 32 bits of what a word's inflections have in common: a light rewrite changes tense and number first. */
  readonly hash: Uint32Array;
  /** `NARRATIVE`, `NAME`, `QUOTED` or `SITE`. */
  readonly kind: Uint8Array;
  /** Whether the word is a function word. */
  readonly isFunctionWord: Uint8Array;
  readonly sentences: readonly MarkedSentence[];
}

/** A sentence with its words: `first` and those behind it, up to the next sentence's first. */
export interface MarkedSentence extends Span {
  first: number;
}

/** The words of an article's text, runs of letters and digits, each with its kind. Linear in the text's length. */
export function markedWords(article: AnalysedArticle): MarkedWords {
  const { reading } = article;
  const { text } = reading;
  const kinds = characterKinds(article);
  const hash: number[] = [];
  const kind: number[] = [];
  const isFunctionWord: number[] = [];
  const spans = sentencesOf(reading);
  const sentences: MarkedSentence[] = [];
  let next = 0;
  for (const match of text.matchAll(WORD)) {
    if (next < spans.length && match.index >= spans[next].start) {
      while (next + 1 < spans.length && match.index >= spans[next + 1].start) next++;
      sentences.push({ ...spans[next++], first: hash.length });
    }
    const word = match[0].toLowerCase();
    const isFunction = FUNCTION_WORDS.has(word);
    hash.push(hashOf(isFunction ? word : stem(word)));
    const isFact = kinds[match.index] === NARRATIVE && (STARTS_WITH_DIGIT.test(word) || NUMBERS_AND_DAYS.has(word));
    kind.push(isFact ? NAME : kinds[match.index]);
    isFunctionWord.push(isFunction ? 1 : 0);
  }
  return {
    count: hash.length,
    hash: Uint32Array.from(hash),
    kind: Uint8Array.from(kind),
    isFunctionWord: Uint8Array.from(isFunctionWord),
    sentences,
  };
}

/** Words that say that another's follow, without marks, to the end of the paragraph: "The report read: The mayor …". */
const ANNOUNCED =
  /(?<=\b(?:follows|posted|read|reads|said|says|stated|states|statement|tweeted|writes|wrote):\s+)\p{Lu}/u;

const WORD = /[\p{L}\p{N}]+/gu;
const STARTS_WITH_DIGIT = /^\p{N}/u;
const NUMBERS_AND_DAYS: ReadonlySet<string> = new Set(
  `two three four five six seven eight nine ten eleven twelve monday tuesday wednesday thursday friday saturday
  sunday`.split(/\s+/),
);

/** In another language than English the reader gives no sentences: there blocks do. The first begins with the text. */
function sentencesOf({ sentences, blocks, text }: Reading): Span[] {
  const spans = sentences.length > 0 ? sentences : blocks;
  const [first = { start: 0, end: text.length }, ...rest] = spans;
  return [{ start: 0, end: first.end }, ...rest];
}

/** For each character of the text of what kind the words there are. */
function characterKinds({ reading, language }: AnalysedArticle): Uint8Array {
  const { tokens, sentences, name } = language;
  const { text, blocks } = reading;
  const kinds = new Uint8Array(text.length);
  for (let token = 0; token < tokens.count; token++) {
    if (name[token] !== 0) kinds.fill(NAME, tokens.start[token], tokens.end[token]);
  }
  for (const quotation of findQuotations(tokens, sentences, blocks)) {
    if (!quotation.name) kinds.fill(QUOTED, tokens.start[quotation.first], tokens.end[quotation.end - 1]);
  }
  blocks.forEach(({ kind, start, end }, index) => {
    const before = blocks[index - 1];
    const isAnnounced =
      before !== undefined && /:\s*$/u.test(text.slice(Math.max(before.start, before.end - 5), before.end));
    if (kind === 'quotation' || isAnnounced) kinds.fill(QUOTED, start, end);
    const announcement = ANNOUNCED.exec(text.slice(start, end));
    if (announcement) kinds.fill(QUOTED, start + announcement.index, end);
  });
  for (const { start, end } of addressesToReader(reading)) kinds.fill(SITE, start, end);
  return kinds;
}

/** Sentences between two that address the reader, at most so many, are of the same kind: "Really love the Owls?" */
const LONGEST_GAP = 2;

function addressesToReader({ text, sentences }: Reading): Span[] {
  const found: Span[] = [];
  let last = Number.NEGATIVE_INFINITY;
  sentences.forEach(({ start, end }, index) => {
    if (!addressesReader(text.slice(start, end))) return;
    const address = found.at(-1);
    if (address && index - last <= LONGEST_GAP + 1) address.end = end;
    else found.push({ start, end });
    last = index;
  });
  return found;
}

/** FNV-1a over UTF-16 code units, its bits mixed once more: single bytes of it are used. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after also an and are as at be been before being but by can could did do does for from had has have he her him
  his how i if in into is it its just may me might more most my no not now of on only or other our out over s said say says
  she should so some such t than that the their them then there these they this those to up us was we were what when where
  which while who will with would you your`.split(/\s+/),
);
