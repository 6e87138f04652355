import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sampleLedger } from '@hearsay/desk/sample/sample-ledger';
import { check } from '@hearsay/ledger/store/check';
import { openStore } from '@hearsay/ledger/store/open-store';
import { type DeskProcess, startDeskProcess } from '../../../desk/test/desk-process.ts';

const bin = fileURLToPath(new URL('../../bin/hearsay.js', import.meta.url));

describe('hearsay desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-desk-command-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const desk = (...args: string[]): DeskProcess => startDeskProcess([bin, 'desk', '--no-open', ...args], folder);
  const newLedger = async (name: string): Promise<string> => {
    const ledger = join(folder, name);
    copyFileSync(await sampleLedger(), ledger);
    return ledger;
  };
  const faults = async (ledger: string): Promise<string[]> => {
    const store = await openStore(ledger, { access: 'write', create: false });
    try {
      return await check(store);
    } finally {
      await store.close();
    }
  };

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`opens a ledger on a port that is free, and at ${signal} ends in the middle of an ingest with the ledger whole`, async () => {
      const ledger = await newLedger(`${signal}.db`);
      const opened = desk('--ledger', ledger, '--port', '0');
      const address = await opened.address;
      assert.ok(address !== undefined, opened.printed());
      assert.equal((await fetch(`${address}/api/desk`)).status, 200);
      assert.match(await (await fetch(address)).text(), /<title>/);
      const lines = Array.from({ length: 2000 }, (_, at) =>
        JSON.stringify({ id: `live ${at}`, text: `The clerk of ward ${at} said that ${at + 7} boats had left.` }),
      );
      const form = new FormData();
      form.append('files', new Blob([lines.join('\n')]), 'live.jsonl');
      const begun = await fetch(`${address}/api/ingests`, {
        method: 'POST',
        headers: { 'Hearsay-Desk': '1' },
        body: form,
      });
      const { id } = (await begun.json()) as { id: number };
      for (let added = 0; added === 0; ) {
        ({ added } = (await (await fetch(`${address}/api/ingests/${id}`)).json()) as { added: number });
      }
      opened.child.kill(signal);
      assert.equal(await opened.ended, 0, opened.printed());
      assert.deepEqual(await faults(ledger), []);
    });
  }

  test('says in a line what keeps it from opening, and ends with 1', async () => {
    const ledger = await newLedger('refused.db');
    const open = desk('--ledger', ledger, '--port', '0');
    const address = await open.address;
    assert.ok(address !== undefined, open.printed());
    const refused: [DeskProcess, RegExp][] = [
      [desk('--ledger', ledger, '--host', '0.0.0.0'), /^hearsay: the desk listens on 127\.0\.0\.1 or ::1 only.*\n$/],
      [desk('--ledger', ledger, '--port', new URL(address).port), /^hearsay: port \d+ is taken.*--port \d+\n$/],
      [desk('--ledger', 'none.db'), /^hearsay: none\.db: .*hearsay ingest.*\n$/],
    ];
    for (const [{ ended, printed }, words] of refused) {
      assert.equal(await ended, 1);
      assert.match(printed(), words);
    }
    open.child.kill('SIGTERM');
    assert.equal(await open.ended, 0);
  });
});
