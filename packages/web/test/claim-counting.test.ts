import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ClaimAnswer } from '@hearsay/ledger/questions/answers';
import { close, type DeskInBrowser, open, openDeskInBrowser, skip } from './desk-in-browser.ts';
import { axeFindings, sideways } from './page-checks.ts';

describe('what a claim’s status counts', { skip, concurrency: 1 }, () => {
  let inBrowser: DeskInBrowser;
  before(async () => {
    inBrowser = await openDeskInBrowser();
  });
  after(() => inBrowser?.close());

  test('every piece of evidence says whether it counts, as many as the figures say, and if not why', async () => {
    const { page, wrong } = await inBrowser.newPage({ viewport: { width: 360, height: 740 } });
    const { claim } = (await inBrowser.desk.ask('/api/claims/1')).json() as ClaimAnswer;
    await open(page, '/claims/1');
    for (const folded of await page.locator('.evidence-side details').all()) await folded.locator('summary').click();
    const words = await page.locator('.evidence-side').locator('.counting, .copy-list small').allTextContents();
    assert.equal(words.length, claim.for + claim.against + claim.observing);
    const number = (begin: string): number => words.filter((said) => said.startsWith(begin)).length;
    assert.equal(number('Counts as an origin for it'), claim.firmOrigins);
    assert.equal(number('Counts as a hedged origin'), claim.origins - claim.firmOrigins - claim.takenBackOrigins);
    assert.equal(number('Counts as an origin against it'), claim.denyingOrigins);
    assert.ok(number('Does not count: a copy of ') > 0, words.join('\n'));
    assert.ok(
      words.every((said) => /^(?:Counts as|Does not count|No longer counts)/.test(said)),
      words.join('\n'),
    );
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await sideways(page), 0);
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('a firm denial stands at "certainly not" of the claim alone', async () => {
    const { page, wrong } = await inBrowser.newPage();
    const answer = (await inBrowser.desk.ask('/api/claims/1')).json() as ClaimAnswer;
    assert.ok(answer.certainty.some(({ polarity, certainty }) => polarity === 'against' && certainty === 'CT+'));
    await open(page, '/claims/1');
    const marks = await page
      .locator('.certainty-chart .mark.polarity-against')
      .evaluateAll((all) => all.map((mark) => mark.closest('g')?.querySelector('title')?.textContent ?? ''));
    assert.ok(marks.length > 0);
    assert.ok(
      marks.every((title) => /^Against, (?:certainly|probably|possibly) not, /.test(title)),
      marks.join('\n'),
    );
    assert.deepEqual(wrong, []);
    await close(page);
  });
});
