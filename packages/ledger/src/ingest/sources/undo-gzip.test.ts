import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { undoGzip } from './undo-gzip.ts';

async function undone(bytes: Buffer, pieceBytes: number): Promise<{ words: string; code?: unknown }> {
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
  }
  let words = '';
  try {
    for await (const stretch of undoGzip(pieces())) {
      for await (const part of stretch) words += part.toString('latin1');
    }
    return { words };
  } catch (error) {
    return { words, code: error instanceof Error && 'code' in error ? error.code : error };
  }
}

const words = Array.from({ length: 20_000 }, (_, at) => `Mayor ${at * 7919} said no.`).join(' ');
const zipped = gzipSync(words);

// Whether texts are the same is asked with assert.ok: a difference between long ones is no use in a report.
describe('undoGzip', () => {
  test('joins members, whatever the pieces they come in', async () => {
    const members = Buffer.concat([gzipSync('one '), gzipSync(''), zipped, gzipSync(' end')]);
    for (const size of [10, 1000, 100_000]) {
      assert.ok((await undone(members, size)).words === `one ${words} end`);
    }
  });

  test('passes over padding with zeros', { timeout: 20_000 }, async () => {
    for (const size of [100, 40_000, 1_000_000]) {
      const { words: all, code } = await undone(Buffer.concat([zipped, Buffer.alloc(200_000)]), size);
      assert.ok(all === words);
      assert.equal(code, undefined);
    }
  });

  test('that breaks off gives everything that came before', async () => {
    const members = [gzipSync('one '), zipped, gzipSync('two ')];
    const bytes = Buffer.concat(members);
    for (const left of [1, 8, 9, 15, 22]) {
      const { words: all, code } = await undone(bytes.subarray(0, bytes.length - left), 1000);
      assert.ok(all.startsWith(`one ${words}`), `${left} bytes short`);
      assert.equal(code, 'gzip');
    }
  });

  test('that is damaged gives all but the last 16 KB before the damage, and fails', { timeout: 20_000 }, async () => {
    for (const size of [100, 40_000, 1_000_000]) {
      const { words: part, code } = await undone(Buffer.concat([zipped, Buffer.alloc(200_000, 'x')]), size);
      assert.ok(words.startsWith(part) && part.length > words.length - 16_384, `${part.length} of ${words.length}`);
      assert.equal(code, 'gzip');
    }
  });
});
