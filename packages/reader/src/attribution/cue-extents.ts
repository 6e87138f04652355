import { TAGS } from '../language/tags.ts';
import type { TokenRange } from './attribution.ts';
import type { WeightTable } from './cue-model.ts';
import type { FeatureRows } from './cue-rows.ts';
import { type CueText, RELATION } from './cue-text.ts';

// How far a cue reaches from its head; 99 in 100 of PolNeAR train lie within.
const MOST_BEFORE = 4;
const MOST_AFTER = 7;

/** The borders that a cue around a head may have: it begins at `first` to the head, and ends after the head to `end`. */
export function extentLimits({ language }: CueText, head: number): TokenRange {
  const { sentences } = language;
  const sentence = sentences.of[head];
  return {
    first: Math.max(sentences.first[sentence], head - MOST_BEFORE),
    end: Math.min(sentences.end[sentence], head + 1 + MOST_AFTER),
  };
}

/** A cue around a head, with the probability of its borders given the head. */
export interface CueExtent extends TokenRange {
  head: number;
  firstShare: number;
  endShare: number;
}

/** The likeliest extent of a cue. */
export function likeliestExtent(text: CueText, head: number, table: WeightTable, rows: FeatureRows): CueExtent {
  const limits = extentLimits(text, head);
  const first = likeliest(limits.first, head + 1, (border) => {
    firstFeatures(text, head, border, rows);
    return rows.score(table);
  });
  const end = likeliest(head + 1, limits.end + 1, (border) => {
    endFeatures(text, head, border, rows);
    return rows.score(table);
  });
  return { head, first: first.border, end: end.border, firstShare: first.share, endShare: end.share };
}

/** The border with the highest score, and its share of the softmax over all of them. */
function likeliest(from: number, to: number, score: (border: number) => number): { border: number; share: number } {
  let border = from;
  let best = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let each = from; each < to; each++) {
    const value = score(each);
    if (value > best) {
      sum = sum * Math.exp(best - value) + 1;
      best = value;
      border = each;
    } else sum += Math.exp(value - best);
  }
  return { border, share: 1 / sum };
}

/** The features of a cue that begins at `first`, as seen from its head. */
export function firstFeatures(text: CueText, head: number, first: number, rows: FeatureRows): void {
  rows.clear();
  const { lemma, wordClass, mark } = text;
  const { tag, sentences } = text.language;
  const own = wordClass[head];
  const distance = head - first;
  const tie = tieOf(text, first, head);
  const outside = first > sentences.first[sentences.of[head]] ? first - 1 : -1;
  const outerTie = outside < 0 ? BORDER : tieOf(text, outside, head);
  const outerLemma = outside < 0 ? 1 : lemma[outside];
  const outerTag = outside < 0 ? BORDER : tag[outside];
  let ties = 0;
  let tags = tag[head];
  let words = lemma[head];
  let commas = 0;
  for (let token = first; token < head; token++) {
    ties = chain(ties, tieOf(text, token, head));
    tags = chain(tags, tag[token]);
    words = chain(words, lemma[token]);
    if (mark[token] > 0 || tag[token] === COMMA) commas++;
  }
  rows.add(1, distance, own, 0);
  rows.add(2, distance, lemma[head], 0);
  rows.add(3, tie, own, 0);
  rows.add(4, tie, lemma[first], 0);
  rows.add(5, tie, tag[first], distance);
  rows.add(6, lemma[first], lemma[head], 0);
  rows.add(7, outerTie, own, 0);
  rows.add(8, outerTie, outerLemma, 0);
  rows.add(9, outerTie, outerTag, distance);
  rows.add(10, outerLemma, lemma[head], 0);
  rows.add(11, outerTie, tie, distance);
  rows.add(12, outerLemma, lemma[first], 0);
  rows.add(13, lemma[first], tag[head], distance);
  rows.add(14, outerTag, tag[first], own);
  rows.add(15, outerTie, outerTag, tie * 64 + tag[first]);
  rows.add(16, outerLemma, tag[head], distance);
  rows.add(17, ties, own, 0);
  rows.add(18, ties, tag[head], outerTie);
  rows.add(19, tags, 0, 0);
  rows.add(20, tags, outerTag, 0);
  rows.add(21, words, 0, 0);
  rows.add(22, words, outerLemma, 0);
  rows.add(23, commas, own, 0);
  if (outside >= 0 && mark[outside] > 0) rows.add(24, mark[outside], own, distance);
}

/** The features of a cue that ends before the token `end`, as seen from its head. */
export function endFeatures(text: CueText, head: number, end: number, rows: FeatureRows): void {
  rows.clear();
  const { lemma, wordClass, mark, quoted, quotedParagraph } = text;
  const { tag, sentences, name, head: governor } = text.language;
  const own = wordClass[head];
  const last = end - 1;
  const distance = last - head;
  const alone = distance === 0 ? 1 : 0;
  const tie = tieOf(text, last, head);
  const outside = end < sentences.end[sentences.of[head]] ? end : -1;
  const outerTie = outside < 0 ? BORDER : tieOf(text, outside, head);
  const outerLemma = outside < 0 ? 2 : lemma[outside];
  const outerTag = outside < 0 ? BORDER : tag[outside];
  let ties = 0;
  let tags = tag[head];
  let words = lemma[head];
  let marks = 0;
  let commas = 0;
  let named = 0;
  for (let token = head + 1; token < end; token++) {
    ties = chain(ties, tieOf(text, token, head));
    tags = chain(tags, tag[token]);
    words = chain(words, lemma[token]);
    if (mark[token] > 0) marks++;
    if (tag[token] === COMMA) commas++;
    if (name[token] > 0) named = name[token];
  }
  rows.add(31, distance, own, 0);
  rows.add(32, distance, lemma[head], 0);
  rows.add(33, tie, own, 0);
  rows.add(34, tie, lemma[last], 0);
  rows.add(35, tie, tag[last], distance);
  rows.add(36, lemma[last], lemma[head], 0);
  rows.add(37, outerTie, own, 0);
  rows.add(38, outerTie, outerLemma, 0);
  rows.add(39, outerTie, outerTag, distance);
  rows.add(40, outerLemma, lemma[head], 0);
  rows.add(41, outerTie, tie, distance);
  rows.add(42, outerLemma, lemma[last], 0);
  rows.add(43, lemma[last], tag[head], distance);
  rows.add(44, outerTag, tag[last], own);
  rows.add(45, outerTie, outerTag, tie * 64 + tag[last]);
  rows.add(46, outerLemma, tag[head], distance);
  rows.add(47, outerTie, lemma[head], tie);
  rows.add(48, outerTag, lemma[head], tag[last]);
  rows.add(49, ties, own, 0);
  rows.add(50, ties, lemma[head], outerTie);
  rows.add(51, ties, tag[head], outerTie);
  rows.add(52, ties, outerTag, outerLemma);
  rows.add(53, tags, 0, 0);
  rows.add(54, tags, outerTag, 0);
  rows.add(55, words, 0, 0);
  rows.add(56, words, outerLemma, 0);
  rows.add(57, words, outerTag, 0);
  rows.add(58, marks, commas, own);
  rows.add(59, marks, commas, tag[last]);
  rows.add(60, named, own, distance);
  rows.add(61, alone, lemma[head], outerTie);
  rows.add(62, alone, lemma[head], outerLemma);
  rows.add(63, alone, tag[head], quoted[head] * 2 + quotedParagraph[head]);
  if (outside >= 0) {
    const within = governor[outside] >= head && governor[outside] < end ? 1 : 0;
    rows.add(64, within, governor[outside] === head ? 1 : 0, outerTie);
    rows.add(65, within, outerTag, tag[last]);
    if (mark[outside] > 0) rows.add(66, mark[outside], own, distance);
  }
  if (mark[last] > 0) rows.add(67, mark[last], own, distance);
}

const BORDER = 250;
const COMMA = TAGS.indexOf(',');
const RELATION_COUNT = Object.keys(RELATION).length;

/** How a token hangs together with the head of the cue: as dependent, governor, dependent's dependent, sister or not. */
function tieOf({ language }: CueText, token: number, cueHead: number): number {
  const { head, relation } = language;
  if (token === cueHead) return 0;
  const above = head[token];
  if (above === cueHead) return 1 + relation[token];
  if (head[cueHead] === token) return 1 + RELATION_COUNT + relation[cueHead];
  if (above < 0) return 1 + 4 * RELATION_COUNT;
  if (head[above] === cueHead) return 1 + 2 * RELATION_COUNT + relation[above];
  if (above === head[cueHead]) return 1 + 3 * RELATION_COUNT + relation[token];
  return (head[above] >= 0 && head[head[above]] === cueHead ? 2 : 3) + 4 * RELATION_COUNT;
}

function chain(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ (value + 7), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
