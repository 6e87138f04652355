import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '@hearsay/ledger/questions/answers';
import { foldCopies } from './fold-copies.ts';

const piece = (assertionId: number, articleId: number, originId: number, words: string): Evidence => ({
  assertionId,
  articleId,
  originId,
  words,
  revisionId: articleId,
  ordinal: 0,
  content: [],
  sentence: words,
  cue: 'said',
  kind: 'indirect',
  act: 'statement',
  certainty: 'CT+',
  stance: 'acknowledges',
  polarity: 'for',
  confidence: 1,
  speaker: { id: 1, name: 'Brana Lisk' },
  source: null,
  chain: [],
  claimId: 1,
  outlet: null,
  title: '',
  published: '2031-03-10T08:00:00Z',
  at: '2031-03-10T08:00:00Z',
});

test('repeated text is folded under its origin, whichever comes first', () => {
  const folded = foldCopies([
    piece(1, 20, 10, 'the toll is gone'),
    piece(2, 10, 10, 'the toll is gone'),
    piece(3, 30, 10, 'the toll is gone'),
    piece(4, 40, 40, 'the toll is gone'),
    piece(5, 10, 10, 'the toll stays'),
  ]);
  assert.deepEqual(
    folded.map(({ evidence, copies }) => [evidence.assertionId, copies.map(({ assertionId }) => assertionId)]),
    [
      [2, [1, 3]],
      [4, []],
      [5, []],
    ],
  );
});
