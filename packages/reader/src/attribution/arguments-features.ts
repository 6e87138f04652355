import { RELATIONS } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import type { TokenFacts } from './arguments-facts.ts';
import { mix } from './arguments-hash.ts';
import { MAX_UNITS, type Window } from './arguments-window.ts';
import type { Cue } from './attribution.ts';

/** Features of a unit, and of the border between a unit and the one before it. */
export const STATE_FEATURES = 42;
export const EDGE_FEATURES = 29;

/** Hashes of the features of the units of one window, `STATE_FEATURES` and `EDGE_FEATURES` a unit. */
export interface Features {
  readonly state: Int32Array;
  readonly edge: Int32Array;
}

export function newFeatures(): Features {
  return {
    state: new Int32Array(MAX_UNITS * STATE_FEATURES),
    edge: new Int32Array(MAX_UNITS * EDGE_FEATURES),
  };
}

/** What a cue is like as a head of arguments. */
export interface Frame {
  /** Hash of the lemma of the cue's head. */
  lemma: number;
  /** Hash of its last word, its class and the dependents and the head that it has. */
  shape: number;
  kind: number;
}

export function windowFeatures(facts: TokenFacts, cue: Cue, window: Window, features: Features): Frame {
  const frame = cueFrame(facts, cue, window);
  for (let unit = 0; unit < window.length; unit++) {
    if (unit >= window.ownFirst && unit < window.ownEnd) tokenState(facts, frame, window, unit, features.state);
    else pieceState(facts, frame, window, unit, features.state);
    border(facts, frame, window, unit, features.edge);
  }
  return frame;
}

function cueFrame({ language, lemma }: TokenFacts, cue: Cue, window: Window): Frame {
  const { head, relation, tag } = language;
  let dependents = 0;
  for (let unit = window.ownFirst; unit < window.ownEnd; unit++) {
    const t = window.first[unit];
    if (head[t] === cue.head) dependents |= DEPENDENT_BITS[relation[t]];
  }
  const kind = mix(CLASSES[tag[cue.head]], relation[cue.head]);
  const frame = mix(mix(11, kind), dependents);
  return { lemma: mix(lemma[cue.head], 3), shape: mix(frame, lemma[cue.end - 1]), kind: frame };
}

/** Distance and side of a unit from the cue: negative before it. */
function distance(window: Window, unit: number): number {
  if (unit < window.cueFirst) return -bucket(window.cueFirst - unit);
  if (unit >= window.cueEnd) return bucket(unit - window.cueEnd + 1);
  return 0;
}

function bucket(count: number): number {
  if (count < 4) return count;
  if (count < 6) return 4;
  if (count < 9) return 5;
  if (count < 14) return 6;
  if (count < 22) return 7;
  return 8;
}

function side(window: Window, unit: number): number {
  return unit < window.cueFirst ? 1 : unit < window.cueEnd ? 2 : 3;
}

function tokenState(facts: TokenFacts, frame: Frame, window: Window, unit: number, out: Int32Array): void {
  const { language, lemma } = facts;
  const { tag, relation, name } = language;
  const t = window.first[unit];
  const last = window.ownEnd - 1;
  const where = side(window, unit);
  const far = distance(window, unit) + 20;
  const before = unit > window.ownFirst ? t - 1 : -1;
  const after = unit < last ? t + 1 : -1;
  const tagBefore = before < 0 ? 60 : tag[before];
  const tagAfter = after < 0 ? 61 : tag[after];
  const level = window.level[unit];
  const branchToken = window.branch[unit];
  const stem = mix(mix(level + 1, window.steps[unit] === 0 ? 99 : relation[branchToken]), where);
  const path = mix(window.path[unit], mix(level, where));
  const deep = mix(path, window.steps[unit]);
  const quote = quoteState(facts, window, unit);
  const place = mix(quote, where);
  const named = name[t];

  let at = unit * STATE_FEATURES;
  out[at++] = mix(1, where);
  out[at++] = mix(2, mix(lemma[t], where));
  out[at++] = mix(3, mix(tag[t], where));
  out[at++] = mix(4, mix(tagBefore, mix(tag[t], where)));
  out[at++] = mix(5, mix(tag[t], mix(tagAfter, where)));
  out[at++] = mix(6, mix(before < 0 ? 1 : lemma[before], where));
  out[at++] = mix(7, mix(after < 0 ? 2 : lemma[after], where));
  out[at++] = mix(8, deep);
  out[at++] = mix(9, mix(path, frame.lemma));
  out[at++] = mix(10, mix(path, tag[t]));
  out[at++] = mix(11, stem);
  out[at++] = mix(12, mix(stem, frame.lemma));
  out[at++] = mix(13, mix(stem, frame.kind));
  out[at++] = mix(14, mix(stem, frame.shape));
  out[at++] = mix(15, far);
  out[at++] = mix(16, mix(far, frame.kind));
  out[at++] = mix(17, place);
  out[at++] = mix(18, mix(place, frame.lemma));
  out[at++] = mix(19, mix(place, stem));
  out[at++] = mix(20, mix(path, frame.kind));
  out[at++] = mix(21, mix(mix(stem, relation[t]), tag[t]));
  out[at++] = mix(22, mix(path, lemma[t]));
  out[at++] = mix(23, mix(path, named));
  out[at++] = mix(24, mix(far, mix(tag[t], named)));
  out[at++] = mix(25, mix(stem, mix(lemma[branchToken], frame.lemma)));
  out[at++] = mix(26, mix(stem, lemma[facts.left[branchToken]]));
  out[at++] = mix(27, mix(stem, mix(frame.kind, lemma[facts.left[branchToken]])));
  out[at++] = mix(28, mix(tagBefore, mix(tag[t], mix(tagAfter, where))));
  out[at++] = mix(29, mix(place, mix(frame.kind, level)));
  out[at++] = mix(30, mix(lemma[t], frame.lemma) ^ where);
  out[at++] = mix(31, mix(deep, far));
  out[at++] = mix(32, mix(stem, mix(place, frame.lemma)));
  out[at++] = mix(33, mix(path, frame.shape));
  out[at++] = mix(34, mix(stem, mix(tag[branchToken], CLASSES[tag[t]])));
  const rival = window.rival[unit];
  const between = window.between[unit];
  out[at++] = mix(35, mix(rival, where));
  out[at++] = mix(36, mix(between, mix(where, frame.kind)));
  out[at++] = mix(37, mix(between, stem));
  out[at++] = mix(38, mix(between, mix(place, rival)));
  const passed = window.commas[unit] + 4 * window.verbs[unit];
  out[at++] = mix(39, mix(passed, where));
  out[at++] = mix(40, mix(passed, mix(where, mix(frame.kind, CLASSES[tag[t]]))));
  out[at++] = mix(41, mix(passed, stem));
  out[at++] = mix(42, mix(passed, mix(place, frame.lemma)));
}

/** How a unit stands to quotations: outside, or in one that borders the cue, begins or ends the sentence, or none of these. */
function quoteState({ quotation, quotations }: TokenFacts, window: Window, unit: number): number {
  const q = quotation[window.first[unit]];
  const any = quotesInSentence(quotation, window);
  if (q === 0) return any;
  const { first, end, speech } = quotations[q - 1];
  const cueFirst = window.first[window.cueFirst];
  const cueEnd = window.first[window.cueFirst] + window.cueEnd - window.cueFirst;
  const length = Math.min(3, Math.floor((end - first) / 5));
  const holdsCue = first <= cueFirst && end >= cueEnd ? 1 : 0;
  const runsOut = (first < window.first[window.ownFirst] ? 1 : 0) + (end > window.end[window.ownEnd - 1] ? 2 : 0);
  return 8 + any + 8 * (length + 4 * (holdsCue + 2 * runsOut)) + (speech ? 1024 : 0);
}

function quotesInSentence(quotation: Int32Array, window: Window): number {
  const first = quotation[window.first[window.ownFirst]] > 0 ? 1 : 0;
  const last = quotation[window.first[window.ownEnd - 1]] > 0 ? 2 : 0;
  const near = window.cueEnd < window.ownEnd && quotation[window.first[window.cueEnd]] > 0 ? 4 : 0;
  return first + last + near;
}

function pieceState(facts: TokenFacts, frame: Frame, window: Window, unit: number, out: Int32Array): void {
  const { language, lemma, quotation, paragraph } = facts;
  const { sentences, tag } = language;
  const first = window.first[unit];
  const end = window.end[unit];
  const sentence = sentences.of[first];
  const lastSentence = sentences.of[end - 1];
  const own = sentences.of[window.first[window.ownFirst]];
  const offset = Math.max(-4, Math.min(6, sentence - own)) + 10;
  const quoted = quotation[first] > 0 ? 1 : 0;
  const stop = tag[first] === FULL_STOP ? 1 : 0;
  const kind = mix(offset < 10 ? 1 : 2, quoted + 2 * stop + 4 * (paragraph[sentence] === paragraph[own] ? 1 : 0));
  /** Whether words outside the quotation share its sentences: mostly a cue of its own. */
  const shared =
    (first > sentences.first[sentence] ? 1 : 0) + (end < sentences.end[lastSentence] && tag[end] !== FULL_STOP ? 2 : 0);
  const joins =
    quoted > 0 &&
    (quotation[first] === quotation[window.first[window.ownFirst]] ||
      quotation[first] === quotation[window.first[window.ownEnd - 1]])
      ? 1
      : 0;
  const any = quotesInSentence(quotation, window);
  const cuePlace = (window.cueFirst - window.ownFirst < 3 ? 1 : 0) + (window.ownEnd - window.cueEnd < 3 ? 2 : 0);
  const long = bucket(end - first);
  const facing = mix(kind, mix(shared, mix(joins, any)));

  let at = unit * STATE_FEATURES;
  const stopAt = at + STATE_FEATURES;
  out[at++] = mix(101, kind);
  out[at++] = mix(102, mix(kind, offset));
  out[at++] = mix(103, facing);
  out[at++] = mix(104, mix(facing, offset));
  out[at++] = mix(105, mix(facing, frame.lemma));
  out[at++] = mix(106, mix(kind, mix(offset, frame.lemma)));
  out[at++] = mix(107, mix(kind, long));
  out[at++] = mix(108, mix(kind, lemma[first]));
  out[at++] = mix(109, mix(kind, mix(tag[first], shared)));
  out[at++] = mix(110, mix(facing, cuePlace));
  out[at++] = mix(111, mix(facing, frame.kind));
  out[at++] = mix(112, mix(kind, mix(cuePlace, frame.lemma)));
  out[at++] = mix(113, mix(kind, mix(lemma[Math.min(first + 1, end - 1)], quoted)));
  out[at++] = mix(114, mix(facing, mix(offset, mix(cuePlace, Math.min(2, long)))));
  const strength = facts.sentenceStrength[sentence];
  out[at++] = mix(115, mix(kind, strength));
  out[at++] = mix(116, mix(facing, strength));
  out[at++] = mix(117, mix(facing, mix(strength, offset)));
  while (at < stopAt) out[at++] = 0;
}

function border(facts: TokenFacts, frame: Frame, window: Window, unit: number, out: Int32Array): void {
  const { language, lemma, quotation } = facts;
  const { tag, relation } = language;
  let at = unit * EDGE_FEATURES;
  const stopAt = at + EDGE_FEATURES;
  const t = window.first[unit];
  const before = unit === 0 ? -1 : window.end[unit - 1] - 1;
  const tagBefore = before < 0 ? 60 : tag[before];
  const lemmaBefore = before < 0 ? 1 : lemma[before];
  const own = unit >= window.ownFirst && unit <= window.ownEnd ? 1 : 0;
  const where = mix(side(window, unit) + (unit === window.cueFirst || unit === window.cueEnd ? 10 : 0), own);
  const change =
    (quotation[t] > 0 ? 1 : 0) +
    (before >= 0 && quotation[before] > 0 ? 2 : 0) +
    (before >= 0 && quotation[before] === quotation[t] ? 4 : 0);

  out[at++] = mix(201, where);
  out[at++] = mix(202, mix(tagBefore, mix(tag[t], own)));
  out[at++] = mix(203, mix(lemmaBefore, own));
  out[at++] = mix(204, mix(lemma[t], own));
  out[at++] = mix(205, mix(lemmaBefore, lemma[t]));
  out[at++] = mix(206, mix(change, where));
  out[at++] = mix(207, mix(change, mix(tagBefore, tag[t])));
  if (unit <= window.ownFirst || unit >= window.ownEnd) {
    while (at < stopAt) out[at++] = 0;
    return;
  }
  const opener = facts.opens[t];
  const closer = facts.closes[before];
  const openUnit = Math.min(Math.max(opener - t + unit, window.ownFirst), window.ownEnd - 1);
  const closeUnit = Math.min(Math.max(closer - before + unit - 1, window.ownFirst), window.ownEnd - 1);
  const opens = mix(relation[opener], window.level[openUnit] + 8 * Math.min(2, window.steps[openUnit]));
  const closes = mix(relation[closer], window.level[closeUnit] + 8 * Math.min(2, window.steps[closeUnit]));
  const stem = branchOf(relation, window, unit);
  const stemBefore = branchOf(relation, window, unit - 1);
  const same = window.branch[unit] === window.branch[unit - 1] ? 1 : 0;
  const after = unit + 1 < window.ownEnd ? lemma[t + 1] : 3;

  out[at++] = mix(208, mix(opens, where));
  out[at++] = mix(209, mix(closes, where));
  out[at++] = mix(210, mix(opens, mix(tagBefore, tag[t])));
  out[at++] = mix(211, mix(closes, mix(tagBefore, tag[t])));
  out[at++] = mix(212, mix(stem, mix(stemBefore, same)));
  out[at++] = mix(213, mix(mix(stem, mix(stemBefore, same)), frame.lemma));
  out[at++] = mix(214, mix(mix(stem, mix(stemBefore, same)), frame.kind));
  out[at++] = mix(215, mix(window.path[unit], window.level[unit]));
  out[at++] = mix(216, mix(window.path[unit - 1], window.level[unit - 1]));
  out[at++] = mix(217, mix(opens, frame.lemma));
  out[at++] = mix(218, mix(lemmaBefore, mix(lemma[t], after)));
  out[at++] = mix(219, mix(opens, mix(closes, where)));
  out[at++] = mix(220, mix(opens, mix(lemma[t], tagBefore)));
  const openRival = window.rival[openUnit];
  const passed = window.commas[unit] + 4 * window.verbs[unit];
  const tagTwoBefore = before > window.first[window.ownFirst] ? tag[before - 1] : 60;
  const tagAfter = unit + 1 < window.ownEnd ? tag[t + 1] : 61;
  const around = mix(tagTwoBefore, mix(tagBefore, mix(tag[t], tagAfter)));
  out[at++] = mix(224, around);
  out[at++] = mix(225, mix(frame.lemma, mix(tagBefore, tag[t])));
  out[at++] = mix(226, mix(frame.lemma, mix(lemma[t], where)));
  out[at++] = mix(227, mix(frame.lemma, mix(lemmaBefore, where)));
  out[at++] = mix(228, mix(passed, mix(tagBefore, mix(tag[t], where))));
  out[at++] = mix(229, mix(passed, mix(lemma[t], mix(tagBefore, where))));
  out[at++] = mix(221, mix(window.rival[unit], mix(window.rival[unit - 1], where)));
  out[at++] = mix(222, mix(openRival, opens));
  out[at++] = mix(223, mix(openRival, mix(opens, lemma[t])));
}

function branchOf(relation: Uint8Array, window: Window, unit: number): number {
  return mix(window.level[unit] + 1, window.steps[unit] === 0 ? 99 : relation[window.branch[unit]]);
}

const FULL_STOP = TAGS.indexOf('.');

/** Parts of speech, coarsely. */
const CLASSES = Uint8Array.from(TAGS, (tag) => {
  if (/^(?:VB|MD)/.test(tag)) return tag === 'VBN' ? 2 : tag === 'VBG' ? 3 : 1;
  if (/^NN/.test(tag)) return 4;
  if (/^JJ/.test(tag)) return 5;
  if (/^RB/.test(tag)) return 6;
  if (/^(?:IN|TO)$/.test(tag)) return 7;
  if (/^(?:PRP|WP|WDT|DT|EX)/.test(tag)) return 8;
  if (/^(?:,|:|\.|``|''|-.RB-)$/.test(tag)) return 9;
  return 10;
});

/** The dependents that tell what arguments a cue can have. */
const DEPENDENTS = [
  'nsubj',
  'nsubj:pass',
  'obj',
  'ccomp',
  'xcomp',
  'obl',
  'obl:agent',
  'aux:pass',
  'acl',
  'nmod',
  'nmod:poss',
  'advcl',
  'parataxis',
];
const DEPENDENT_BITS = Int32Array.from(RELATIONS, (relation) => {
  const place = DEPENDENTS.indexOf(relation);
  return place < 0 ? 0 : 1 << place;
});
