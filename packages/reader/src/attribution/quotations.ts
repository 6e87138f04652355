import type { Sentences, Tokens } from '../language/language.ts';
import type { Assertion, Block } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { blockRanges } from './block-ranges.ts';
import { findInterpolations } from './interpolations.ts';
import { closingCost, findMarks, ignoringCost, type Mark, type MarkFamily, openingCost } from './quotation-marks.ts';
import { isReportingWord } from './reporting-words.ts';

/** A stretch between quotation marks, or what its writer meant to set between them. The marks that are there are in the range. */
export interface Quotation extends TokenRange {
  /** Token of the opening mark; -1 where it is missing. */
  opening: number;
  /** Token of the closing mark; -1 where it is missing or where the quotation goes on in the next paragraph. */
  closing: number;
  /** 0 for an outer quotation, 1 for one inside it, and so on. */
  level: number;
  /** The next paragraph goes on with it: its first quotation has `continued`. */
  continues: boolean;
  /** The last quotation of the paragraph before goes on in this one. */
  continued: boolean;
  /** False where the marks set off a name, a title, a term or a few words that are no utterance of their own. */
  speech: boolean;
  /** The marks set off a name or a title: nobody's words. */
  name: boolean;
  /** Which quotation mark was mended. */
  repaired?: NonNullable<Assertion['repaired']>;
  /** Editor's words in brackets, brackets included. */
  interpolations: TokenRange[];
}

/**
 * Finds the quotations of a text, in the order in which they begin; a nested one follows the one around it. Marks pair
 * within a block only, so a broken mark spoils nothing beyond its paragraph. Within a block the reading of all its marks
 * that needs the fewest mends is chosen, by dynamic programming over the depth of quotation; time is linear in the length.
 */
export function findQuotations(tokens: Tokens, sentences: Sentences, blocks: readonly Block[]): Quotation[] {
  const quotations: Quotation[] = [];
  const ranges = blockRanges(tokens, blocks);
  let continued = false;
  for (let index = 0; index < ranges.length; index++) {
    const range = ranges[index];
    const marks = findMarks(tokens, range.first, range.end);
    const nextMark = markOpening(tokens, ranges[index + 1]) ?? markOpening(tokens, ranges[index + 2]);
    const found: Quotation[] = [];
    for (const family of FAMILIES) {
      const own = marks.filter((mark) => mark.family === family);
      const goesOn = nextMark?.family === family && nextMark.form !== 'closing';
      if (own.length > 0) pairMarks(tokens, sentences, range, own, goesOn, found);
    }
    const kept = nest(tokens, found);
    const start = kept[0];
    if (continued && start?.opening === range.first) start.continued = true;
    for (const quotation of kept) {
      classify(tokens, sentences, quotation);
      quotation.interpolations = quotation.level === 0 ? findInterpolations(tokens, quotation) : [];
      quotations.push(quotation);
    }
    continued = kept.some((quotation) => quotation.continues) || (continued && marks.length === 0);
  }
  return quotations;
}

/** The mark with which a block opens. */
function markOpening(tokens: Tokens, range: TokenRange | undefined): Mark | undefined {
  return range && findMarks(tokens, range.first, Math.min(range.first + 1, range.end))[0];
}

/** For each token how many quotations enclose it. */
export function quotationDepth(count: number, quotations: readonly Quotation[]): Uint8Array {
  const change = new Int32Array(count + 1);
  for (const { first, end } of quotations) {
    change[first]++;
    change[end]--;
  }
  const depth = new Uint8Array(count);
  for (let token = 0, open = 0; token < count; token++) {
    open += change[token];
    depth[token] = open;
  }
  return depth;
}

const FAMILIES: readonly MarkFamily[] = ['double', 'guillemet', 'single'];

const MAX_DEPTH = 2;
const STATES = MAX_DEPTH + 1;
// What a mend costs beside a doubtful mark (quotation-marks.ts). Set by hand so that each broken pattern of
// quotations.test.ts has the reading that a person gives it; a missing mark must cost more than a wrong form.
const MISSING_MARK = 3;
const NESTED_IN_SAME_FAMILY = 1;
const DOUBLED_MARK = 1;
const UNCLOSED_SINGLE = 2;
const GOES_ON = 0.5;

// What a mark does; REOPEN opens where the quotation before never closed, STRAY closes where none was open.
const OPEN = 0;
const CLOSE = 1;
const REOPEN = 2;
const STRAY = 3;
const DOUBLED = 4;
const IGNORE = 5;

/** Adds the quotations of the cheapest reading of the marks of one family in one block. */
function pairMarks(
  tokens: Tokens,
  sentences: Sentences,
  range: TokenRange,
  marks: readonly Mark[],
  goesOn: boolean,
  quotations: Quotation[],
): void {
  const roles = decode(marks, goesOn);
  const open: number[] = [];
  let border = range.first;
  const close = (mark: number, end: number, closing: number) => {
    const opening = open.pop()!;
    const quotation = quotationOf(marks, opening, mark, end);
    quotation.closing = closing;
    quotations.push(quotation);
    border = end;
    return quotation;
  };
  const closeBefore = (limit: number) => {
    const { token, form } = marks[open.at(-1)!];
    const quotation = close(-1, impliedEnd(tokens, sentences, range, token, limit), -1);
    quotation.repaired = form === 'closing' ? 'both' : 'closing';
  };
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index];
    const role = roles[index];
    if (role === REOPEN) {
      closeBefore(mark.token);
    }
    if (role === OPEN || role === REOPEN) open.push(index);
    else if (role === CLOSE) close(index, mark.token + 1, mark.token);
    else if (role === STRAY) {
      const first = impliedStart(tokens, sentences, border, mark.token);
      const repaired = mark.form === 'opening' ? 'both' : 'opening';
      quotations.push({ ...BLANK, first, end: mark.token + 1, closing: mark.token, repaired });
      border = mark.token + 1;
    } else if (role === DOUBLED) {
      const last = quotations.at(-1);
      if (last && last.end === mark.token) {
        last.end = mark.token + 1;
        last.repaired ??= 'adjacent';
      }
    }
  }
  while (open.length > 0) {
    const mark = marks[open.at(-1)!];
    if (mark.family === 'single' && !goesOn) open.pop();
    else if (goesOn && !endsInReport(tokens, sentences, range, mark.token)) close(-1, range.end, -1).continues = true;
    else closeBefore(range.end);
  }
}

const BLANK = {
  opening: -1,
  level: 0,
  continues: false,
  continued: false,
  speech: true,
  name: false,
  interpolations: [],
};

function quotationOf(marks: readonly Mark[], opening: number, closing: number, end: number): Quotation {
  const from = marks[opening];
  const to = closing < 0 ? undefined : marks[closing];
  const wrongs = (from.form === 'closing' ? 1 : 0) + (to?.form === 'opening' ? 1 : 0);
  const before = marks[opening - 1];
  const touches = before !== undefined && before.token + 1 === from.token && !/\s/u.test(from.before);
  const repaired = touches ? 'adjacent' : wrongs === 2 ? 'both' : 'direction';
  const quotation: Quotation = { ...BLANK, first: from.token, end, opening: from.token, closing: -1 };
  return wrongs > 0 ? { ...quotation, repaired } : quotation;
}

/** Viterbi over the depth of quotation after each mark. */
function decode(marks: readonly Mark[], goesOn: boolean): Uint8Array {
  const count = marks.length;
  const from = new Uint8Array(count * STATES);
  const role = new Uint8Array(count * STATES);
  let cost = new Float64Array(STATES).fill(Number.POSITIVE_INFINITY);
  cost[0] = 0;
  for (let index = 0; index < count; index++) {
    const mark = marks[index];
    const next = new Float64Array(STATES).fill(Number.POSITIVE_INFINITY);
    const step = (state: number, to: number, what: number, price: number) => {
      const total = cost[state] + price;
      if (total >= next[to]) return;
      next[to] = total;
      from[index * STATES + to] = state;
      role[index * STATES + to] = what;
    };
    const opening = openingCost(mark);
    const closing = closingCost(mark);
    const ignoring = ignoringCost(mark);
    const previous = marks[index - 1];
    const touches = previous !== undefined && previous.token + 1 === mark.token;
    for (let state = 0; state < STATES; state++) {
      if (cost[state] === Number.POSITIVE_INFINITY) continue;
      step(state, state, IGNORE, ignoring);
      if (touches) step(state, state, DOUBLED, DOUBLED_MARK + Math.min(opening, closing));
      if (state === 0) {
        step(0, 1, OPEN, opening);
        if (mark.family !== 'single') step(0, 0, STRAY, closing + MISSING_MARK);
      } else {
        step(state, state - 1, CLOSE, closing);
        if (mark.family !== 'single') step(state, state, REOPEN, opening + MISSING_MARK);
        if (state < MAX_DEPTH) step(state, state + 1, OPEN, opening + NESTED_IN_SAME_FAMILY);
      }
    }
    cost = next;
  }
  const unclosed = goesOn ? GOES_ON : marks[0].family === 'single' ? UNCLOSED_SINGLE : MISSING_MARK;
  let state = 0;
  for (let final = 1; final < STATES; final++) {
    if (cost[final] + final * unclosed < cost[state] + state * unclosed) state = final;
  }
  const roles = new Uint8Array(count);
  for (let index = count - 1; index >= 0; index--) {
    roles[index] = role[index * STATES + state];
    state = from[index * STATES + state];
  }
  return roles;
}

/** Where a quotation without closing mark ends: before a reporting clause, else with its sentence or its paragraph. */
function impliedEnd(tokens: Tokens, sentences: Sentences, range: TokenRange, opening: number, limit: number): number {
  const wholeParagraph = opening === range.first;
  for (let token = opening + 1; token < limit; token++) {
    const sentence = sentences.of[token];
    const sentenceEnd = Math.min(sentences.end[sentence], limit);
    if (sentence !== sentences.of[opening + 1] && token === sentences.first[sentence]) {
      if (!wholeParagraph) return token;
      for (let ahead = token; ahead < sentenceEnd; ahead++) if (isReportingWord(tokens, ahead)) return token;
      token = sentenceEnd - 1;
    } else if (tokens.text[tokens.start[token]] === ',' && reportFollows(tokens, token + 1, sentenceEnd)) {
      return token + 1;
    }
  }
  return limit;
}

/** Longest reporting clause that closes a paragraph, in tokens: "the minister for the islands said." */
const LONGEST_CLOSING_REPORT = 8;

/**
 * Whether a paragraph closes with a reporting clause outside the quotation that it opened: then the closing mark is
 * missing, although the next paragraph opens with a mark too.
 */
function endsInReport(tokens: Tokens, sentences: Sentences, range: TokenRange, opening: number): boolean {
  for (let token = range.end - 2; token > Math.max(opening, range.end - LONGEST_CLOSING_REPORT); token--) {
    if (sentences.of[token] !== sentences.of[range.end - 1] || PERSONAL_FORMS.test(wordAt(tokens, token))) return false;
    if (wordAt(tokens, token) === ',')
      return /^\p{L}/u.test(wordAt(tokens, token + 1)) && reportFollows(tokens, token + 1, range.end);
  }
  return false;
}

const PERSONAL_FORMS = /^(?:i|me|my|our|us|we|you|your)$/iu;

const REPORT_REACH = 4;

/** Whether the rest of the sentence opens as a reporting clause does: "he said", "said the minister". */
function reportFollows(tokens: Tokens, first: number, end: number): boolean {
  if (/^(?:and|but|that|which|who|whom)$/.test(wordAt(tokens, first))) return false;
  for (let token = first; token < Math.min(first + REPORT_REACH, end); token++) {
    if (isReportingWord(tokens, token)) return true;
    if (/^[,;:]$/u.test(tokens.text.slice(tokens.start[token], tokens.end[token]))) return false;
  }
  return false;
}

/** Where a quotation without opening mark begins: after a colon or a reporting word of its sentence, else with the sentence. */
function impliedStart(tokens: Tokens, sentences: Sentences, border: number, closing: number): number {
  if (closing === border) return closing;
  const start = Math.max(border, sentences.first[sentences.of[closing - 1]]);
  let first = start;
  for (let token = closing - 2; token >= start; token--) {
    const isColon = tokens.text[tokens.start[token]] === ':';
    if (!isColon && !isReportingWord(tokens, token)) continue;
    first = token + 1;
    if (isColon) return first;
    break;
  }
  while (first < closing - 1 && /^(?:[,;:—–-]|that|and|but)$/u.test(wordAt(tokens, first))) first++;
  return first;
}

/**
 * Sets the levels. Drops what crosses the border of another quotation, the inner pair of marks set twice, and the
 * apostrophes of "rock 'n' roll".
 */
function nest(tokens: Tokens, found: Quotation[]): Quotation[] {
  found.sort((a, b) => a.first - b.first || b.end - a.end);
  const around: Quotation[] = [];
  return found.filter((quotation) => {
    while (around.length > 0 && around.at(-1)!.end <= quotation.first) around.pop();
    const outer = around.at(-1);
    if (outer && quotation.end > outer.end) return false;
    if (outer && quotation.first === outer.first + 1 && quotation.end === outer.end - 1) {
      outer.repaired ??= 'adjacent';
      return false;
    }
    if (quotation.end - quotation.first === 3 && /^n$/iu.test(wordAt(tokens, quotation.first + 1))) return false;
    quotation.level = around.length;
    around.push(quotation);
    return true;
  });
}

const SHORT = 4;
const TITLE_WORD = /^(?:\p{Lu}|\d|(?:al|el)-|(?:a|an|and|at|by|for|from|in|of|on|or|the|to|van|von|with)$)/u;
const PERSONAL = /^(?:i|we|you|he|she|they|it|my|our|your|us|me)$/iu;

/** Tells speech from names and titles, and from words too few to make an utterance of their own. */
function classify(tokens: Tokens, sentences: Sentences, quotation: Quotation): void {
  if (quotation.continues || quotation.continued) return;
  const first = quotation.opening < 0 ? quotation.first : quotation.first + 1;
  const end = quotation.closing < 0 ? quotation.end : quotation.closing;
  let words = 0;
  let titled = true;
  let personal = false;
  for (let token = first; token < end && words <= TITLE_LENGTH; token++) {
    const word = wordAt(tokens, token);
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    words++;
    if (!TITLE_WORD.test(word)) titled = false;
    if (PERSONAL.test(word)) personal = true;
  }
  if (words > TITLE_LENGTH) return;
  const opensSentence = quotation.first === sentences.first[sentences.of[quotation.first]];
  const announced = quotation.first > 0 && /^[,:]$/u.test(wordAt(tokens, quotation.first - 1));
  const standsAlone = opensSentence || announced;
  const isUttered = standsAlone && (words === 1 || /^[,.?!]$/u.test(wordAt(tokens, end - 1)));
  quotation.name = titled && !personal && !isUttered;
  quotation.speech = !quotation.name && words > 0 && (words > SHORT || personal || standsAlone);
}

const TITLE_LENGTH = 10;

function wordAt(tokens: Tokens, token: number): string {
  return tokens.text.slice(tokens.start[token], tokens.end[token]);
}
