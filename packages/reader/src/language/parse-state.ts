import { join } from './hashing.ts';
import { RELATIONS, type Relation } from './relations.ts';
import { TAGS } from './tags.ts';

/** The moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const SHIFT = 0;
/** The top of the stack depends on the front of the buffer. */
export const LEFT = 1;
/** The top of the stack depends on the one below it. */
export const RIGHT = 2;

/** What stands in for a token that is not there. */
export const NO_TAG = TAGS.length;
const ROOT_TAG = TAGS.length + 1;
const ROOT_FORM = 0x3c6ef372;
const NO_FORM = 0x1b873593;

/**
 * One sentence while it is parsed: a stack, a buffer whose last element is the root, and the tree so far. Reused from
 * sentence to sentence; `load` makes room.
 *
 * Tokens are numbered 0 to `count - 1` in the sentence; `count` is the root; -1 is nothing.
 */
export class ParseState {
  count = 0;
  form = new Int32Array(0);
  tag = new Uint8Array(0);
  formTag = new Int32Array(0);
  /** How many commas, dashes and colons, and how many verbs stand before a token. */
  marks = new Int32Array(0);
  verbs = new Int32Array(0);
  /** Whether a token stands between an opening and a closing quotation mark. */
  quoted = new Uint8Array(0);
  head = new Int32Array(0);
  relation = new Uint8Array(0);
  leftmost = new Int32Array(0);
  rightmost = new Int32Array(0);
  /** Which kinds of dependents a token has: a mask of the bits of `FRAME_BITS`. */
  frame = new Uint16Array(0);
  stack = new Int32Array(0);
  depth = 0;
  /** The front of the buffer. */
  front = 0;

  /** Takes the tokens of a sentence and empties the tree. */
  load(forms: Int32Array, tags: Uint8Array, first: number, end: number): void {
    const count = end - first;
    if (this.form.length < count + 1) this.grow(count + 1);
    let marks = 0;
    let verbs = 0;
    let quoted = 0;
    for (let at = 0; at < count; at++) {
      const tag = tags[first + at];
      if (tag === OPENING) quoted = 1;
      this.set(at, forms[first + at], tag, marks, verbs, quoted);
      if (tag === CLOSING) quoted = 0;
      marks += PARTING[tag];
      verbs += VERBAL[tag];
    }
    this.set(count, ROOT_FORM, ROOT_TAG, marks, verbs, 0);
    this.count = count;
    this.depth = 0;
    this.front = 0;
  }

  /** Puts a token below the front of the buffer, or below the second on the stack; or shifts. */
  apply(move: number, relation: number): void {
    if (move === SHIFT) {
      this.stack[this.depth++] = this.front++;
      return;
    }
    const dependent = this.stack[--this.depth];
    const head = move === LEFT ? this.front : this.stack[this.depth - 1];
    this.head[dependent] = head;
    this.relation[dependent] = relation;
    this.frame[head] |= FRAME_BITS[relation];
    if (move === LEFT) this.leftmost[head] = dependent;
    else this.rightmost[head] = dependent;
  }

  private set(at: number, form: number, tag: number, marks: number, verbs: number, quoted: number): void {
    this.form[at] = form;
    this.tag[at] = tag;
    this.formTag[at] = join(form, tag);
    this.marks[at] = marks;
    this.verbs[at] = verbs;
    this.quoted[at] = quoted;
    this.leftmost[at] = -1;
    this.rightmost[at] = -1;
    this.frame[at] = 0;
  }

  private grow(least: number): void {
    const size = least * 2;
    this.form = new Int32Array(size);
    this.tag = new Uint8Array(size);
    this.formTag = new Int32Array(size);
    this.marks = new Int32Array(size);
    this.verbs = new Int32Array(size);
    this.quoted = new Uint8Array(size);
    this.head = new Int32Array(size);
    this.relation = new Uint8Array(size);
    this.leftmost = new Int32Array(size);
    this.rightmost = new Int32Array(size);
    this.frame = new Uint16Array(size);
    this.stack = new Int32Array(size);
  }
}

/** The form and the tag of a token that may be missing. */
export function formAt(state: ParseState, at: number): number {
  return at < 0 ? NO_FORM : state.form[at];
}

export function tagAt(state: ParseState, at: number): number {
  return at < 0 ? NO_TAG : state.tag[at];
}

const OPENING = TAGS.indexOf('``');
const CLOSING = TAGS.indexOf("''");
const PARTING = Uint8Array.from(TAGS, (tag) => (tag === ',' || tag === ':' ? 1 : 0));
const VERBAL = Uint8Array.from(TAGS, (tag) => (tag === 'MD' || tag.startsWith('VB') ? 1 : 0));

/** The low eight bits tell what a clause still lacks; they serve alone where more would scatter a feature. */
export const CORE_FRAME = 255;
const FRAMES: Partial<Record<Relation, number>> = {
  nsubj: 1,
  'nsubj:pass': 1,
  csubj: 1,
  expl: 1,
  obj: 2,
  ccomp: 4,
  xcomp: 4,
  mark: 8,
  case: 16,
  aux: 32,
  'aux:pass': 32,
  cop: 32,
  det: 64,
  'nmod:poss': 64,
  conj: 128,
  cc: 256,
  punct: 512,
  nmod: 1024,
  obl: 1024,
  acl: 2048,
  'acl:relcl': 2048,
  advcl: 2048,
  advmod: 4096,
  compound: 8192,
};
const FRAME_BITS = Uint16Array.from(RELATIONS, (relation) => FRAMES[relation] ?? 0);
