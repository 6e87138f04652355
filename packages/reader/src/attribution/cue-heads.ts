import { RELATIONS, type Relation } from '../language/relations.ts';
import { hashText } from './arguments-hash.ts';
import { markFeatures, neighbourFeatures, placeFeatures } from './cue-context.ts';
import { bits, dependentLemma, type Frame, fillFrame } from './cue-frame.ts';
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
