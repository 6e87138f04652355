import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { KeyIndex } from './key-index.ts';
import { openStore } from './open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-keys-'));
const store = await openStore(join(folder, 'ledger.db'), { access: 'write', create: true });
after(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** More batches than wait before they are put into buckets. */
const BATCHES = 100;
const KEYS = [-5, 0, 7, 2 ** 31 - 1, 40_000, 40_001];

test('finds what was added under each key, waiting or settled; a later identifier takes the slot of an earlier one', async () => {
  await store.write(async (writing) => {
    const index = new KeyIndex('claim_key', 4);
    for (let id = 1; id <= BATCHES; id++) await index.add([{ key: KEYS[id % KEYS.length], id }], writing);
    const found = await index.find([...KEYS, 99], writing);
    for (const [at, key] of KEYS.entries()) {
      const slots = new Map<number, number>();
      for (let id = 1; id <= BATCHES; id++) if (id % KEYS.length === at) slots.set(id % 4, id);
      assert.deepEqual(
        found.get(key),
        [...slots.values()].sort((a, b) => a - b),
      );
    }
    assert.deepEqual(await index.find([99], writing), new Map());
  });
});
