import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { type Line, splitLines } from './split-lines.ts';

async function lines(chunks: string[], maxBytes = 100): Promise<(string | null)[]> {
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  const found: Line[] = [];
  for await (const line of splitLines(stream, maxBytes)) found.push(line);
  assert.deepEqual(
    found.map(({ number }) => number),
    found.map((_, at) => at + 1),
  );
  return found.map(({ bytes }) => (bytes === null ? null : bytes.toString()));
}

describe('splitLines', () => {
  test('joins what chunks cut and ends lines at LF and CRLF', async () => {
    assert.deepEqual(await lines(['on', 'e\r', '\ntwo\n\nth', 'ree']), ['one', 'two', '', 'three']);
    assert.deepEqual(await lines(['one\n']), ['one']);
    assert.deepEqual(await lines([]), []);
  });

  test('does not end a line at the separators that JSON allows inside strings', async () => {
    assert.deepEqual(await lines(['a\u2028b\u2029c\u0085d']), ['a\u2028b\u2029c\u0085d']);
  });

  test('gives null for a line that is too long, and goes on', async () => {
    assert.deepEqual(await lines(['aaaa', 'aaaa\nbbb\ncc', 'ccc'], 4), [null, 'bbb', null]);
  });
});
