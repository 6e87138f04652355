import { RELATIONS, type Relation } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import { hashText } from './arguments-hash.ts';
import type { CueModel } from './cue-model.ts';
import { bucket, type FeatureRows } from './cue-rows.ts';
import { type CueText, RELATION, WORD_CLASS } from './cue-text.ts';

/** A number for a word as a head of cues: its lemma and word class; auxiliaries apart from main verbs. */
export function headKey({ lemma, wordClass, language }: CueText, token: number): number {
  const kind = isAuxiliary(wordClass[token], language.relation[token]) ? AUXILIARY : wordClass[token];
  return Math.imul(lemma[token], 31) ^ kind;
}

const AUXILIARY = 10;

function isAuxiliary(wordClass: number, relation: number): boolean {
  return (
    wordClass === WORD_CLASS.verb &&
    (relation === RELATION.aux || relation === RELATION['aux:pass'] || relation === RELATION.cop)
  );
}

/** A word that headed fewer cues in training is no candidate, unless it is a main verb. */
const LEAST_CUES = 2;

/** Nor is a word of which a smaller share headed cues: half of the tokens would be, for one cue in seven hundred. */
const LEAST_SHARE = 0.002;

/** Whether a token may head a cue: a main verb, or a word that did so in training; not where that is too rare. */
export function isCandidate(text: CueText, token: number, words: CueModel['words']): boolean {
  const wordClass = text.wordClass[token];
  const isMainVerb = wordClass === WORD_CLASS.verb && !isAuxiliary(wordClass, text.language.relation[token]);
  const count = words.get(headKey(text, token));
  if (count === undefined) return isMainVerb;
  if (isMainVerb) return count.cues + 1 >= LEAST_SHARE * count.tokens;
  return count.cues >= Math.max(LEAST_CUES, LEAST_SHARE * count.tokens);
}

/** The features of a token as the head of a cue. */
export function headFeatures(text: CueText, token: number, frame: Frame, rows: FeatureRows): void {
  rows.clear();
  fillFrame(text, token, frame);
  dependentFeatures(text, token, rows);
  wordFeatures(text, token, frame, rows);
  subjectFeatures(text, token, frame, rows);
  objectFeatures(text, token, frame, rows);
  clauseFeatures(text, token, frame, rows);
  governorFeatures(text, token, frame, rows);
  neighbourFeatures(text, token, rows);
  markFeatures(text, token, rows);
  placeFeatures(text, token, frame, rows);
}

/** The syntactic frame of a token; filled anew for each, since there are many. */
export interface Frame {
  /** The last dependent in each relation; -1 where there is none. */
  readonly dependent: Int32Array;
  dependents: number;
  /** Bits for the relations of `SIGNATURE` and of `CORE` that the token has. */
  signature: number;
  core: number;
  /** The subject, its own or that of the clause it shares one with, and how it was reached. */
  subject: number;
  reach: number;
  /** The reach with the subject's name type and tag. */
  subjectType: number;
}

const bits = (relations: readonly Relation[]) => {
  const values = new Int32Array(RELATIONS.length);
  for (const [index, relation] of relations.entries()) values[RELATION[relation]] = 1 << index;
  return values;
};

const CORE = bits(['nsubj', 'obj', 'ccomp', 'xcomp', 'parataxis', 'acl', 'nsubj:pass']);
const SIGNATURE = bits([
  'nsubj',
  'obj',
  'ccomp',
  'xcomp',
  'parataxis',
  'acl',
  'nsubj:pass',
  'aux:pass',
  'iobj',
  'advcl',
  'mark',
  'compound:prt',
  'cop',
  'case',
  'neg',
  'expl',
  'nmod:poss',
  'acl:relcl',
  'csubj',
]);

export function newFrame(): Frame {
  const dependent = new Int32Array(RELATIONS.length);
  return { dependent, dependents: 0, signature: 0, core: 0, subject: -1, reach: 0, subjectType: 0 };
}

function fillFrame(text: CueText, token: number, frame: Frame): void {
  const { tag, name, relation } = text.language;
  const dependent = frame.dependent.fill(-1);
  frame.dependents = 0;
  frame.signature = 0;
  frame.core = 0;
  for (let d = text.firstDependent[token]; d >= 0; d = text.nextDependent[d]) {
    dependent[relation[d]] = d;
    frame.dependents++;
    frame.signature |= SIGNATURE[relation[d]];
    frame.core |= CORE[relation[d]];
  }
  findSubject(text, token, frame);
  const { subject, reach } = frame;
  frame.subjectType = subject < 0 ? reach : (reach * 8 + name[subject]) * 64 + tag[subject];
}

const RELATIVE_TAGS: ReadonlySet<number> = new Set([TAGS.indexOf('WP'), TAGS.indexOf('WDT')]);
const SHARES_SUBJECT: ReadonlySet<number> = new Set(
  (['conj', 'xcomp', 'advcl', 'parataxis', 'dep', 'ccomp'] as const).map((name) => RELATION[name]),
);
const MODIFIES_SUBJECT: ReadonlySet<number> = new Set(
  (['acl', 'acl:relcl', 'amod'] as const).map((name) => RELATION[name]),
);

function findSubject(text: CueText, token: number, frame: Frame): void {
  const { head, relation, tag } = text.language;
  const own = text.subject[token];
  const above = head[token];
  frame.subject = own;
  frame.reach = own < 0 ? 0 : 1;
  if (own >= 0) {
    const relative = relation[token] === RELATION['acl:relcl'] && above >= 0 && RELATIVE_TAGS.has(tag[own]);
    if (relative) {
      frame.subject = above;
      frame.reach = 6;
    }
  } else if (above >= 0 && SHARES_SUBJECT.has(relation[token])) {
    let clause = above;
    for (let step = 1; step < 3 && clause >= 0 && text.subject[clause] < 0; step++) clause = head[clause];
    if (clause < 0 || text.subject[clause] < 0) return;
    frame.subject = text.subject[clause];
    frame.reach = relation[token] === RELATION.conj ? 2 : 3;
  } else if (above >= 0 && MODIFIES_SUBJECT.has(relation[token])) {
    frame.subject = above;
    frame.reach = 4;
  } else if (frame.dependent[RELATION['nmod:poss']] >= 0) {
    frame.subject = frame.dependent[RELATION['nmod:poss']];
    frame.reach = 5;
  }
}

/** The lemma of the first dependent of a token in a relation; 0 where there is none. */
function dependentLemma(text: CueText, token: number, wanted: number): number {
  for (let d = text.firstDependent[token]; d >= 0; d = text.nextDependent[d]) {
    if (text.language.relation[d] === wanted) return text.lemma[d];
  }
  return 0;
}

// The kinds of dependents that `dependentFeatures` treats alike.
const OBLIQUE = 1;
const ADVERB = 2;
const AUXILIARIES = 3;
const PARTICLE = 4;
const MARKER = 5;
const CASE = 6;
const DETERMINER = 7;
const MODIFIER = 8;
const KINDS: Partial<Record<Relation, number>> = {
  obl: OBLIQUE,
  'obl:agent': OBLIQUE,
  'obl:unmarked': OBLIQUE,
  nmod: OBLIQUE,
  'nmod:unmarked': OBLIQUE,
  advmod: ADVERB,
  neg: ADVERB,
  aux: AUXILIARIES,
  'aux:pass': AUXILIARIES,
  cop: AUXILIARIES,
  'compound:prt': PARTICLE,
  mark: MARKER,
  case: CASE,
  det: DETERMINER,
  'nmod:poss': DETERMINER,
  amod: MODIFIER,
  compound: MODIFIER,
};
const KIND_OF_RELATION = Uint8Array.from(RELATIONS, (relation) => KINDS[relation] ?? 0);

function dependentFeatures(text: CueText, token: number, rows: FeatureRows): void {
  const { lemma, wordClass } = text;
  const { tag, name, relation } = text.language;
  const word = lemma[token];
  const own = wordClass[token];
  for (let d = text.firstDependent[token]; d >= 0; d = text.nextDependent[d]) {
    const other = lemma[d];
    const before = d < token ? 1 : 0;
    switch (KIND_OF_RELATION[relation[d]]) {
      case OBLIQUE: {
        const preposition = dependentLemma(text, d, RELATION.case);
        rows.add(1, word, preposition, before);
        rows.add(2, preposition, own, name[d]);
        rows.add(3, word, preposition, other);
        rows.add(4, own, preposition, other);
        rows.add(5, preposition, tag[d], tag[token]);
        break;
      }
      case ADVERB:
        rows.add(6, word, other, 0);
        rows.add(7, own, other, before);
        break;
      case AUXILIARIES:
        rows.add(8, word, other, 0);
        rows.add(9, tag[token], other, 0);
        break;
      case PARTICLE:
        rows.add(10, word, other, 0);
        break;
      case MARKER:
        rows.add(11, word, other, 0);
        rows.add(12, tag[token], other, relation[token]);
        break;
      case CASE:
        rows.add(13, word, other, 0);
        rows.add(14, own, other, 0);
        break;
      case DETERMINER:
        rows.add(15, word, other, 0);
        rows.add(16, own, other, name[d]);
        break;
      case MODIFIER:
        rows.add(17, word, other, 0);
        rows.add(18, own, other, 0);
        break;
    }
  }
}

function wordFeatures(text: CueText, token: number, frame: Frame, rows: FeatureRows): void {
  const { language, lemma, wordClass, quoted, quotedSentence, quotedParagraph } = text;
  const { tokens } = language;
  const tag = language.tag[token];
  const relation = language.relation[token];
  const word = lemma[token];
  const own = wordClass[token];
  const base = language.lemma[token];
  const initial = tokens.text.charCodeAt(tokens.start[token]);
  const capital = initial >= 65 && initial <= 90 ? 1 : 0;
  const state = quoted[token] * 2 + quotedSentence[token];
  rows.add(20, 0, 0, 0);
  rows.add(21, word, 0, 0);
  rows.add(22, word, tag, 0);
  rows.add(23, tag, 0, 0);
  rows.add(24, word, relation, 0);
  rows.add(25, tag, relation, 0);
  rows.add(26, own, relation, 0);
  rows.add(27, word, frame.core, 0);
  rows.add(28, tag, frame.core, relation);
  rows.add(29, word, frame.signature, 0);
  rows.add(30, tag, frame.signature, 0);
  rows.add(31, word, quoted[token], 0);
  rows.add(32, tag, quoted[token], frame.core);
  rows.add(33, word, state, quotedParagraph[token]);
  rows.add(34, own, state, quotedParagraph[token]);
  const suffix = hashText(base.slice(-3));
  rows.add(35, suffix, own, 0);
  rows.add(36, suffix, own, frame.core);
  rows.add(37, hashText(base.slice(0, 3)), own, 0);
  rows.add(38, hashText(base.slice(0, 4)), own, frame.core);
  rows.add(39, Math.min(frame.dependents, 6), own, 0);
  rows.add(40, capital, word, 0);
  rows.add(41, capital, own, text.language.sentences.first[language.sentences.of[token]] === token ? 1 : 0);
}

function subjectFeatures(text: CueText, token: number, frame: Frame, rows: FeatureRows): void {
  const { lemma, wordClass } = text;
  const { tag, name } = text.language;
  const { subject, reach, subjectType, core } = frame;
  const word = lemma[token];
  const own = wordClass[token];
  const other = subject < 0 ? 0 : lemma[subject];
  rows.add(50, word, reach, 0);
  rows.add(51, word, subject < 0 ? 0 : name[subject], subject < 0 ? 99 : tag[subject]);
  rows.add(52, other, own, 0);
  rows.add(53, word, other, 0);
  rows.add(54, subjectType, tag[token], 0);
  rows.add(55, subjectType, core, own);
  rows.add(56, other, core, 0);
  if (subject >= 0) rows.add(57, word, subject < token ? 1 : 0, bucket(Math.abs(token - subject)));
}

function objectFeatures(text: CueText, token: number, frame: Frame, rows: FeatureRows): void {
  const { lemma, wordClass } = text;
  const { tag, name, relation } = text.language;
  const word = lemma[token];
  const indirect = frame.dependent[RELATION.iobj];
  if (indirect >= 0) rows.add(60, word, name[indirect], tag[indirect]);
  const object = frame.dependent[RELATION.obj];
  if (object < 0) return;
  const type = name[object] * 64 + tag[object];
  let clauses = 0;
  for (let d = text.firstDependent[object]; d >= 0; d = text.nextDependent[d]) clauses |= OBJECT_CLAUSES[relation[d]];
  rows.add(61, word, lemma[object], 0);
  rows.add(62, wordClass[token], lemma[object], 0);
  rows.add(63, word, type, 0);
  rows.add(64, tag[token], type, 0);
  rows.add(65, frame.subjectType, type, 0);
  rows.add(66, word, clauses, 0);
  rows.add(67, lemma[object], clauses, wordClass[token]);
}

const OBJECT_CLAUSES = bits(['acl', 'acl:relcl', 'nmod', 'ccomp', 'advcl']);

/** The clause that may be the content: the first of these relations that the token has. */
const CLAUSES = (['ccomp', 'xcomp', 'parataxis', 'advcl', 'acl', 'dep'] as const).map((name) => RELATION[name]);

function clauseFeatures(text: CueText, token: number, frame: Frame, rows: FeatureRows): void {
  const { lemma, wordClass, quoted } = text;
  const { tag, relation } = text.language;
  const word = lemma[token];
  const own = wordClass[token];
  const adverbial = frame.dependent[RELATION.advcl];
  if (adverbial >= 0) {
    const marker = dependentLemma(text, adverbial, RELATION.mark);
    rows.add(70, word, lemma[adverbial], 0);
    rows.add(71, word, marker, 0);
    rows.add(72, own, marker, 0);
  }
  const kind = CLAUSES.find((each) => frame.dependent[each] >= 0);
  if (kind === undefined) {
    rows.add(73, word, frame.core, relation[token]);
    return;
  }
  const clause = frame.dependent[kind];
  let marker = 0;
  let auxiliary = 0;
  for (let d = text.firstDependent[clause]; d >= 0; d = text.nextDependent[d]) {
    if (relation[d] === RELATION.mark) marker = lemma[d];
    else if (KIND_OF_RELATION[relation[d]] === AUXILIARIES) auxiliary = lemma[d];
  }
  const subject = text.subject[clause];
  const subjectLemma = subject < 0 ? 0 : lemma[subject];
  const ownSubject = frame.subject < 0 ? 0 : lemma[frame.subject];
  const before = clause < token ? 1 : 0;
  const state = quoted[clause] * 3 + quoted[token];
  rows.add(74, word, kind, before);
  rows.add(75, own, kind, before);
  rows.add(76, word, kind, marker);
  rows.add(77, own, kind, marker);
  rows.add(78, word, kind, tag[clause]);
  rows.add(79, word, kind, lemma[clause]);
  rows.add(80, own, kind, lemma[clause]);
  rows.add(81, word, kind, state);
  rows.add(82, own, kind, state);
  rows.add(83, tag[token], kind, bucket(Math.abs(clause - token)));
  rows.add(84, own, kind, subjectLemma);
  rows.add(85, own, ownSubject, subjectLemma);
  rows.add(86, word, kind, auxiliary);
}

const NO_GOVERNOR = hashText('no governor');

function governorFeatures(text: CueText, token: number, frame: Frame, rows: FeatureRows): void {
  const { lemma, wordClass } = text;
  const { head, tag } = text.language;
  const relation = text.language.relation[token];
  const word = lemma[token];
  const own = wordClass[token];
  const above = head[token];
  const other = above < 0 ? NO_GOVERNOR : lemma[above];
  const otherTag = above < 0 ? 99 : tag[above];
  const otherRelation = above < 0 ? 99 : text.language.relation[above];
  rows.add(90, other, relation, own);
  rows.add(91, other, word, 0);
  rows.add(92, otherTag, tag[token], relation);
  rows.add(93, otherTag, word, relation);
  rows.add(94, otherRelation, relation, tag[token]);
  rows.add(95, above < token ? 1 : 0, relation, word);
  if (above >= 0) {
    const top = head[above] < 0 ? NO_GOVERNOR : lemma[head[above]];
    rows.add(96, relation * 64 + otherRelation, top, own);
    rows.add(97, relation * 64 + otherRelation, word, 0);
  }
  const conjunct = frame.dependent[RELATION.conj];
  if (conjunct >= 0) {
    rows.add(98, word, lemma[conjunct], 0);
    rows.add(99, own, lemma[conjunct], 0);
  }
}

function neighbourFeatures(text: CueText, token: number, rows: FeatureRows): void {
  const { lemma, wordClass } = text;
  const { tag, name, sentences } = text.language;
  const first = sentences.first[sentences.of[token]];
  const end = sentences.end[sentences.of[token]];
  const lemmaAt = (at: number) => (at < first ? 1 : at < end ? lemma[at] : 2);
  const tagAt = (at: number) => (at < first || at >= end ? 99 : tag[at]);
  const nameAt = (at: number) => (at < first || at >= end ? 0 : name[at]);
  const word = lemma[token];
  const own = wordClass[token];
  const ownTag = tag[token];
  const before = lemmaAt(token - 1);
  const after = lemmaAt(token + 1);
  const tagBefore = tagAt(token - 1);
  const tagAfter = tagAt(token + 1);
  rows.add(100, word, before, 0);
  rows.add(101, word, after, 0);
  rows.add(102, word, after, lemmaAt(token + 2));
  rows.add(103, word, lemmaAt(token - 2), before);
  rows.add(104, own, before, 0);
  rows.add(105, own, after, 0);
  rows.add(106, ownTag, tagBefore, tagAfter);
  rows.add(107, word, tagBefore, tagAfter);
  rows.add(108, ownTag, tagAfter, tagAt(token + 2));
  rows.add(109, word, tagAfter, tagAt(token + 2));
  rows.add(110, ownTag, tagAt(token - 2), tagBefore);
  rows.add(111, word, tagAt(token - 2), tagBefore);
  rows.add(112, ownTag, after, lemmaAt(token + 2));
  rows.add(113, ownTag * 128 + tagAfter, tagAt(token + 2), tagAt(token + 3));
  rows.add(114, ownTag, lemmaAt(token - 2), before);
  rows.add(115, word, nameAt(token - 1), nameAt(token + 1));
}

const MARK_REACH = 8;

/** The nearest quotation mark on a side, within the paragraph: which one and how far; 0 for none. */
export function nearestMark({ mark, paragraph }: CueText, token: number, step: 1 | -1): number {
  for (let distance = 1; distance <= MARK_REACH; distance++) {
    const at = token + step * distance;
    if (at < 0 || at >= mark.length || paragraph[at] !== paragraph[token]) return 0;
    if (mark[at] > 0) return mark[at] * 8 + Math.min(distance < 4 ? distance : distance < 6 ? 4 : 5, 5);
  }
  return 0;
}

function markFeatures(text: CueText, token: number, rows: FeatureRows): void {
  const left = nearestMark(text, token, -1);
  const right = nearestMark(text, token, 1);
  const word = text.lemma[token];
  const own = text.wordClass[token];
  const quoted = text.quoted[token];
  rows.add(120, left, right, own);
  rows.add(121, word, left, right);
  rows.add(122, left, own, quoted);
  rows.add(123, right, own, quoted);
  rows.add(124, word, left, 0);
  rows.add(125, word, right, 0);
}

function placeFeatures(text: CueText, token: number, frame: Frame, rows: FeatureRows): void {
  const { lemma, wordClass, paragraph, quoted, mark, quotedSentence } = text;
  const { sentences, tag } = text.language;
  const sentence = sentences.of[token];
  const first = sentences.first[sentence];
  const end = sentences.end[sentence];
  const word = lemma[token];
  const own = wordClass[token];
  const number = paragraph[token];
  const remaining = paragraph[paragraph.length - 1] - number;
  rows.add(130, bucket(token - first), own, 0);
  rows.add(131, bucket(end - token), own, 0);
  rows.add(132, bucket(token - first), word, 0);
  rows.add(133, bucket(end - token), word, 0);
  rows.add(134, bucket((end - first) >> 1), own, quotedSentence[token]);
  rows.add(135, Math.min(number, 4), own, 0);
  rows.add(136, Math.min(number, 3), word, 0);
  rows.add(137, Math.min(remaining, 2), own, 0);
  rows.add(138, token === text.paragraphFirst[token] ? 1 : 0, own, 0);
  rows.add(139, text.quotedShare, own, 0);
  rows.add(140, text.quotedShare, word, 0);
  rows.add(141, text.quotedShare, frame.core, own);
  rows.add(142, text.firstPersonShare, own, 0);
  rows.add(143, text.firstPersonShare, word, 0);
  rows.add(144, text.firstPersonShare, own, quoted[token]);
  if (first === 0) return;
  const previous = first - 1;
  rows.add(145, tag[previous], mark[previous], own);
  rows.add(146, word, mark[previous] * 3 + quoted[previous], token - first < 4 ? 1 : 0);
}
