import type { Span } from '../reading.ts';
import { abbreviationKind, BEFORE_NAME, BEFORE_NUMBER } from './abbreviations.ts';
import { CAPITAL, characterClass, isAlphanumeric, isSpace, LETTER } from './characters.ts';
import type { Sentences, Tokens } from './language.ts';
import { CALENDAR, SPEECH_VERBS, STARTERS, TIME_ZONES } from './starters.ts';

/**
 * Groups tokens into sentences. A full stop, question or exclamation mark ends one together with the quotation marks
 * and brackets that close on it; an opening mark begins the next. Block borders always end a sentence; without
 * `blocks`, blank lines do; text that goes on and on is cut. One pass, linear in the number of tokens.
 *
 * @param blocks in order and not overlapping, as UTF-16 offsets into `tokens.text`
 */
export function splitSentences(tokens: Tokens, blocks?: readonly Span[]): Sentences {
  const { count } = tokens;
  const first = new Int32Array(count);
  const end = new Int32Array(count);
  const of = new Int32Array(count);
  const endsBlock = blocks ? blockBorders(tokens, blocks) : blankLines(tokens);
  let sentences = 0;
  let start = 0;
  // Straight marks since the paragraph began: an odd number leaves a quotation open.
  let open = false;
  for (let at = 0; at < count; at++) {
    const stop = at;
    if (isStraightMark(tokens, at)) open = !open;
    const isFull = at - start + 1 >= LONGEST_SENTENCE;
    let border = endsBlock(at);
    if (!border && mayEnd(tokens, stop)) {
      while (!border && closesAfter(tokens, stop, at + 1, open)) {
        at++;
        if (isStraightMark(tokens, at)) open = !open;
        border = endsBlock(at);
      }
      if (!border && !isFull && !ends(tokens, stop, at)) continue;
    } else if (!border && !isFull) continue;
    if (border) open = false;
    of.fill(sentences, start, at + 1);
    first[sentences] = start;
    start = end[sentences++] = at + 1;
  }
  return { count: sentences, first: first.subarray(0, sentences), end: end.subarray(0, sentences), of };
}

/**
 * Tokens after which a sentence ends whatever follows. The longest of PolNeAR has 220; without a limit, text that never
 * stops would take time with its square in every stage that looks through a sentence.
 */
const LONGEST_SENTENCE = 500;

const DOT = 0x2e;
const ELLIPSIS = 0x2026;

/** True for the last token before a block edge; to be asked of tokens in order. */
function blockBorders(tokens: Tokens, blocks: readonly Span[]): (at: number) => boolean {
  let block = 0;
  return (at) => {
    if (at === tokens.count - 1) return true;
    const tokenEnd = tokens.end[at];
    const next = tokens.start[at + 1];
    while (block < blocks.length && blocks[block].end < tokenEnd) block++;
    if (block === blocks.length) return false;
    const { start, end } = blocks[block];
    return start >= tokenEnd ? start <= next : end <= next;
  };
}

function blankLines(tokens: Tokens): (at: number) => boolean {
  const { text, count, start, end } = tokens;
  return (at) => at === count - 1 || (start[at + 1] > end[at] + 1 && hasBlankLine(text, end[at], start[at + 1]));
}

/** Two line ends in the white space between two offsets; CR LF is one. */
function hasBlankLine(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2029) return true;
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10) || code === 0x2028) lines++;
  }
  return lines > 1;
}

function isStraightMark(tokens: Tokens, at: number): boolean {
  return tokens.text.charCodeAt(tokens.start[at]) === 0x22;
}

/** Full stops, question and exclamation marks, ellipses, and words that end in a dot. */
function mayEnd(tokens: Tokens, at: number): boolean {
  const last = tokens.text.charCodeAt(tokens.end[at] - 1);
  return last === DOT || last === 0x21 || last === 0x3f || last === ELLIPSIS || (last >= 0x3001 && isWideStop(last));
}

function isWideStop(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff0e;
}

/**
 * Whether the mark at `at` closes on the stop at `stop`, all marks between closing too. A mark glued to the next word
 * opens where the run holds such a mark already ("dearly.””Soldiers") or, if straight, where no quotation is open.
 */
function closesAfter(tokens: Tokens, stop: number, at: number, open: boolean): boolean {
  if (at >= tokens.count) return false;
  const { text, start, end } = tokens;
  const code = text.charCodeAt(start[at]);
  const spaced = start[at] > end[at - 1];
  switch (code) {
    case 0x29: // )
    case 0x5d: // ]
    case 0x7d: // }
      return true;
    case 0x201d: // ”
    case 0xbb: // »
    case 0x203a: // ›
      return !glued(text, end[at]) || (!spaced && !holds(tokens, stop + 1, at, code));
    case 0x22:
      if (spaced) return open && !glued(text, end[at]);
      return open || !glued(text, end[at]);
    case 0x27:
    case 0x2019:
      if (end[at] - start[at] > 1 && text.charCodeAt(start[at] + 1) !== code) return false;
      return spaced ? !glued(text, end[at]) : !glued(text, end[at]) || !holds(tokens, stop + 1, at, code);
    case 0x201c: // “ and ‘ turned the wrong way, with space on both sides or the text's end
    case 0x2018:
      return !(end[at] < text.length) || isSpace(text.charCodeAt(end[at]));
    default:
      return false;
  }
}

function glued(text: string, at: number): boolean {
  return at < text.length && isAlphanumeric(text.charCodeAt(at));
}

function holds(tokens: Tokens, from: number, to: number, code: number): boolean {
  for (let i = Math.max(from, to - 8); i < to; i++) {
    if (tokens.text.charCodeAt(tokens.start[i]) === code) return true;
  }
  return false;
}

/** Whether the stop at `stop`, its closing marks reaching to the token `last`, ends a sentence before what follows. */
function ends(tokens: Tokens, stop: number, last: number): boolean {
  const { text, start, end } = tokens;
  const after = text.charCodeAt(start[last + 1]);
  const spaced = start[last + 1] > end[last];
  if (after === 0x2c || after === 0x3b || after === 0x3a || after === 0x29) return false;
  // A clitic: "the U.K.'s".
  if ((after === 0x27 || after === 0x2019) && isAlphanumeric(text.charCodeAt(start[last + 1] + 1)) && !spaced)
    return false;
  const follower = firstWord(tokens, last + 1);
  const kind = characterClass(text.charCodeAt(start[follower]));
  const lowercase = kind === LETTER && isLowercase(tokens, follower);
  const first = text.charCodeAt(start[stop]);
  const final = text.charCodeAt(end[stop] - 1);
  if (first === DOT && end[stop] - start[stop] === 1) return !lowercase;
  const begins = kind === CAPITAL && (follower === last + 1 || isOpening(after));
  if (first === DOT || first === ELLIPSIS) return begins;
  if (final === DOT) return begins && abbreviationEnds(tokens, stop, last, follower);
  // "?" and "!" do not end a sentence whose next words report them: "'Why?' he asked", "'Why?' Mara Dara asked".
  return !lowercase && !(last > stop && (isDash(after) || isReported(tokens, last + 1)));
}

/** Up to four capitalised words, none of which starts sentences, and then a verb of speech. */
function isReported(tokens: Tokens, at: number): boolean {
  const { text, start, end, count } = tokens;
  for (let i = at; i < at + 5 && i < count; i++) {
    const word = text.slice(start[i], end[i]);
    if (characterClass(text.charCodeAt(start[i])) !== CAPITAL) return i > at && SPEECH_VERBS.has(word);
    if (STARTERS.has(word)) return false;
  }
  return false;
}

/** The abbreviation at `stop` ends a sentence where what follows it cannot go on with it. */
function abbreviationEnds(tokens: Tokens, stop: number, last: number, follower: number): boolean {
  const { text, start, end } = tokens;
  const written = text.slice(start[stop], end[stop] - 1);
  const kind = abbreviationKind(written);
  if (kind === BEFORE_NAME && last === stop) return false;
  if (kind === BEFORE_NUMBER) return false;
  const next = text.slice(start[follower], end[follower]);
  if (STARTERS.has(next)) return true;
  // A mark that closes or opens between them parts them, save in a nickname ("J. 'Bob' Smith").
  if (written.length === 1) return false;
  if (last > stop || follower > last + 1) return true;
  const lowercase = characterClass(text.charCodeAt(start[stop])) === LETTER;
  return lowercase && written !== 'v' && written !== 'vs' && !CALENDAR.has(next) && !TIME_ZONES.has(next);
}

/** The first token from `at` that is no opening mark, within three. */
function firstWord(tokens: Tokens, at: number): number {
  const limit = Math.min(at + 3, tokens.count - 1);
  let i = at;
  while (i < limit && !isAlphanumeric(tokens.text.charCodeAt(tokens.start[i]))) i++;
  return i;
}

/** A word that begins in lower case and has no capital inside ("iPhone", "al-Rawi" may begin a sentence). */
function isLowercase(tokens: Tokens, at: number): boolean {
  for (let i = tokens.start[at]; i < tokens.end[at]; i++) {
    if (characterClass(tokens.text.charCodeAt(i)) === CAPITAL) return false;
  }
  const code = tokens.text.charCodeAt(tokens.start[at]);
  if (code === 0x68 && tokens.text.startsWith('http', tokens.start[at])) return false;
  // Scripts without case begin sentences as they are.
  return code < 0x530;
}

/** Marks that may stand before the first word of a sentence. */
function isOpening(code: number): boolean {
  if (code === 0x22 || code === 0x27 || code === 0x60 || code === 0xab || code === 0x2039) return true;
  return code >= 0x2018 && code <= 0x201f;
}

function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2012 && code <= 0x2015);
}
