import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { deskPages } from './desk-pages.ts';

/**
 * Pictures of every page of a running desk, wide and narrow, light and dark:
 *
 *     npm run screenshots -- http://127.0.0.1:4400 screenshots
 */
const WIDTHS = { wide: 1280, narrow: 360 };
const THEMES = ['light', 'dark'] as const;

const [desk = 'http://127.0.0.1:4400', folder = 'screenshots'] = process.argv.slice(2);
const pages = await deskPages(desk);
await mkdir(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const [size, width] of Object.entries(WIDTHS)) {
  for (const colorScheme of THEMES) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    for (const { name, path } of pages) {
      await page.goto(new URL(path, desk).href);
      await page.locator('h1').first().waitFor();
      // Charts come as scripts of their own; the event stream stays open, so there is no quiet network to wait for.
      await page.waitForTimeout(600);
      const file = join(folder, `${name}-${size}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
    }
    await context.close();
  }
}
await browser.close();
