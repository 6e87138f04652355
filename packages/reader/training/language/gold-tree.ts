import { LEFT, type ParseState, SHIFT } from '../../src/language/parse-state.ts';
import { RELATIONS } from '../../src/language/relations.ts';
import type { Document } from './treebank.ts';

const PARATAXIS = RELATIONS.indexOf('parataxis');

/** The annotated tree of a sentence over the tokens of a `ParseState`, and the oracle that it gives. */
export class GoldTree {
  /** Numbered as in the state: the root is `count`. */
  head = new Int32Array(0);
  relation = new Uint8Array(0);
  /** The last dependent of a token, -1 for none. */
  private rightmost = new Int32Array(0);
  /** The dependents before each token as a linked list: the nearest, and for each the next one to the left. */
  private nearestLeft = new Int32Array(0);
  private nextLeft = new Int32Array(0);

  /** Takes over the tree of a sentence; false where it is not projective and so not to be learnt from. */
  load(document: Document, s: number): boolean {
    const first = document.sentences.first[s];
    const count = document.sentences.end[s] - first;
    if (this.head.length < count + 1) this.grow(count + 1);
    const { head, relation } = this;
    let root = -1;
    for (let at = 0; at < count; at++) {
      const governor = document.head[first + at];
      head[at] = governor < 0 ? count : governor - first;
      relation[at] = document.relation[first + at];
      if (governor >= 0) continue;
      if (root >= 0) {
        head[at] = root;
        relation[at] = PARATAXIS;
      } else root = at;
    }
    if (!this.isTree(count) || !this.isProjective(count)) return false;
    this.link(count);
    return true;
  }

  /** Whether a move loses no arc of the tree that could still be made (Goldberg and Nivre 2013). */
  allows(state: ParseState, move: number): boolean {
    const { head, rightmost } = this;
    const { front, stack, depth } = state;
    const s0 = depth > 0 ? stack[depth - 1] : -1;
    if (move === SHIFT) {
      const governor = head[front];
      if (governor < front && governor !== s0 && this.onStack(state, governor)) return false;
      for (let left = this.nearestLeft[front]; left >= 0; left = this.nextLeft[left]) {
        if (this.onStack(state, left)) return false;
      }
      return true;
    }
    if (rightmost[s0] >= front) return false;
    if (move === LEFT) return head[s0] <= front && (depth < 2 || head[s0] !== stack[depth - 2]);
    return head[s0] < front;
  }

  /** The stack is in order, so that a token is on it or was given a head. */
  private onStack(state: ParseState, token: number): boolean {
    let low = 0;
    let high = state.depth - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (state.stack[middle] === token) return true;
      if (state.stack[middle] < token) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  private isTree(count: number): boolean {
    for (let at = 0; at < count; at++) {
      let up = at;
      for (let step = 0; up !== count; step++) {
        if (step > count) return false;
        up = this.head[up];
      }
    }
    return true;
  }

  private isProjective(count: number): boolean {
    for (let at = 0; at < count; at++) {
      const from = Math.min(at, this.head[at]);
      const to = Math.max(at, this.head[at]);
      for (let between = from + 1; between < to; between++) {
        if (this.head[between] < from || this.head[between] > to) return false;
      }
    }
    return true;
  }

  private link(count: number): void {
    this.rightmost.fill(-1, 0, count + 1);
    this.nearestLeft.fill(-1, 0, count + 1);
    for (let at = 0; at < count; at++) {
      const governor = this.head[at];
      if (at > governor) this.rightmost[governor] = at;
      else {
        this.nextLeft[at] = this.nearestLeft[governor];
        this.nearestLeft[governor] = at;
      }
    }
  }

  private grow(size: number): void {
    this.head = new Int32Array(size * 2);
    this.relation = new Uint8Array(size * 2);
    this.rightmost = new Int32Array(size * 2);
    this.nearestLeft = new Int32Array(size * 2);
    this.nextLeft = new Int32Array(size * 2);
  }
}
