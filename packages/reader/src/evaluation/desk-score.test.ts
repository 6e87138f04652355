import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentDice, type DeskAssertion, type DeskPrediction, matchAssertions, scoreDesk } from './desk-score.ts';

const gold: DeskAssertion = {
  kind: 'indirect',
  content: [{ start: 20, end: 60 }],
  source: [{ start: 0, end: 9 }],
  cue: [{ start: 10, end: 14 }],
  chain: ['The Northern Herald', 'Orla Venn'],
  speaker: 'Orla Venn',
  certainty: 'CT+',
  stance: 'acknowledges',
};

const right: DeskPrediction = {
  ...gold,
  act: 'statement',
  chain: [['Northern Herald'], ['Orla Venn', 'Venn']],
  speaker: ['Orla Venn', 'Venn'],
  confidence: 0.9,
};

test('a reading that equals the annotation is right in everything', () => {
  const metrics = scoreDesk([{ id: 'a', gold: [gold], predicted: [right] }]);
  for (const name of ['found.f1', 'certainty', 'stance', 'kind', 'speaker', 'chain', 'content.exact', 'cue.exact']) {
    assert.equal(metrics[name], 1, name);
  }
});

test('contents match by half their characters, or by less where the cues overlap', () => {
  const loose = { ...right, content: [{ start: 45, end: 80 }] };
  assert.equal(contentDice(gold.content, loose.content), 0.4);
  assert.equal(matchAssertions([gold], [loose]).length, 1);
  assert.equal(matchAssertions([gold], [{ ...loose, cue: [] }]).length, 0);
});

test('of two assertions with the same content each goes to the one whose cue it shares', () => {
  const other = { ...gold, cue: [{ start: 90, end: 98 }] };
  const predicted = [{ ...right, cue: other.cue }, right];
  assert.deepEqual(
    matchAssertions([gold, other], predicted).sort((a, b) => a.gold - b.gold),
    [
      { gold: 0, predicted: 1 },
      { gold: 1, predicted: 0 },
    ],
  );
});

test('an attitude that matches nothing costs nothing, a statement does', () => {
  const elsewhere = { ...right, content: [{ start: 200, end: 240 }], cue: [] };
  const withAct = (act: string) => scoreDesk([{ id: 'a', gold: [gold], predicted: [right, { ...elsewhere, act }] }]);
  assert.equal(withAct('attitude')['found.precision'], 1);
  assert.equal(withAct('statement')['found.precision'], 0.5);
});

test('a chain is right only whole, and nobody is not somebody', () => {
  const metrics = (predicted: DeskPrediction) => scoreDesk([{ id: 'a', gold: [gold], predicted: [predicted] }]);
  assert.equal(metrics({ ...right, chain: [['Orla Venn']] }).chain, 0);
  assert.equal(metrics({ ...right, speaker: null }).speaker, 0);
  assert.equal(metrics({ ...right, speaker: ['Tevin Marsh'] }).speaker, 0);
});
