import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scoreStances } from './stance-score.ts';

describe('scoreStances', () => {
  test('gives a quarter for relatedness and the rest for the stance, out of the best possible', () => {
    const metrics = scoreStances([
      { gold: 'unrelated', predicted: 'unrelated' },
      { gold: 'unrelated', predicted: 'discuss' },
      { gold: 'agree', predicted: 'agree' },
      { gold: 'disagree', predicted: 'agree' },
      { gold: 'discuss', predicted: 'unrelated' },
    ]);
    assert.equal(metrics.weighted, (0.25 + 1 + 0.25) / 3.5);
    assert.equal(metrics['f1.agree'], 2 / 3);
    assert.equal(metrics['f1.disagree'], 0);
    assert.equal(metrics['f1.macro'], (0.5 + 0 + 2 / 3 + 0) / 4);
    assert.equal(metrics['confusion.disagree.agree'], 1);
    assert.equal(metrics['confusion.unrelated.discuss'], 0.5);
  });
});
