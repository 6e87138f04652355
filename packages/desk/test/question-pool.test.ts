import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { decide, undo } from '@hearsay/ledger/edits/decide';
import { type ClaimAnswer, claimAnswer } from '@hearsay/ledger/questions/answers';
import { openStore } from '@hearsay/ledger/store/open-store';
import { LIMITS } from '../src/limits.ts';
import { QuestionPool } from '../src/questions/question-pool.ts';
import { sampleLedger } from '../src/sample/sample-ledger.ts';

describe('questions on threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-questions-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('an answer in many statements is never half of before and half of after what is written meanwhile', async () => {
    const ledger = join(folder, 'sample.db');
    copyFileSync(await sampleLedger(), ledger);
    const questions = new QuestionPool(ledger, LIMITS);
    await questions.start();
    const editor = await openStore(ledger, { access: 'edit' });
    const ask = async (): Promise<ClaimAnswer> => {
      const bytes = await questions.ask('short', { name: 'claim', asked: { id: 1 } });
      return claimAnswer.parse(JSON.parse(new TextDecoder().decode(bytes)));
    };
    const { evidence } = await ask();
    const assertions = evidence.for.items.map(({ articleId, revisionId, content: [{ start, end }] }) => ({
      article: articleId,
      revision: revisionId,
      start,
      end,
    }));
    let isDone = false;
    const deciding = (async () => {
      for (let round = 0; round < 40; round++) {
        const payload = { claim: 1, assertions };
        const { id } = await decide(editor, { author: 'editor', kind: 'claim-split', payload });
        // SQLite answers at once: without this nothing that the threads say would be heard in between.
        await setImmediate();
        await undo(editor, id, 'editor');
        await setImmediate();
      }
      isDone = true;
    })();
    const torn: string[] = [];
    const totals = new Set<number>();
    while (!isDone) {
      const { claim, evidence, certainty } = await ask();
      totals.add(claim.for);
      if (
        claim.for !== evidence.for.total ||
        certainty.filter(({ polarity }) => polarity === 'for').length !== claim.for
      )
        torn.push(`${claim.for} in short, ${evidence.for.total} in the list`);
    }
    await deciding;
    await editor.close();
    await questions.close();
    assert.deepEqual(torn, []);
    assert.equal(totals.size, 2);
  });
});
