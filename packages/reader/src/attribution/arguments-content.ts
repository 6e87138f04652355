import { RELATIONS } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import { CONTENT, OUTSIDE } from './arguments-chain.ts';
import { type LabelledWindow, logMarginal, stepLogProbability } from './arguments-labelled.ts';
import { ABSENT } from './arguments-source.ts';
import type { Window } from './arguments-window.ts';

const SHAPE_FEATURES = 29;
const CLAUSE_FEATURES = 15;
const QUOTATION_FEATURES = 7;
const REMAINDER_FEATURES = 12;
export const CONTENT_FEATURES = SHAPE_FEATURES + CLAUSE_FEATURES + QUOTATION_FEATURES + REMAINDER_FEATURES;

/** The units of a candidate's content: from the first to after the last, and its longest segment. */
interface Extent {
  first: number;
  end: number;
  longFirst: number;
  longEnd: number;
}

/** Writes the features of a candidate's content: its borders, its clause, its quotations, and what it leaves out. */
export function contentFeatures(labelled: LabelledWindow, labels: Uint8Array, out: Float32Array, base: number): void {
  const extent = shapeFeatures(labelled, labels, out, base);
  if (extent === undefined) {
    out.fill(ABSENT, base + 1, base + CONTENT_FEATURES);
    return;
  }
  clauseFeatures(labelled, extent, out, base + SHAPE_FEATURES);
  quotationFeatures(labelled, labels, extent, out, base + SHAPE_FEATURES + CLAUSE_FEATURES);
  remainderFeatures(labelled, labels, extent, out, base + SHAPE_FEATURES + CLAUSE_FEATURES + QUOTATION_FEATURES);
}

function shapeFeatures(
  labelled: LabelledWindow,
  labels: Uint8Array,
  out: Float32Array,
  base: number,
): Extent | undefined {
  const { facts, window, marginals } = labelled;
  let first = -1;
  let end = -1;
  let longFirst = -1;
  let longEnd = -1;
  let segments = 0;
  let units = 0;
  let beyond = 0;
  let leastSure = 0;
  let rivals = 0;
  for (let unit = 0; unit < window.length; unit++) {
    if (labels[unit] !== CONTENT) continue;
    const begin = unit;
    for (; unit < window.length && labels[unit] === CONTENT; unit++) {
      leastSure = Math.min(leastSure, logMarginal(marginals, unit, CONTENT));
      if (unit < window.ownFirst) beyond |= 1;
      else if (unit >= window.ownEnd) beyond |= 2;
      else if (window.rival[unit] > 2) rivals++;
    }
    segments++;
    if (first < 0) first = begin;
    end = unit;
    units += unit - begin;
    if (unit - begin > longEnd - longFirst) {
      longFirst = begin;
      longEnd = unit;
    }
  }
  out[base] = segments;
  if (segments === 0) return undefined;

  const { right, left, opens, closes, cueStrength, functionWord } = facts;
  const { tag, relation, tokens } = facts.language;
  const from = window.first[first];
  const to = window.end[end - 1];
  const follows = to < tokens.count;
  let at = base + 1;
  out[at++] = units;
  out[at++] = beyond;
  out[at++] = leastSure;
  out[at++] = stepLogProbability(labelled, labels, first);
  out[at++] = stepLogProbability(labelled, labels, end);
  out[at++] = first < window.cueFirst ? first - window.cueFirst : first - window.cueEnd;
  out[at++] = end <= window.cueFirst ? end - window.cueFirst - 1 : end - window.cueEnd;
  out[at++] = tag[from];
  out[at++] = tag[to - 1];
  out[at++] = from > 0 ? tag[from - 1] : -1;
  out[at++] = follows ? tag[to] : -1;
  out[at++] = to + 1 < tokens.count ? tag[to + 1] : -1;
  out[at++] = follows ? relation[opens[to]] : -1;
  out[at++] = follows ? right[opens[to]] - to : 0;
  out[at++] = to + 1 < tokens.count ? relation[opens[to + 1]] : -1;
  out[at++] = relation[closes[to - 1]];
  out[at++] = to - left[closes[to - 1]];
  out[at++] = from > 0 ? relation[closes[from - 1]] : -1;
  out[at++] = relation[opens[from]];
  out[at++] = right[opens[from]] - from;
  out[at++] = first - window.ownFirst;
  out[at++] = window.ownEnd - end;
  out[at++] = rivals;
  out[at++] = follows ? cueStrength[opens[to]] : -1;
  out[at++] = functionWord[from];
  out[at++] = from > 0 ? functionWord[from - 1] : -1;
  out[at++] = follows ? functionWord[to] : -1;
  out[at++] = to + 1 < tokens.count ? functionWord[to + 1] : -1;
  // In this order: begun with `first` and `end` it would share its hidden class with token ranges, which V8 deprecates soon, and
  // the functions that it is given to would be compiled anew every few articles.
  return { longFirst, longEnd, first, end };
}

/** How far the longest segment is one constituent, and what it holds. */
function clauseFeatures({ facts, cue, window }: LabelledWindow, extent: Extent, out: Float32Array, base: number): void {
  const { left, right } = facts;
  const { tag, relation, head } = facts.language;
  const from = window.first[extent.longFirst];
  const to = window.end[extent.longEnd - 1];
  let tops = 0;
  let top = from;
  let widest = -1;
  let clauses = 0;
  let coordinated = 0;
  let relative = 0;
  let commas = 0;
  for (let t = from; t < to; t++) {
    if (head[t] < from || head[t] >= to) {
      if (relation[t] !== PUNCTUATION) tops++;
      const width = Math.min(right[t], to) - Math.max(left[t], from);
      if (width > widest) {
        top = t;
        widest = width;
      }
    }
    if (relation[t] === RELATIVE) relative++;
    else if (relation[t] === CONJUNCT) coordinated++;
    else if (relation[t] === ADVERBIAL || relation[t] === PARATAXIS) clauses++;
    if (tag[t] === COMMA) commas++;
  }
  const topUnit = top - from + extent.longFirst;
  const own = topUnit >= window.ownFirst && topUnit < window.ownEnd;
  let at = base;
  out[at++] = tops;
  out[at++] = relation[top];
  out[at++] = own ? window.level[topUnit] * 6 + window.steps[topUnit] : -1;
  out[at++] = from - left[top];
  out[at++] = right[top] - to;
  out[at++] = tag[top];
  out[at++] = clauses;
  out[at++] = coordinated;
  out[at++] = relative;
  out[at++] = commas;
  out[at++] = to - from;
  out[at++] = cue.head === head[top] ? 1 : head[cue.head] === top ? 2 : 0;
  out[at++] = right[cue.head] - window.end[extent.end - 1];
  out[at++] = window.first[extent.first] - left[cue.head];
  out[at++] = extent.first < window.cueFirst && extent.end > window.cueEnd ? 1 : 0;
}

/** How the borders stand to quotations: those cut, and how much of what is quoted is in and out. */
function quotationFeatures(
  { facts, cue, window }: LabelledWindow,
  labels: Uint8Array,
  extent: Extent,
  out: Float32Array,
  base: number,
): void {
  const { quotation, quotations } = facts;
  const { sentences } = facts.language;
  let cut = 0;
  let missed = 0;
  let held = 0;
  for (let unit = window.quotedFirst; unit < window.quotedEnd; unit++) {
    const q = quotation[window.first[unit]];
    if (q === 0) continue;
    if (labels[unit] === CONTENT) held++;
    else missed++;
    if (unit > 0 && quotation[window.end[unit - 1] - 1] === q && labels[unit] !== labels[unit - 1]) cut++;
  }
  const from = window.first[extent.first];
  const to = window.end[extent.end - 1];
  let at = base;
  out[at++] = cut;
  out[at++] = missed;
  out[at++] = held;
  out[at++] = quotation[from] > 0 ? (quotations[quotation[from] - 1].first === from ? 2 : 1) : 0;
  out[at++] = quotation[to - 1] > 0 ? (quotations[quotation[to - 1] - 1].end === to ? 2 : 1) : 0;
  out[at++] = sentences.of[to - 1] - sentences.of[cue.head];
  out[at++] = sentences.of[from] - sentences.of[cue.head];
}

/** What depends on the content and is left out of it, behind it and before it. */
function remainderFeatures(
  { facts, window }: LabelledWindow,
  labels: Uint8Array,
  extent: Extent,
  out: Float32Array,
  base: number,
): void {
  const { relation, head, tag } = facts.language;
  const { ownFirst, ownEnd, cueFirst, cueEnd } = window;
  const from = window.first[extent.first];
  const to = window.end[extent.end - 1];
  const leftOut = (unit: number): boolean => {
    const t = window.first[unit];
    return head[t] >= from && head[t] < to && relation[t] !== PUNCTUATION && labels[unit] === OUTSIDE;
  };
  let behind = 0;
  let nextBehind = -1;
  for (let unit = Math.max(extent.end, ownFirst); unit < ownEnd; unit++) {
    if (!leftOut(unit)) continue;
    behind++;
    if (nextBehind < 0) nextBehind = relation[window.first[unit]];
  }
  let before = -1;
  let beforeTag = -1;
  for (let unit = ownFirst; unit < Math.min(extent.first, ownEnd) && before < 0; unit++) {
    if ((unit >= cueFirst && unit < cueEnd) || !leftOut(unit)) continue;
    before = relation[window.first[unit]];
    beforeTag = tag[window.first[unit]];
  }
  let holes = 0;
  for (let unit = extent.first; unit < extent.end; unit++) {
    if (labels[unit] === OUTSIDE && (unit < cueFirst || unit >= cueEnd)) holes++;
  }
  const { breaks, verbs, length } = stretchAfter(window, extent.end, tag);
  let at = base;
  out[at++] = breaks;
  out[at++] = verbs;
  out[at++] = length;
  out[at++] = behind;
  out[at++] = nextBehind;
  out[at++] = before;
  out[at++] = beforeTag;
  out[at++] = holes;
  out[at++] = extent.first > 0 ? labels[extent.first - 1] : -1;
  out[at++] = extent.end < window.length ? labels[extent.end] : -1;
  out[at++] =
    extent.end >= ownFirst && extent.end < ownEnd ? window.level[extent.end] * 6 + window.steps[extent.end] : -1;
  out[at++] =
    extent.first > 0 && extent.first <= ownEnd && extent.first > ownFirst ? window.level[extent.first - 1] : -1;
}

/** What follows a content in the cue's sentence up to the next mark: the mark it begins with, finite verbs, words. */
function stretchAfter(window: Window, end: number, tag: Uint8Array): { breaks: number; verbs: number; length: number } {
  if (end < window.ownFirst || end >= window.ownEnd) return { breaks: -1, verbs: -1, length: -1 };
  const breaks = BREAKS[tag[window.first[end]]];
  let verbs = 0;
  let unit = end + breaks;
  for (; unit < window.ownEnd && BREAKS[tag[window.first[unit]]] === 0; unit++)
    verbs += FINITE[tag[window.first[unit]]];
  return { breaks, verbs, length: unit - end - breaks };
}

const BREAKS = Uint8Array.from(TAGS, (tag) => ([',', ':', '.', '``', "''", '-LRB-', '-RRB-'].includes(tag) ? 1 : 0));
const FINITE = Uint8Array.from(TAGS, (tag) => (['VBD', 'VBP', 'VBZ', 'MD'].includes(tag) ? 1 : 0));
const COMMA = TAGS.indexOf(',');
const RELATIVE = RELATIONS.indexOf('acl:relcl');
const CONJUNCT = RELATIONS.indexOf('conj');
const ADVERBIAL = RELATIONS.indexOf('advcl');
const PARATAXIS = RELATIONS.indexOf('parataxis');
const PUNCTUATION = RELATIONS.indexOf('punct');
