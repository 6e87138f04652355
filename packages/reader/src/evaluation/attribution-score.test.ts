import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoleSpans } from './attribution-score.ts';
import { scoreAttribution } from './attribution-score.ts';

const span = (start: number, end: number) => ({ start, end });
const attribution = (roles: Partial<RoleSpans>): RoleSpans => ({ source: [], cue: [], content: [], ...roles });

test('a content in two segments is right only where both are', () => {
  const gold = [attribution({ content: [span(0, 10), span(20, 30)] })];
  const half = scoreAttribution([{ id: 'a', gold, predicted: [attribution({ content: [span(0, 10)] })] }]);
  assert.equal(half['content.exact.f1'], 0);
  assert.equal(half['content.char.precision'], 1);
  assert.equal(half['content.char.recall'], 0.5);
  const whole = [attribution({ content: [span(20, 30), span(0, 10)] })];
  assert.equal(scoreAttribution([{ id: 'a', gold, predicted: whole }])['content.exact.f1'], 1);
});

test('an attribution without a source costs nothing in the measure of sources', () => {
  const gold = [attribution({ cue: [span(4, 8)] }), attribution({ source: [span(10, 12)], cue: [span(13, 17)] })];
  const predicted = [attribution({ source: [span(10, 12)], cue: [span(13, 17)] })];
  const metrics = scoreAttribution([{ id: 'a', gold, predicted }]);
  assert.equal(metrics['source.exact.f1'], 1);
  assert.equal(metrics['cue.exact.recall'], 0.5);
  assert.equal(metrics['all.exact.precision'], 1);
});

test('characters that two attributions of one article share count once', () => {
  const gold = [attribution({ content: [span(0, 10)] })];
  const predicted = [attribution({ content: [span(0, 10)] }), attribution({ content: [span(5, 20)] })];
  const metrics = scoreAttribution([{ id: 'a', gold, predicted }]);
  assert.equal(metrics['content.char.precision'], 0.5);
  assert.equal(metrics['content.char.recall'], 1);
});

test('figures are summed over articles before they are divided', () => {
  const right = attribution({ cue: [span(0, 4)] });
  const items = [
    { id: 'a', gold: [right], predicted: [right] },
    { id: 'b', gold: [right, attribution({ cue: [span(9, 12)] })], predicted: [] },
  ];
  assert.equal(scoreAttribution(items)['cue.exact.recall'], 1 / 3);
});
