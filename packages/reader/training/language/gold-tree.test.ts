import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEFT, ParseState, RIGHT, SHIFT } from '../../src/language/parse-state.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { readWords } from '../../src/language/words.ts';
import { GoldTree } from './gold-tree.ts';
import type { Document } from './treebank.ts';

function document(text: string, head: number[]): Document {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens);
  const empty = new Uint8Array(tokens.count);
  return {
    id: 'one',
    fold: 0,
    tokens,
    sentences,
    words: readWords(tokens, sentences),
    usable: Uint8Array.of(1),
    named: false,
    tag: empty,
    lemma: [],
    name: empty,
    head: Int32Array.from(head),
    relation: empty,
  };
}

test('any path of allowed moves builds the annotated tree', () => {
  const head = [1, 2, -1, 5, 5, 2, 7, 5];
  const sentence = document('old men say that they like warm soup', head);
  const gold = new GoldTree();
  const state = new ParseState();
  for (const order of [
    [SHIFT, LEFT, RIGHT],
    [RIGHT, LEFT, SHIFT],
    [LEFT, SHIFT, RIGHT],
  ]) {
    assert.ok(gold.load(sentence, 0));
    state.load(sentence.words.form, sentence.tag, 0, 8);
    while (state.front < state.count || state.depth > 0) {
      const possible = order.filter(
        (move) =>
          (move === SHIFT ? state.front < state.count : state.depth > 0) &&
          (move !== RIGHT || state.depth > 1) &&
          gold.allows(state, move),
      );
      assert.ok(possible.length > 0, 'no way out');
      state.apply(possible[0], 0);
    }
    assert.deepEqual(
      Array.from(state.head.subarray(0, 8), (each) => (each === 8 ? -1 : each)),
      head,
    );
  }
});

test('crossing arcs are refused', () => {
  assert.equal(new GoldTree().load(document('a b c d', [2, 3, -1, 2]), 0), false);
});
