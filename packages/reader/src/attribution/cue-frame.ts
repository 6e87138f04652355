import { RELATIONS, type Relation } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import { type CueText, RELATION } from './cue-text.ts';

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

/** A bit for each of some relations, by relation. */
export const bits = (relations: readonly Relation[]) => {
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

/** A frame to be filled. */
export function newFrame(): Frame {
  const dependent = new Int32Array(RELATIONS.length);
  return { dependent, dependents: 0, signature: 0, core: 0, subject: -1, reach: 0, subjectType: 0 };
}

/** Fills in the frame of a token. */
export function fillFrame(text: CueText, token: number, frame: Frame): void {
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
export function dependentLemma(text: CueText, token: number, wanted: number): number {
  for (let d = text.firstDependent[token]; d >= 0; d = text.nextDependent[d]) {
    if (text.language.relation[d] === wanted) return text.lemma[d];
  }
  return 0;
}
