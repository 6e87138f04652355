import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReaderPool } from './reader-pool.ts';

test('a task that a reader fails on fails alone', async () => {
  const pool = new ReaderPool(1);
  const text = 'The ferry is late, Captain Ives Marr said.';
  const now = '2031-04-02T00:00:00.000Z';
  // No reading can be inflated from these bytes.
  const broken = pool.read({ kind: 'again', reading: new Uint8Array([1]), inputType: 'text', corrections: [] });
  const sound = pool.read({ kind: 'input', input: { text }, now });
  await assert.rejects(broken);
  assert.equal((await sound).reading.text, text);
  await pool.close();
});
