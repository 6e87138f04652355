import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { hostileArticles } from '../../desk/test/hostile-articles.ts';
import type { TestDesk } from '../../desk/test/test-desk.ts';
import { deskPages } from '../screenshots/desk-pages.ts';
import { close, type DeskInBrowser, open, openDeskInBrowser, skip } from './desk-in-browser.ts';
import { axeFindings, sideways } from './page-checks.ts';

const REPORT =
  'SARN, May 2 — Ola Brend, the mayor of Sarn, said on Saturday that the Kessa bridge would stay closed.\n\n“It is not safe,” she said.';
const FERRY = `<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1><p>The ferry was an hour late because of the fog, harbour master Ivo Tarn said on Sunday afternoon.</p><p>“Nobody was hurt,” he said.</p></article></body></html>`;

describe('the desk in a browser', { skip, concurrency: 1 }, () => {
  let inBrowser: DeskInBrowser;
  let desk: TestDesk;
  before(async () => {
    inBrowser = await openDeskInBrowser();
    ({ desk } = inBrowser);
  });
  after(() => inBrowser?.close());
  const newPage = (options?: BrowserContextOptions) => inBrowser.newPage(options);

  for (const [name, options] of Object.entries({
    'wide and light': {},
    'wide and dark': { colorScheme: 'dark' },
    'narrow (360 px)': { viewport: { width: 360, height: 740 } },
    'narrow and dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  } satisfies Record<string, BrowserContextOptions>)) {
    test(`every page, ${name}: nothing goes wrong, axe finds nothing, nothing to scroll sideways`, async () => {
      const { page, wrong } = await newPage({ ...options, reducedMotion: 'reduce' });
      const pages = await deskPages(desk.address);
      assert.ok(pages.length >= 7, pages.map((each) => each.name).join());
      for (const { name, path } of pages) {
        await open(page, path);
        assert.deepEqual(await axeFindings(page), [], name);
        assert.equal(await sideways(page), 0, `${name} is too wide`);
      }
      assert.deepEqual(wrong, []);
      await close(page);
    });
  }

  test('every page stands again when it is loaded again', async () => {
    const { page, wrong } = await newPage();
    for (const { name, path } of await deskPages(desk.address)) {
      await open(page, path);
      await page.reload();
      await open(page, path);
      assert.equal(await page.locator('h1').count(), 1, name);
    }
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('as many pages as are opened stand side by side, and hear what happens, also when the first is closed', async () => {
    const { page, wrong } = await newPage();
    await open(page, '/');
    const others: Page[] = [];
    for (let more = 0; more < 8; more++) {
      const other = await page.context().newPage();
      await open(other, '/');
      others.push(other);
    }
    await page.close();
    await desk.write('POST', '/api/ingests', { text: 'The quay is closed, harbour master Ivo Tarn said on Monday.' });
    for (const other of others) await other.getByText('1 new').first().waitFor();
    assert.deepEqual(wrong, []);
    await close(others[0]);
  });

  test('claims that changed since the last visit are told with the status that they had', async () => {
    const { page, wrong } = await newPage();
    await open(page, '/');
    await page.getByRole('button', { name: 'Mark as seen' }).click();
    await page.getByText('No claim has changed its status since then.').waitFor();
    const text =
      'SARN, May 3 — At least 14 people were not killed in the strike, officials in Lenn said on Sunday. “The strike might not be called off,” they said.';
    const { id } = (
      await desk.write('POST', '/api/ingests', { text, title: 'Nobody died', outlet: 'Radio Lenn' })
    ).json() as {
      id: number;
    };
    await desk.finished(id);
    await open(page, '/');
    await page.getByRole('heading', { name: 'Since your last visit' }).waitFor();
    await page.getByText(/ → /).first().waitFor();
    assert.deepEqual(wrong, []);
    await close(page);
  });

  describe('reports come in', () => {
    test('as pasted text, with its progress, to its page', async () => {
      const { page, wrong } = await newPage();
      await open(page, '/');
      const box = page.getByRole('textbox', { name: 'Address, text or files' });
      await box.fill(REPORT);
      await page.getByLabel('Headline').fill('Bridge stays closed');
      await page.getByLabel('Outlet').fill('Lenn Press');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText('1 new').waitFor();
      await page.getByRole('link', { name: 'Open the article' }).click();
      await page.getByRole('heading', { level: 1, name: 'Bridge stays closed' }).waitFor();
      await page.getByText('It is not safe').first().waitFor();
      assert.deepEqual(wrong, []);
      await close(page);
    });

    test('as an address', async () => {
      const pages = createServer((_request, response) =>
        response.setHeader('Content-Type', 'text/html').end(FERRY),
      ).listen(0, '127.0.0.1');
      const { page, wrong } = await newPage();
      try {
        await open(page, '/');
        await page
          .getByRole('textbox', { name: 'Address, text or files' })
          .fill(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/ferry`);
        await page.getByRole('button', { name: 'Fetch and read' }).click();
        await page.getByRole('link', { name: 'Open the article' }).click();
        await page.getByRole('heading', { level: 1, name: 'Ferry late' }).waitFor();
        assert.deepEqual(wrong, []);
      } finally {
        pages.close();
        await close(page);
      }
    });

    test('as dropped files of every kind; what did not come in is told', async () => {
      const { page, wrong } = await newPage();
      await open(page, '/');
      const record = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${FERRY.replace('an hour', 'two hours')}`;
      const dropped = await page.evaluateHandle(
        (given) => {
          const files = new DataTransfer();
          for (const [name, content] of Object.entries(given)) files.items.add(new File([content], name));
          files.items.add(
            new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])], 'photo.png'),
          );
          return files;
        },
        {
          'dropped.txt': 'The dam is safe, engineer Nils Aro said on Monday in Sarn.',
          'dropped.html': FERRY.replace('Sunday', 'Tuesday'),
          'dropped.jsonl':
            '{"id":"a","text":"It rains, the clerk said."}\n{"id":"b","text":"It snows, the clerk said."}\n',
          'dropped.warc': `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:6c1c5cfa-9a4d-4b0c-8d0d-0f2b6f3d1a12>\r\nWARC-Date: 2026-05-03T10:00:00Z\r\nWARC-Target-URI: https://lenn.example/ferry\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(record)}\r\n\r\n${record}\r\n\r\n`,
        },
      );
      await page.locator('main').dispatchEvent('drop', { dataTransfer: dropped });
      await page.getByText('photo.png').first().waitFor();
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText('5 new').waitFor();
      await page.getByText('1 skipped').waitFor();
      assert.deepEqual(wrong, []);
      await close(page);
    });

    test('an ingest that goes on is seen by whoever looks', async () => {
      const { page, wrong } = await newPage();
      await open(page, '/');
      const lines = Array.from({ length: 300 }, (_, at) =>
        JSON.stringify({
          id: `live ${at}`,
          text: `Report ${at}: the clerk of ward ${at} said on Monday that ${at + 7} boats had left.`,
        }),
      );
      const form = new FormData();
      form.append('files', new Blob([lines.join('\n')]), 'live.jsonl');
      await fetch(`${desk.address}/api/ingests`, { method: 'POST', headers: { 'Hearsay-Desk': '1' }, body: form });
      await page.getByText('300 new').waitFor();
      assert.deepEqual(wrong, []);
      await close(page);
    });
  });

  test('an assertion is corrected, added, deleted, and each is taken back', async () => {
    const { page, wrong } = await newPage();
    await open(page, '/articles/1');
    const cards = page.locator('.who-says-what [data-row]');
    await cards.first().waitFor();
    const count = await cards.count();
    const undo = async (): Promise<void> => {
      await page.locator('.notice').getByRole('button', { name: /^Undo/ }).click();
      await page
        .getByText(/^Undone|taken back/i)
        .first()
        .waitFor()
        .catch(() => {});
    };

    await cards.first().focus();
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: 'Correct assertion 1' }).waitFor();
    await page.getByLabel('Speaker', { exact: true }).fill('Nell Corrigan');
    await page.getByRole('button', { name: 'End: one word less' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Assertion 1 corrected').waitFor();
    await page.locator('.who-says-what').getByText('Nell Corrigan').first().waitFor();
    await undo();
    await page.locator('.who-says-what').getByText('Nell Corrigan').first().waitFor({ state: 'detached' });

    await page.keyboard.press('a');
    await page.getByLabel('Speaker', { exact: true }).fill('Ivo Added');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Assertion added').waitFor();
    await page.locator('.who-says-what').getByText('Ivo Added').first().waitFor();
    await undo();
    await page.locator('.who-says-what').getByText('Ivo Added').first().waitFor({ state: 'detached' });

    await cards.first().focus();
    await page.keyboard.press('e');
    await page
      .getByRole('button', { name: /^Delete/ })
      .last()
      .click();
    await page.getByText('Assertion 1 deleted').waitFor();
    await undo();
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('.who-says-what [data-row]').length === wanted,
      count,
    );
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('by the keyboard alone: to a claim, to the search, to the keys and back', async () => {
    const { page, wrong } = await newPage();
    await open(page, '/');
    const rowInFocus = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main [data-row]')].findIndex((row) => row.contains(document.activeElement)),
      );
    await page.keyboard.press('j');
    const first = await rowInFocus();
    await page.keyboard.press('j');
    assert.equal(await rowInFocus(), first + 1);
    await page.keyboard.press('k');
    assert.equal(await rowInFocus(), first);
    const outline = await page.evaluate(() => {
      const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    assert.ok(outline, 'what has the focus is seen');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(?:claims|stories)\/\d+/);
    await page.keyboard.press('/');
    await page.keyboard.type('Orel');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=Orel/);
    await page.locator('main [data-row]').first().waitFor();
    await page.locator('h1').first().click();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('articles that try to be more than words are words on every page that shows them', async () => {
    const form = new FormData();
    form.append(
      'files',
      new Blob([hostileArticles.map((article) => JSON.stringify(article)).join('\n')]),
      '<img src=x onerror=alert(1)>.jsonl',
    );
    const { id } = (await (
      await fetch(`${desk.address}/api/ingests`, { method: 'POST', headers: { 'Hearsay-Desk': '1' }, body: form })
    ).json()) as { id: number };
    const { articles } = await desk.finished(id);
    const { page, wrong } = await newPage();
    for (const path of [
      '/',
      '/search?q=script',
      '/search?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E',
      ...articles.map((article) => `/articles/${article}`),
    ]) {
      await open(page, path);
      assert.doesNotMatch(await page.title(), /^run/, path);
      const harm = await page.evaluate(() => ({
        run: document.querySelectorAll(
          'main script, main img, main iframe, main object, main [onerror], main [onload], main [onclick], main style',
        ).length,
        links: [...document.querySelectorAll('a')].map(({ href }) => href).filter((href) => !/^https?:/.test(href)),
        width: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
      }));
      assert.deepEqual(harm, { run: 0, links: [], width: 0 }, path);
    }
    assert.deepEqual(wrong, []);
    await close(page);
  });
});
