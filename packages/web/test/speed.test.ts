import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { DeskAnswer } from '@hearsay/ledger/questions/answers';
import { close, type DeskInBrowser, open, openDeskInBrowser, skip } from './desk-in-browser.ts';

const ROWS = 10_000;
/** Script that the first page may bring, gzipped, in bytes. */
const MOST_SCRIPT = 150_000;
/** Between a key and what it does on the screen, in milliseconds; twice of it here, since other tests run beside. */
const INTERACTION_MS = 100 * 2;
/** Pixels a frame: as fast as a wheel is turned. */
const SCROLLED = 400;
/** What 95 of 100 frames take at most, in milliseconds. Alone they take 17 to 33; other tests run beside. */
const FRAME_MS = 100;

describe('the pages are quick', { skip, concurrency: 1 }, () => {
  let inBrowser: DeskInBrowser;
  before(async () => {
    inBrowser = await openDeskInBrowser();
  });
  after(() => inBrowser?.close());

  test('the first page brings less than 150 kB of script, and the others after it no more than that', async () => {
    const { page, wrong } = await inBrowser.newPage();
    const sizes = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        sizes.set(
          response.url(),
          response.body().then((body) => gzipSync(body).length),
        );
    });
    await open(page, '/');
    await page.waitForTimeout(3000);
    const all = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
    assert.ok(sizes.size > 5 && all < MOST_SCRIPT, `${all} bytes in ${sizes.size} scripts`);
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('a key does what it does within a tenth of a second', async () => {
    const { page } = await inBrowser.newPage();
    await open(page, '/');
    const times = await page.evaluate(
      async (keys) => {
        const found: number[] = [];
        for (const key of keys) {
          const before = performance.now();
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          found.push(performance.now() - before);
        }
        return found;
      },
      ['j', 'j', 'j', 'k', '/', '?'],
    );
    assert.ok(Math.max(...times) < INTERACTION_MS, times.map(Math.round).join());
    await close(page);
  });

  test('a list of 10,000 rows scrolls frame by frame, and only what is in view is in the page', async () => {
    const { page, wrong } = await inBrowser.newPage();
    const desk = (await inBrowser.desk.ask('/api/desk')).json() as DeskAnswer;
    const [story] = desk.stories.items;
    const items = Array.from({ length: ROWS }, (_, at) => ({
      ...story,
      id: at + 1,
      title: `${story.title} ${at + 1}`,
    }));
    const long: DeskAnswer = { ...desk, stories: { items, total: ROWS, next: null } };
    await page.route('**/api/desk*', (route) => route.fulfill({ json: long }));
    await open(page, '/');
    const frames = await page.evaluate(async (step) => {
      const found: number[] = [];
      let last = performance.now();
      for (let frame = 0; frame < 240; frame++) {
        window.scrollBy(0, step);
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        found.push(now - last);
        last = now;
      }
      return found;
    }, SCROLLED);
    const late = frames.toSorted((one, other) => one - other)[Math.floor(frames.length * 0.95)];
    assert.ok(late < FRAME_MS, `95 of 100 frames within ${Math.round(late)} ms`);
    const end = page.getByRole('link', { name: `${story.title} ${ROWS}`, exact: true });
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await end.waitFor();
    assert.ok((await page.locator('main .rows > li').count()) < 200);
    assert.deepEqual(wrong, []);
    await close(page);
  });
});
