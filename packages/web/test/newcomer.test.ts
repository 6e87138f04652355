import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DeskAnswer, StoryAnswer } from '@hearsay/ledger/questions/answers';
import { close, type DeskInBrowser, open, openDeskInBrowser, skip } from './desk-in-browser.ts';
import { axeFindings, sideways } from './page-checks.ts';

const PASTED =
  'ORN, May 4 — The lamps of the lighthouse at Orn went out on Monday, keeper Ansa Wick said.\n\n“Nobody has paid for the oil,” she said.';

describe('the pages explain themselves to who sees them for the first time', { skip, concurrency: 1 }, () => {
  let inBrowser: DeskInBrowser;
  before(async () => {
    inBrowser = await openDeskInBrowser();
  });
  after(() => inBrowser?.close());

  test('the origin graph says what its shapes and lines mean, of those that it has', async () => {
    const { page, wrong } = await inBrowser.newPage({ viewport: { width: 360, height: 740 } });
    await open(page, '/claims/1');
    const legend = page.locator('.graph-legend');
    for (const words of ['article that reports it', 'article that denies it', 'copy of an article’s text']) {
      await legend.getByText(words).waitFor();
    }
    await legend.getByText('the article heard it from this source').waitFor();
    assert.equal(await sideways(page), 0);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await legend.isVisible());
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('a claim’s origins are counted so that they agree with its status, and its title reads as a proposition', async () => {
    const { page, wrong } = await inBrowser.newPage();
    const { changed } = (await inBrowser.desk.ask('/api/desk')).json() as DeskAnswer;
    const floated = changed.items.find(({ text }) => text === 'the strike would be called off');
    assert.ok(floated, 'the sample has a claim that one reports firmly and another with a hedge');
    await open(page, `/claims/${floated.id}`);
    await page.getByRole('heading', { level: 1, name: 'The strike would be called off' }).waitFor();
    await page.getByText('independent origins: 1 for, 1 hedged').waitFor();
    await page.getByText('Single origin', { exact: true }).first().waitFor();
    assert.ok(
      (await page.locator('.evidence .words, .evidence').allTextContents()).join().includes('the strike might'),
    );
    await open(page, '/claims/1');
    await page.getByText('independent origins: 1 for, 1 hedged, 1 taken back, 2 against').waitFor();
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('only what came after the last look is called new: nothing on a first visit', async () => {
    const { page, wrong } = await inBrowser.newPage();
    await open(page, '/');
    await page.getByRole('heading', { name: 'Claims to look at' }).waitFor();
    assert.ok((await page.locator('.claim-row').count()) > 5);
    assert.equal(await page.locator('.claim-row .before').count(), 0);
    await page.getByRole('button', { name: 'Mark as seen' }).click();
    await page.getByText('No claim has changed its status since then.').waitFor();
    for (const [outlet, chief] of [
      ['Orn Gazette', 'Lia Morn'],
      ['Radio Lenn', 'Edo Vant'],
    ]) {
      const text = `The old mill at Karst burned down on Friday, fire chief ${chief} said.`;
      const { id } = (await inBrowser.desk.write('POST', '/api/ingests', { text, outlet })).json() as { id: number };
      await inBrowser.desk.finished(id);
    }
    await open(page, '/');
    const fresh = page.locator('.claim-row', { hasText: 'old mill' });
    await fresh.getByText('new', { exact: true }).waitFor();
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('a pasted report says what it brought, and its story lists what it alone says', async () => {
    const { page, wrong } = await inBrowser.newPage();
    await open(page, '/');
    await page.getByRole('textbox', { name: 'Address, text or files' }).fill(PASTED);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText(/^\d+ assertions?, \d+ claims?: \d+ new, \d+ that other articles make too$/).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('link', { name: 'Open its story' }).click();
    await page.waitForURL(/\/stories\/\d+/);
    await page.getByText(/^\d+ claims? that one article alone makes$/).click();
    await page
      .locator('.single-claims')
      .getByRole('link', { name: /lamps of the lighthouse at Orn/ })
      .waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(wrong, []);
    await close(page);
  });

  for (const width of [1280, 360]) {
    test(`where a report is from can be said before it is pasted, by the keyboard alone (${width} px)`, async () => {
      const { page, wrong } = await inBrowser.newPage({ viewport: { width, height: 800 } });
      await open(page, '/');
      const box = page.getByRole('textbox', { name: 'Address, text or files' });
      await page
        .getByRole('group', { name: 'Where it is from, if you know' })
        .getByText('counts as seen now')
        .waitFor();
      await box.focus();
      await page.keyboard.insertText(`The ferry to Orn is ${width} minutes late, harbour master Ivo Tarn said.`);
      await page.keyboard.press('Tab');
      await page.keyboard.type(`Orn Gazette ${width}`);
      await page.keyboard.press('Tab');
      await page.keyboard.type('11112025');
      assert.equal(await page.getByLabel('Published').inputValue(), '2025-11-11');
      assert.deepEqual(await axeFindings(page), []);
      assert.equal(await sideways(page), 0);
      await page.getByRole('button', { name: 'Read it' }).press('Enter');
      await page.getByRole('link', { name: 'Open the article' }).click();
      await page.getByText(`Orn Gazette ${width}`).first().waitFor();
      await page.locator('time[datetime^="2025-11-11"]').first().waitFor();
      assert.deepEqual(wrong, []);
      await close(page);
    });

    test(`the figures of a toll never overlap, however many there are (${width} px)`, async () => {
      const { page, wrong } = await inBrowser.newPage({ viewport: { width, height: 800 } });
      const story = (await inBrowser.desk.ask('/api/stories/1')).json() as StoryAnswer;
      const [toll] = story.tolls;
      const points = Array.from({ length: 90 }, (_, at) => ({
        ...toll.points[0],
        at: new Date(Date.parse(toll.points[0].at) + at * at * 700_000).toISOString(),
        low: 1000 + ((at * 37) % 90),
        high: at % 7 === 0 ? 1100 + ((at * 37) % 90) : null,
      }));
      for (const tolls of [story.tolls, [{ ...toll, points }]]) {
        await page.route('**/api/stories/1', (route) => route.fulfill({ json: { ...story, tolls } }));
        await open(page, '/stories/1');
        const labels = page.locator('.toll-label');
        await labels.first().waitFor();
        const boxes = await labels.evaluateAll((all) => all.map((label) => label.getBoundingClientRect().toJSON()));
        assert.ok(boxes.length > 3);
        for (const [at, one] of boxes.entries()) {
          for (const other of boxes.slice(at + 1)) {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            // Letters have room over and under them in their boxes.
            const along = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) - 5;
            assert.ok(across <= 0 || along <= 0, `${JSON.stringify(one)} ${JSON.stringify(other)}`);
          }
        }
        assert.equal(await sideways(page), 0);
        await page.unroute('**/api/stories/1');
      }
      assert.deepEqual(wrong, []);
      await close(page);
    });
  }
});
