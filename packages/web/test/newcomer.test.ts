import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { close, type DeskInBrowser, open, openDeskInBrowser, skip } from './desk-in-browser.ts';
import { axeFindings, sideways } from './page-checks.ts';

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
});
