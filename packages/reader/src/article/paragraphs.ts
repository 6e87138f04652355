import { characterClass, isSpace, LETTER } from '../language/characters.ts';
import type { Span } from '../reading.ts';

/** Lines longer than this were not wrapped by hand: each is a paragraph. E-mail and wire text wrap at 65 to 100. */
const WIDEST_WRAP = 120;

/**
 * The paragraphs of a plain text, in order, without the white space at their ends. Blank lines part them. A single line
 * break does too, unless the text is wrapped (the next line's first word would not have fitted into the widest line) or
 * a sentence runs on over it.
 */
export function paragraphs(text: string): Span[] {
  const lines = nonEmptyLines(text);
  let width = 0;
  for (const { start, end } of lines) width = Math.max(width, end - start);
  const found: Span[] = [];
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    if (i > 0 && !line.afterBlank && isWrap(text, previous, line, width)) {
      found[found.length - 1].end = line.end;
    } else found.push({ start: line.start, end: line.end });
  });
  return found;
}

/** A bullet or a number with a dot or bracket, and space after it. */
export function isListItem(text: string, at: number): boolean {
  return LIST_MARK.test(text.slice(at, at + 6));
}

/** Letters from here on have no case to tell the start of a sentence by. */
const CASELESS = 0x530;

const LIST_MARK = /^(?:[-*•‣▪◦·●]|\d{1,2}[.)]|\([a-z\d]\))\s/u;

interface Line extends Span {
  readonly afterBlank: boolean;
}

function nonEmptyLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = -1;
  let end = 0;
  let breaks = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    const isBreak =
      code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10) || code === 0x2028 || code === 0x2029;
    if (isBreak || at === text.length) {
      if (start >= 0) lines.push({ start, end, afterBlank: breaks > 1 });
      if (start >= 0) breaks = 0;
      breaks += code === 0x2029 ? 2 : 1;
      start = -1;
    } else if (!isSpace(code)) {
      if (start < 0) start = at;
      end = at + 1;
    }
  }
  return lines;
}

function isWrap(text: string, line: Span, next: Span, width: number): boolean {
  if (isListItem(text, next.start)) return false;
  if (runsOn(text, line, next)) return true;
  if (width > WIDEST_WRAP) return false;
  let word = next.start;
  while (word < next.end && word - next.start <= width && !isSpace(text.charCodeAt(word))) word++;
  return line.end - line.start + 1 + (word - next.start) > width;
}

/** A letter or comma before the break and a small letter after it. */
function runsOn(text: string, line: Span, next: Span): boolean {
  const last = text.charCodeAt(line.end - 1);
  const first = text.charCodeAt(next.start);
  return first < CASELESS && characterClass(first) === LETTER && (last === 0x2c || characterClass(last) === LETTER);
}
