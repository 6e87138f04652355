import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { loadStanceModel } from './load-stance-model.ts';
import { judgeStance } from './stance.ts';

const reader = loadModel();
const model = loadStanceModel();

function stanceOf(claim: string, text: string) {
  return judgeStance(claim, readAnalysed({ text }, reader), model);
}

const told =
  'A goat walked onto the roof of the town hall of Lenn on Tuesday and stayed there for six hours. Firefighters brought ' +
  'it down with a crane while some two hundred people watched. The goat, named Pim, belongs to a baker two streets away. ' +
  'She gave the crew a tray of rolls.';
const debunked =
  'No, a goat did not spend a night on the roof of the town hall of Lenn. The story is a hoax, police said on Wednesday: ' +
  'the picture was photoshopped by a student, who has apologised. "There was no goat on the town hall," a spokeswoman ' +
  'said, and called the reports false. The fake photo had been shared thousands of times.';
const rumoured =
  'Orlo Motors is reportedly in talks to buy the shipyard at Brenn, according to a report that cites people familiar with the ' +
  'matter. The company may announce a deal next month, the sources said, but terms are unclear and talks could still ' +
  'fall apart. A spokesman for Orlo Motors declined to comment on the rumours.';

describe('judgeStance', () => {
  test('tells a text that upholds a claim from one that calls it a hoax', () => {
    const claim = 'Goat on roof of Lenn town hall brought down by firefighters';
    assert.equal(stanceOf(claim, told).stance, 'agree');
    assert.equal(stanceOf('Goat spent night on roof of Lenn town hall', debunked).stance, 'disagree');
  });

  test('takes a text that only passes on what others say for discussing it', () => {
    assert.equal(stanceOf('Report: Orlo Motors in talks to buy Brenn shipyard', rumoured).stance, 'discuss');
  });

  test('tells what speaks of something else, even of the same kind', () => {
    assert.equal(stanceOf('Report: Orlo Motors in talks to buy Brenn shipyard', told).stance, 'unrelated');
    assert.equal(stanceOf('Dog rescued from frozen lake at Vell by children', told).stance, 'unrelated');
  });

  test('reads a claim in capitals as it reads one in lower case', () => {
    const claim = 'goat on roof of lenn town hall brought down by firefighters';
    assert.notEqual(stanceOf(claim.toUpperCase(), told).stance, 'unrelated');
    assert.notEqual(stanceOf(claim, told).stance, 'unrelated');
  });

  test('gives the same answer again, with a score between 0 and 1, for any words', () => {
    for (const claim of ['', '?', '\ud83d', 'a '.repeat(5_000), '0', told]) {
      for (const text of ['', '\u0000', told, `${told}\n\n`.repeat(40)]) {
        const judgement = stanceOf(claim, text);
        assert.ok(judgement.score >= 0 && judgement.score <= 1);
        assert.deepEqual(stanceOf(claim, text), judgement);
      }
    }
  });

  test('finds a text without a readable word unrelated to everything', () => {
    assert.deepEqual(stanceOf('Goat on roof of Lenn town hall', ''), { stance: 'unrelated', score: 1 });
  });
});
