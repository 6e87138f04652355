import { TAGS } from '../language/tags.ts';
import type { TokenFacts } from './arguments-facts.ts';
import { mix } from './arguments-hash.ts';
import type { Cue, TokenRange } from './attribution.ts';

/** How far a window reaches; beyond these no gold argument of the training articles began or ended, or hardly any. */
const TOKENS_BEFORE = 90;
const TOKENS_AFTER = 110;
const SENTENCES_BEFORE = 3;
const PIECES_BEFORE = 6;
const SENTENCES_AFTER = 5;
const PIECES_AFTER = 10;
const PIECE_TOKENS = 600;
export const MAX_UNITS = TOKENS_BEFORE + TOKENS_AFTER + PIECES_BEFORE + PIECES_AFTER + 20;

const MAX_LEVEL = 4;
const MAX_PATH = 4;
const MAX_CLIMB = 40;

/**
 * The units around one cue that are labelled: each token of its sentence, and larger pieces of the sentences beside it in
 * its paragraph: a quotation as a whole, the words of one sentence outside quotations, a full stop.
 */
export interface Window {
  length: number;
  /** Tokens of each unit. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** The units that are single tokens of the cue's sentence: from `ownFirst` to before `ownEnd`. */
  ownFirst: number;
  ownEnd: number;
  /** The units of the cue. */
  cueFirst: number;
  cueEnd: number;
  /** The units between which all are that begin in a quotation; none where the two are equal. */
  quotedFirst: number;
  quotedEnd: number;
  /** For each unit of the cue's sentence, how many steps up from the cue's head its path to the token turns: 0 to 4. */
  readonly level: Uint8Array;
  /** The token below the turning point on the path to the token; the turning point itself where the path ends there. */
  readonly branch: Int32Array;
  /** Hash of the relations on the path, of at most four steps down from the turning point. */
  readonly path: Int32Array;
  /** Steps down from the turning point, as many as were counted. */
  readonly steps: Uint8Array;
  /** For each unit of the cue's sentence, how strong another cue is that it belongs to, 0 to 4. */
  readonly rival: Uint8Array;
  /** How many others that are probable stand between it and the cue, at most 2. */
  readonly between: Uint8Array;
  /** How many commas, and how many finite verbs, stand between it and the cue, at most 3. */
  readonly commas: Uint8Array;
  readonly verbs: Uint8Array;
}

export function newWindow(): Window {
  return {
    length: 0,
    first: new Int32Array(MAX_UNITS),
    end: new Int32Array(MAX_UNITS),
    ownFirst: 0,
    ownEnd: 0,
    cueFirst: 0,
    cueEnd: 0,
    quotedFirst: 0,
    quotedEnd: 0,
    level: new Uint8Array(MAX_UNITS),
    branch: new Int32Array(MAX_UNITS),
    path: new Int32Array(MAX_UNITS),
    steps: new Uint8Array(MAX_UNITS),
    rival: new Uint8Array(MAX_UNITS),
    between: new Uint8Array(MAX_UNITS),
    commas: new Uint8Array(MAX_UNITS),
    verbs: new Uint8Array(MAX_UNITS),
  };
}

/** Lays the window around a cue. */
export function layWindow(facts: TokenFacts, cue: Cue, window: Window): void {
  const { sentences } = facts.language;
  const sentence = sentences.of[cue.head];
  const ownFirst = Math.max(sentences.first[sentence], cue.head - TOKENS_BEFORE);
  const ownEnd = Math.min(sentences.end[sentence], cue.head + TOKENS_AFTER);

  const before = piecesBefore(facts, ownFirst, sentence);
  window.length = 0;
  for (let i = before.length - 1; i >= 0; i--) addUnit(window, before[i].first, before[i].end);
  window.ownFirst = window.length;
  for (let t = ownFirst; t < ownEnd; t++) addUnit(window, t, t + 1);
  window.ownEnd = window.length;
  window.cueFirst = window.ownFirst + Math.max(cue.first, ownFirst) - ownFirst;
  window.cueEnd = window.ownFirst + Math.min(cue.end, ownEnd) - ownFirst;
  addPiecesAfter(facts, ownEnd, sentence, window);
  boundQuoted(facts, window);
  tracePaths(facts, cue, window);
  markRivals(facts, cue, window);
  countBetween(facts, window);
}

function boundQuoted({ quotation }: TokenFacts, window: Window): void {
  const { first, length } = window;
  let from = 0;
  while (from < length && quotation[first[from]] === 0) from++;
  let end = length;
  while (end > from && quotation[first[end - 1]] === 0) end--;
  window.quotedFirst = from;
  window.quotedEnd = end;
}

function addUnit(window: Window, first: number, end: number): void {
  window.first[window.length] = first;
  window.end[window.length] = end;
  window.length++;
}

/** The pieces before the cue's sentence, nearest first. */
function piecesBefore(facts: TokenFacts, ownFirst: number, sentence: number): TokenRange[] {
  const { sentences, tag } = facts.language;
  const { quotation, quotations, paragraph } = facts;
  const pieces: TokenRange[] = [];
  if (ownFirst !== sentences.first[sentence]) return pieces;
  let end = ownFirst;
  while (end > 0 && pieces.length < PIECES_BEFORE) {
    const s = sentences.of[end - 1];
    if (s < sentence - SENTENCES_BEFORE || paragraph[s] !== paragraph[sentence]) break;
    let first: number;
    if (quotation[end - 1] > 0) first = quotations[quotation[end - 1] - 1].first;
    else if (isStop(tag[end - 1])) first = end - 1;
    else {
      first = end - 1;
      const limit = Math.max(sentences.first[s], end - PIECE_TOKENS);
      while (first > limit && quotation[first - 1] === 0 && !isStop(tag[first - 1])) first--;
    }
    first = Math.max(first, end - PIECE_TOKENS);
    pieces.push({ first, end });
    end = first;
  }
  return pieces;
}

function addPiecesAfter(facts: TokenFacts, ownEnd: number, sentence: number, window: Window): void {
  const { sentences, tokens, tag } = facts.language;
  const { quotation, quotations, paragraph } = facts;
  if (ownEnd !== sentences.end[sentence]) return;
  const announced = COLON === tokens.text.charCodeAt(tokens.end[ownEnd - 1] - 1);
  const lastParagraph = paragraph[sentence] + (announced ? 1 : 0);
  let first = ownEnd;
  const limit = Math.min(window.length + PIECES_AFTER, MAX_UNITS);
  while (first < tokens.count && window.length < limit) {
    const s = sentences.of[first];
    if (s > sentence + SENTENCES_AFTER || paragraph[s] > lastParagraph) break;
    let end: number;
    if (quotation[first] > 0) end = quotations[quotation[first] - 1].end;
    else {
      end = first + 1;
      const limit = Math.min(sentences.end[s], first + PIECE_TOKENS);
      if (!isStop(tag[first])) while (end < limit && quotation[end] === 0 && !isStop(tag[end])) end++;
    }
    end = Math.min(end, first + PIECE_TOKENS);
    addUnit(window, first, end);
    first = end;
  }
}

const COLON = 58;

function isStop(tag: number): boolean {
  return tag === FULL_STOP;
}

/** For each token of the cue's sentence, the path of dependencies from the cue's head to it. */
function tracePaths(facts: TokenFacts, cue: Cue, window: Window): void {
  const { head, relation } = facts.language;
  const { ownFirst, ownEnd, level, branch, path, steps } = window;
  const base = window.first[ownFirst] - ownFirst;
  const traced = new Uint8Array(ownEnd);

  let up = 1;
  let token = cue.head;
  for (let height = 0; token >= 0 && height < MAX_CLIMB; height++) {
    const unit = token - base;
    if (unit >= ownFirst && unit < ownEnd) {
      level[unit] = Math.min(height, MAX_LEVEL);
      branch[unit] = token;
      path[unit] = up;
      steps[unit] = 0;
      traced[unit] = 1;
    }
    if (height < MAX_LEVEL) up = mix(up, relation[token] + 100);
    token = head[token];
  }

  const stack = new Int32Array(MAX_CLIMB);
  for (let unit = ownFirst; unit < ownEnd; unit++) {
    let depth = 0;
    let at = unit;
    while (traced[at] === 0 && depth < MAX_CLIMB) {
      stack[depth++] = at;
      const above = head[at + base];
      if (above < 0 || above - base < ownFirst || above - base >= ownEnd) break;
      at = above - base;
    }
    while (depth > 0) {
      const below = stack[--depth];
      const t = below + base;
      const above = head[t] - base;
      traced[below] = 1;
      if (above < ownFirst || above >= ownEnd || traced[above] === 0) {
        level[below] = MAX_LEVEL + 1;
        branch[below] = t;
        path[below] = mix(7, relation[t]);
        steps[below] = 1;
        continue;
      }
      level[below] = level[above];
      branch[below] = steps[above] === 0 ? t : branch[above];
      steps[below] = Math.min(steps[above] + 1, MAX_PATH + 1);
      path[below] = steps[above] < MAX_PATH ? mix(path[above], relation[t] + 1) : path[above];
    }
  }
}

/** A cue of this strength counts as probable. */
const PROBABLE = 3;

function markRivals({ cueHead, cueStrength }: TokenFacts, cue: Cue, window: Window): void {
  const { ownFirst, ownEnd, cueFirst, cueEnd, first, rival, between } = window;
  for (let unit = ownFirst; unit < ownEnd; unit++) {
    const t = first[unit];
    rival[unit] = cueHead[t] >= 0 && cueHead[t] !== cue.head ? cueStrength[t] : 0;
  }
  let passed = 0;
  for (let unit = cueFirst - 1; unit >= ownFirst; unit--) {
    between[unit] = passed;
    if (rival[unit] >= PROBABLE && (unit === ownFirst || rival[unit - 1] === 0)) passed = Math.min(2, passed + 1);
  }
  for (let unit = cueFirst; unit < cueEnd; unit++) between[unit] = 0;
  passed = 0;
  for (let unit = cueEnd; unit < ownEnd; unit++) {
    between[unit] = passed;
    if (rival[unit] >= PROBABLE && (unit + 1 === ownEnd || rival[unit + 1] === 0)) passed = Math.min(2, passed + 1);
  }
}

const MOST_COUNTED = 3;

function countBetween({ language: { tag } }: TokenFacts, window: Window): void {
  const { ownFirst, ownEnd, cueFirst, cueEnd, first, commas, verbs } = window;
  const count = (unit: number, from: number): void => {
    const passed = tag[first[from]];
    commas[unit] = Math.min(MOST_COUNTED, commas[from] + (passed === COMMA ? 1 : 0));
    verbs[unit] = Math.min(MOST_COUNTED, verbs[from] + FINITE[passed]);
  };
  commas.fill(0, cueFirst, cueEnd);
  verbs.fill(0, cueFirst, cueEnd);
  if (cueFirst > ownFirst) commas[cueFirst - 1] = verbs[cueFirst - 1] = 0;
  for (let unit = cueFirst - 2; unit >= ownFirst; unit--) count(unit, unit + 1);
  if (cueEnd < ownEnd) commas[cueEnd] = verbs[cueEnd] = 0;
  for (let unit = cueEnd + 1; unit < ownEnd; unit++) count(unit, unit - 1);
}

const FULL_STOP = TAGS.indexOf('.');
const COMMA = TAGS.indexOf(',');
const FINITE = Uint8Array.from(TAGS, (tag) => (['VBD', 'VBP', 'VBZ', 'MD'].includes(tag) ? 1 : 0));
