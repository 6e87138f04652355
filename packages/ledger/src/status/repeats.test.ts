import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ingest } from '../ingest/ingest.ts';
import type { Source } from '../ingest/source.ts';
import { openStore } from '../store/open-store.ts';

const REPORT = `LENN (AP) - The harbour minister, Mara Vell, was killed in an explosion near Lake Orro on Monday, police said.

The blast tore through a row of boat sheds at the northern end of the lake, where crews had been mending nets all morning. Two
of the sheds burned down before firemen reached them by the narrow road from Tarn.

Shopkeepers closed their shutters and the ferry lay at its pier until the evening. The lake road was opened again on Tuesday.`;

async function* source(id: string, text: string): Source {
  yield { kind: 'article', input: { id, text }, place: id };
}

test('copies are counted as they come in, batch by batch, and stay one origin; a denial of another changes the status', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-'));
  const store = await openStore(join(folder, 'ledger.db'), { access: 'write', create: true });
  try {
    const standing = async () => {
      const rows = await store.db
        .selectFrom('claim_standing')
        .innerJoin('claim', 'claim.id', 'claim_standing.claim_id')
        .select(['articles', 'origins', 'for_count', 'against_count'])
        .where('claim.text', 'like', '%Mara Vell%')
        .execute();
      return rows.map(({ articles, origins, for_count, against_count }) => [
        articles,
        origins,
        for_count,
        against_count,
      ]);
    };
    for (const number of [1, 2, 3, 4]) {
      await ingest(store, source(`copy ${number}`, REPORT.replace('Two\nof', `${number} of`)), { jobs: 1 });
    }
    assert.deepEqual(await standing(), [[4, 1, 4, 0]]);
    const denial = 'Mara Vell was not killed in an explosion near Lake Orro on Monday, her spokesman, Odo Brill, said.';
    await ingest(store, source('denial', denial), { jobs: 1 });
    assert.deepEqual(await standing(), [[5, 1, 4, 1]]);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
});
