import { bestClass } from '../../src/language/hashing.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from '../../src/language/parse-state.ts';
import { MOVES, onlyMove, type ParserModel } from '../../src/language/parser.ts';
import { labelFeatures, moveFeatures, newLabelFeatures, newMoveFeatures } from '../../src/language/parser-features.ts';
import { RELATIONS } from '../../src/language/relations.ts';
import { GoldTree } from './gold-tree.ts';
import { Perceptron, SEED, shuffled } from './perceptron.ts';
import type { Document } from './treebank.ts';

/** Chosen on PolNeAR dev by attachment scores against file size. */
const MOVE_BITS = 20;
const LABEL_BITS = 16;
const EPOCHS = 6;
/** From the second epoch on, this share of the moves are the parser's own, right or wrong (Goldberg and Nivre 2012). */
const EXPLORED = 0.9;

const ROOT = RELATIONS.indexOf('root');

/**
 * Learns moves and relations from the usable, projective sentences of `documents`, on the tags that it will see,
 * one array a document.
 */
export function trainParser(documents: readonly Document[], tags: readonly Uint8Array[]): ParserModel {
  const sentences = documents.flatMap((document, d) =>
    Array.from({ length: document.sentences.count }, (_, s) => ({ document, s, d })).filter(
      ({ s }) => document.usable[s] === 1,
    ),
  );
  const trainer = new ParserTrainer((walk) => {
    for (const { document, s, d } of sentences) walk(document, s, tags[d]);
  });
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const index of shuffled(sentences.length, SEED + epoch)) {
      const { document, s, d } = sentences[index];
      trainer.learn(document, s, tags[d], epoch > 0);
    }
  }
  return trainer.model();
}

class ParserTrainer {
  private readonly moves: Perceptron;
  private readonly labels: Perceptron;
  private readonly state = new ParseState();
  private readonly gold = new GoldTree();
  private readonly moveList = newMoveFeatures();
  private readonly labelList = newLabelFeatures();
  private readonly moveScores = new Float32Array(MOVES);
  private readonly labelScores = new Float32Array(RELATIONS.length);
  private random = 1;

  constructor(all: (walk: (document: Document, s: number, tags: Uint8Array) => void) => void) {
    this.moves = new Perceptron(MOVE_BITS, MOVES, (each) =>
      all((document, s, tags) =>
        this.follow(
          document,
          s,
          tags,
          () => {},
          () => each(this.moveList),
        ),
      ),
    );
    this.labels = new Perceptron(LABEL_BITS, RELATIONS.length, (each) =>
      all((document, s, tags) =>
        this.follow(
          document,
          s,
          tags,
          () => each(this.labelList),
          () => {},
        ),
      ),
    );
  }

  model(): ParserModel {
    return { moves: this.moves.table(), labels: this.labels.table() };
  }

  /** Takes the right path through a sentence and shows the features of its decisions. */
  private follow(document: Document, s: number, tags: Uint8Array, atLabel: () => void, atMove: () => void): void {
    const { state, gold } = this;
    if (!gold.load(document, s)) return;
    state.load(document.words.form, tags, document.sentences.first[s], document.sentences.end[s]);
    while (state.front < state.count || state.depth > 0) {
      let move = onlyMove(state);
      if (move < 0) {
        moveFeatures(state, this.moveList);
        atMove();
        move = gold.allows(state, LEFT) ? LEFT : state.depth > 1 && gold.allows(state, RIGHT) ? RIGHT : SHIFT;
      }
      if (move === SHIFT) state.apply(move, 0);
      else {
        labelFeatures(state, move, this.labelList);
        atLabel();
        state.apply(move, gold.relation[state.stack[state.depth - 1]]);
      }
    }
  }

  learn(document: Document, s: number, tags: Uint8Array, explore: boolean): void {
    const { state, gold } = this;
    if (!gold.load(document, s)) return;
    state.load(document.words.form, tags, document.sentences.first[s], document.sentences.end[s]);
    while (state.front < state.count || state.depth > 0) {
      let move = onlyMove(state);
      if (move < 0) move = this.chooseMove(explore);
      state.apply(move, move === SHIFT ? 0 : this.chooseLabel(move));
    }
  }

  private chooseMove(explore: boolean): number {
    const { state, gold, moves, moveList, moveScores } = this;
    moveFeatures(state, moveList);
    moves.score(moveList, moveScores);
    let best = -1;
    let right = -1;
    for (let move = SHIFT; move <= RIGHT; move++) {
      if (move === RIGHT && state.depth < 2) continue;
      if (best < 0 || moveScores[move] > moveScores[best]) best = move;
      if (gold.allows(state, move) && (right < 0 || moveScores[move] > moveScores[right])) right = move;
    }
    moves.tick();
    if (best === right) return best;
    moves.update(moveList, right, best);
    this.random = (Math.imul(this.random, 0x5851f42d) + 0x14057b7f) | 0;
    return explore && (this.random >>> 8) / 2 ** 24 < EXPLORED ? best : right;
  }

  /** The relation the parser would give; it learns from the arcs that are right. */
  private chooseLabel(move: number): number {
    const { state, gold, labels, labelList, labelScores } = this;
    const dependent = state.stack[state.depth - 1];
    const head = move === LEFT ? state.front : state.stack[state.depth - 2];
    if (head === state.count) return ROOT;
    labelFeatures(state, move, labelList);
    labels.score(labelList, labelScores);
    const best = bestClass(labelScores, RELATIONS.length, 1);
    if (gold.head[dependent] === head) {
      labels.tick();
      const right = gold.relation[dependent];
      if (right !== best) labels.update(labelList, right, best);
    }
    return best;
  }
}
