import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestSequences, type ChainScores, forwardBackward, LABELS } from './arguments-chain.ts';

const LENGTH = 4;

function someScores(): ChainScores {
  const state = Float64Array.from({ length: LENGTH * LABELS }, (_, at) => Math.sin(at * 7.3));
  const edge = Float64Array.from({ length: LENGTH * LABELS * LABELS }, (_, at) => Math.cos(at * 3.1));
  return { length: LENGTH, state, edge };
}

/** Every label sequence with its score, the slow way. */
function allSequences({ state, edge }: ChainScores): { labels: number[]; score: number }[] {
  const sequences: { labels: number[]; score: number }[] = [];
  for (let code = 0; code < LABELS ** LENGTH; code++) {
    const labels = Array.from({ length: LENGTH }, (_, unit) => Math.floor(code / LABELS ** unit) % LABELS);
    let score = 0;
    for (const [unit, label] of labels.entries()) {
      score += state[unit * LABELS + label] + edge[(unit * LABELS + (labels[unit - 1] ?? 0)) * LABELS + label];
    }
    sequences.push({ labels, score });
  }
  return sequences.sort((a, b) => b.score - a.score);
}

test('the best sequences are the best of all sequences, in order', () => {
  const scores = someScores();
  const wanted = allSequences(scores).slice(0, 6);
  const found = bestSequences(scores, forwardBackward(scores), 6);
  assert.deepEqual(
    found.map(({ labels }) => [...labels]),
    wanted.map(({ labels }) => labels),
  );
  for (const [at, { score }] of found.entries()) assert.ok(Math.abs(score - wanted[at].score) < 1e-9);
});

test('the marginals of a unit add up to the weight of all sequences', () => {
  const scores = someScores();
  const { logZ, forward, backward } = forwardBackward(scores);
  const all = Math.log(allSequences(scores).reduce((sum, { score }) => sum + Math.exp(score), 0));
  assert.ok(Math.abs(logZ - all) < 1e-9);
  for (let unit = 0; unit < LENGTH; unit++) {
    let sum = 0;
    for (let label = 0; label < LABELS; label++) {
      const at = unit * LABELS + label;
      sum += Math.exp(forward[at] + backward[at] - logZ);
    }
    assert.ok(Math.abs(sum - 1) < 1e-9);
  }
});
