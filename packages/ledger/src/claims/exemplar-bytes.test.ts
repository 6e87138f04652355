import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packExemplars, unpackExemplars } from './exemplar-bytes.ts';
import { fingerprintOf } from './fingerprint.ts';

test('exemplars come back from their bytes as they were', () => {
  const fingerprint = fingerprintOf(
    {
      words: ['@vell', 'die', 'harbour'],
      weights: [4.5, 1.25, 3.1],
      events: [{ sense: 'die', affected: ['@vell', 'minister'], isMain: true }],
      numbers: [
        { of: 'person', range: { low: 20, high: null, open: 'low' } },
        { of: 'boat', range: { low: 3, high: 3 } },
      ],
      quotations: [['we', 'will', 'not', 'leave', 'the', 'harbour']],
      polarity: 'against',
      isNegated: true,
      isWish: false,
      isUnrealised: true,
      isEarlier: true,
    },
    { lead: 200, central: 17, place: 90, isNested: true, speaker: 4711 },
  );
  const exemplars = [{ assertionId: 17, topic: [5, 8], fingerprint }];
  assert.deepEqual(unpackExemplars(packExemplars(exemplars)), exemplars);
});
