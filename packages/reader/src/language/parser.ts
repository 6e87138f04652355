import { addScores, bestClass, type FeatureTable, rowShift } from './hashing.ts';
import type { Sentences } from './language.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from './parse-state.ts';
import { LABEL_FEATURES, labelFeatures, MOVE_FEATURES, moveFeatures } from './parser-features.ts';
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
  private readonly moves: FeatureTable;
  private readonly labels: FeatureTable;
  private readonly moveShift: number;
  private readonly labelShift: number;
  private readonly features = new Int32Array(Math.max(MOVE_FEATURES, LABEL_FEATURES));
  private readonly scores = new Int32Array(RELATIONS.length);

  constructor(model: ParserModel) {
    this.moves = model.moves;
    this.labels = model.labels;
    this.moveShift = rowShift(model.moves, MOVES);
    this.labelShift = rowShift(model.labels, RELATIONS.length);
  }

  /** The best move that is possible here. */
  move(state: ParseState): number {
    const forced = onlyMove(state);
    if (forced >= 0) return forced;
    const { moves, moveShift, features } = this;
    moveFeatures(state, features);
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let f = 0; f < MOVE_FEATURES; f++) {
      const hash = features[f];
      const at = (hash >>> moveShift) * (MOVES + 1);
      // All ones where the check is right, else 0: there are too many misses to predict a branch.
      const mask = (((moves[at] ^ hash) & 0xff) - 1) >> 31;
      shift += moves[at + 1] & mask;
      left += moves[at + 2] & mask;
      right += moves[at + 3] & mask;
    }
    if (state.depth > 1 && right > shift && right > left) return RIGHT;
    return left > shift ? LEFT : SHIFT;
  }

  label(state: ParseState, move: number): number {
    if (move === LEFT && state.front === state.count) return ROOT;
    const { labels, features, scores } = this;
    const classes = RELATIONS.length;
    labelFeatures(state, move, features);
    addScores(labels, this.labelShift, features, LABEL_FEATURES, scores, classes);
    return bestClass(scores, classes, 1);
  }
}

/** The move where there is no choice, else -1. The last word on the stack, and only that, gets the root. */
export function onlyMove(state: ParseState): number {
  if (state.depth === 0) return SHIFT;
  if (state.front === state.count) return state.depth > 1 ? RIGHT : LEFT;
  return -1;
}
