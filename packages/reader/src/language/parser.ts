import { FeatureScorer, type FeatureTable, rowShift } from './hashing.ts';
import type { Sentences } from './language.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from './parse-state.ts';
import { labelFeatures, moveFeatures, newLabelFeatures, newMoveFeatures } from './parser-features.ts';
import { RELATIONS } from './relations.ts';

/** Weights of the parser: greedy arc-hybrid moves, and a relation for each arc as it is made. */
export interface ParserModel {
  /** Classes are `SHIFT`, `LEFT`, `RIGHT`. */
  readonly moves: FeatureTable;
  /** Classes are `RELATIONS`. */
  readonly labels: FeatureTable;
}

export const MOVES = 3;

export interface Syntax {
  /** Token index of each token's head, -1 for a root: one a sentence. */
  readonly head: Int32Array;
  readonly relation: Uint8Array;
}

const ROOT = RELATIONS.indexOf('root');

/**
 * Parses every sentence into a projective tree, each decision taken once: linear in the number of tokens.
 *
 * @param forms a number for each token that stands for its form
 */
export function parse(forms: Int32Array, sentences: Sentences, tags: Uint8Array, model: ParserModel): Syntax {
  const head = new Int32Array(forms.length);
  const relation = new Uint8Array(forms.length);
  const state = new ParseState();
  const scorer = new Scorer(model);
  for (let s = 0; s < sentences.count; s++) {
    const first = sentences.first[s];
    state.load(forms, tags, first, sentences.end[s]);
    const { count } = state;
    while (state.front < count || state.depth > 0) {
      const move = scorer.move(state);
      state.apply(move, move === SHIFT ? 0 : scorer.label(state, move));
    }
    for (let at = 0; at < count; at++) {
      head[first + at] = state.head[at] === count ? -1 : first + state.head[at];
      relation[first + at] = state.relation[at];
    }
  }
  return { head, relation };
}

class Scorer {
  /** A row of the table for moves is one word: the check, then a byte for each move. */
  private readonly moves: Int32Array;
  private readonly moveShift: number;
  private readonly moveFeatures = newMoveFeatures();
  private readonly labels: FeatureScorer;
  private readonly labelFeatures = newLabelFeatures();

  constructor({ moves, labels }: ParserModel) {
    this.moves = new Int32Array(moves.buffer, moves.byteOffset, moves.length / (MOVES + 1));
    this.moveShift = rowShift(moves, MOVES);
    this.labels = new FeatureScorer(labels, RELATIONS.length);
  }

  /** The best move that is possible here. */
  move(state: ParseState): number {
    const forced = onlyMove(state);
    if (forced >= 0) return forced;
    moveFeatures(state, this.moveFeatures);
    const { moves, moveShift } = this;
    const { hashes, count } = this.moveFeatures;
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let f = 0; f < count; f++) {
      const hash = hashes[f];
      const row = moves[hash >>> moveShift];
      // All ones where the check is right, else 0: there are too many misses to predict a branch.
      const weights = row & ((((row ^ hash) & 0xff) - 1) >> 31);
      shift += (weights << 16) >> 24;
      left += (weights << 8) >> 24;
      right += weights >> 24;
    }
    if (state.depth > 1 && right > shift && right > left) return RIGHT;
    return left > shift ? LEFT : SHIFT;
  }

  label(state: ParseState, move: number): number {
    if (move === LEFT && state.front === state.count) return ROOT;
    labelFeatures(state, move, this.labelFeatures);
    return this.labels.best(this.labelFeatures, 1);
  }
}

/** The move where there is no choice, else -1. The last word on the stack, and only that, gets the root. */
export function onlyMove(state: ParseState): number {
  if (state.depth === 0) return SHIFT;
  if (state.front === state.count) return state.depth > 1 ? RIGHT : LEFT;
  return -1;
}
