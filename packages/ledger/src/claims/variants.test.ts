import assert from 'node:assert/strict';
import { test } from 'node:test';
import { variantsOf } from './variants.ts';

test('wordings stand side by side with what differs, the most frequent first', () => {
  const variants = variantsOf('Mara Vell was killed near Lake Orro', [
    { words: '“Mara Vell was killed”', quotation: true, articleId: 3 },
    { words: 'Mara Vell was killed at dawn near Lake Orro', quotation: false, articleId: 1 },
    { words: 'mara Vell was killed at dawn near Lake Orro.', quotation: false, articleId: 2 },
  ]);
  assert.deepEqual(
    variants.map(({ count, quotation, articleIds, parts }) => ({ count, quotation, articleIds, parts })),
    [
      {
        count: 2,
        quotation: false,
        articleIds: [1, 2],
        parts: [
          { kind: 'same', text: 'Mara Vell was killed ' },
          { kind: 'added', text: 'at dawn ' },
          { kind: 'same', text: 'near Lake Orro' },
        ],
      },
      {
        count: 1,
        quotation: true,
        articleIds: [3],
        parts: [
          { kind: 'added', text: '“' },
          { kind: 'same', text: 'Mara Vell was killed' },
          { kind: 'cut', text: ' near Lake Orro' },
          { kind: 'added', text: '”' },
        ],
      },
    ],
  );
});
