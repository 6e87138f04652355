import { RELATIONS } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import { SOURCE } from './arguments-chain.ts';
import { type LabelledWindow, logMarginal, stepLogProbability } from './arguments-labelled.ts';

export const SOURCE_FEATURES = 26;

/** The value of every feature that a missing argument cannot have. */
export const ABSENT = -9;

/** Writes the features of a candidate's source: its place, its borders, and how far it is a whole noun phrase. */
export function sourceFeatures(labelled: LabelledWindow, labels: Uint8Array, out: Float32Array, base: number): void {
  const { facts, cue, window, marginals } = labelled;
  const { left, right, opens, closes, functionWord } = facts;
  const { tag, relation, head, name } = facts.language;
  let first = -1;
  let end = -1;
  let segments = 0;
  let leastSure = 0;
  let rivals = 0;
  for (let unit = 0; unit < window.length; unit++) {
    if (labels[unit] !== SOURCE) continue;
    if (first < 0) first = unit;
    if (unit === 0 || labels[unit - 1] !== SOURCE) segments++;
    end = unit + 1;
    leastSure = Math.min(leastSure, logMarginal(marginals, unit, SOURCE));
    if (window.rival[unit] > 2) rivals++;
  }
  let at = base;
  out[at++] = segments;
  if (segments === 0) {
    out.fill(ABSENT, at, base + SOURCE_FEATURES);
    return;
  }
  const from = window.first[first];
  const to = window.end[end - 1];
  let top = -1;
  let tops = 0;
  let relative = 0;
  let commas = 0;
  for (let t = from; t < to; t++) {
    if (head[t] < from || head[t] >= to) {
      tops++;
      if (top < 0) top = t;
    }
    if (relation[t] === RELATIVE) relative++;
    if (tag[t] === COMMA) commas++;
  }
  const topUnit = Math.min(top - from + first, window.length - 1);
  const own = topUnit >= window.ownFirst && topUnit < window.ownEnd;
  out[at++] = to - from;
  out[at++] = first < window.cueFirst ? window.cueFirst - end : 100 + first - window.cueEnd;
  out[at++] = tops;
  out[at++] = leastSure;
  out[at++] = stepLogProbability(labelled, labels, first);
  out[at++] = stepLogProbability(labelled, labels, end);
  out[at++] = relation[top];
  out[at++] = own ? window.level[topUnit] * 6 + window.steps[topUnit] : -1;
  out[at++] = from - left[top];
  out[at++] = right[top] - to;
  out[at++] = to < right[top] ? relation[opens[to]] : -1;
  out[at++] = from > left[top] ? relation[closes[from - 1]] : -1;
  out[at++] = tag[from];
  out[at++] = tag[to - 1];
  out[at++] = from > 0 ? tag[from - 1] : -1;
  out[at++] = to < tag.length ? tag[to] : -1;
  out[at++] = tag[top];
  out[at++] = name[top];
  out[at++] = relative;
  out[at++] = commas;
  out[at++] = cue.head === head[top] ? 1 : 0;
  out[at++] = to < right[top] ? right[opens[to]] - to : 0;
  out[at++] = rivals;
  out[at++] = functionWord[from];
  out[at++] = to < tag.length ? functionWord[to] : -1;
}

const COMMA = TAGS.indexOf(',');
const RELATIVE = RELATIONS.indexOf('acl:relcl');
