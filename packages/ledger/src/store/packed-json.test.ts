import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packJson, unpackJson } from './packed-json.ts';

const values: [string, unknown][] = [
  ['numbers of every kind', [0, -1, 0.407, 1 / 3, -2.5, 2 ** 60, 1e-9, 12_345_678_901]],
  ['one place with values of every kind', [null, true, false, 3, 'three', [], {}, [null, [4]], { a: 1 }]],
  ['objects with different properties', [{ a: 1, b: 'x' }, { b: 'y' }, { c: null, a: 2 }, {}]],
  [
    'spans, and an end without a start',
    [{ start: 7, end: 9 }, { start: 2, end: 1 }, { end: 5 }, { start: 'x', end: 4 }],
  ],
  [
    'strings that repeat, with quotation marks and line ends',
    { text: '"Orël"\n\n\u0000', same: '"Orël"\n\n\u0000', '': '' },
  ],
  ['nothing', null],
];

for (const [name, value] of values) {
  test(`packed JSON comes back: ${name}`, () => assert.deepEqual(unpackJson(packJson(value)), value));
}

test('leaves out what is undefined, as JSON does', () => {
  assert.deepEqual(unpackJson(packJson([{ a: undefined, b: 1 }])), [{ b: 1 }]);
});

test('bytes that are not its own, or cut off, are an error and never a value', () => {
  const packed = packJson({ text: 'The ferry Orel left the harbour.', spans: [{ start: 4, end: 9 }] });
  assert.throws(() => unpackJson(Uint8Array.of(9, 9, 9, 9, 9, 9)), RangeError);
  for (let length = 0; length < packed.length; length++) assert.throws(() => unpackJson(packed.subarray(0, length)));
});
