import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { openTestDesk, type TestDesk } from '../../desk/test/test-desk.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Why there are no tests in a browser here; false where there are. */
export const skip = existsSync(CHROMIUM) ? false : `no Chromium at ${CHROMIUM}: CHROMIUM names one`;
const WAIT = 30_000;

/** A desk on a copy of the sample ledger, and a browser that looks at it. */
export interface DeskInBrowser {
  readonly desk: TestDesk;
  /** A page that notes everything that went wrong on it. */
  newPage(options?: BrowserContextOptions): Promise<{ page: Page; wrong: string[] }>;
  close(): Promise<void>;
}

export async function openDeskInBrowser(): Promise<DeskInBrowser> {
  const desk = await openTestDesk({ allowPrivate: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  return {
    desk,
    newPage: (options = {}) => newPage(browser, desk, options),
    close: async () => {
      await browser.close();
      await desk.close();
    },
  };
}

async function newPage(
  browser: Browser,
  desk: TestDesk,
  options: BrowserContextOptions,
): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({
    baseURL: desk.address,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(WAIT);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on('dialog', (dialog) => {
    wrong.push(`${page.url()}: a dialog "${dialog.message()}"`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.address) && !request.url().startsWith('data:'))
      wrong.push(`asked ${request.url()}`);
  });
  return { page, wrong };
}

/** Goes to an address of the desk and waits until its page stands. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page
    .locator('main [data-row], main article, main .article-page, main table, main p')
    .first()
    .waitFor({ state: 'attached' });
  // Charts come as scripts of their own.
  await page.waitForTimeout(400);
}

export async function close(page: Page): Promise<void> {
  await page.context().close();
}
