import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  ClaimAnswer,
  DeskAnswer,
  EntityAnswer,
  SearchAnswer,
  StoryAnswer,
} from '@hearsay/ledger/questions/answers';
import type { Locator, Page } from 'playwright-core';
import { close, type DeskInBrowser, open, openDeskInBrowser, skip } from './desk-in-browser.ts';
import { axeFindings, sideways } from './page-checks.ts';

describe('stories, claims and entities are merged and split in a browser', { skip, concurrency: 1 }, () => {
  let inBrowser: DeskInBrowser;
  before(async () => {
    inBrowser = await openDeskInBrowser();
  });
  after(() => inBrowser?.close());

  const asked = async <Answer>(path: string): Promise<Answer> => (await inBrowser.desk.ask(path)).json() as Answer;
  const story = (id: number): Promise<StoryAnswer> => asked(`/api/stories/${id}`);
  const claim = (id: number): Promise<ClaimAnswer> => asked(`/api/claims/${id}`);
  const pieces = async (id: number): Promise<number> => {
    const { for: said, against, observing } = (await claim(id)).claim;
    return said + against + observing;
  };
  const history = (page: Page) => page.locator('.decisions');
  const undone = (page: Page) => history(page).getByText('undone', { exact: true });
  const told = (page: Page) => history(page).getByRole('listitem');
  /** Waits until there is one more of what is looked for than before. */
  const oneMore = async (found: Locator, doing: () => Promise<void>): Promise<void> => {
    const before = await found.count();
    await doing();
    await found.nth(before).waitFor();
  };
  const undoInHistory = async (page: Page): Promise<void> => {
    await history(page).getByRole('button', { name: /^Undo/ }).first().click();
  };

  test('a story takes in another one, and gives it back', async () => {
    const { page, wrong } = await inBrowser.newPage();
    const { stories } = await asked<DeskAnswer>('/api/desk');
    const [into, from] = stories.items.toSorted((one, other) => other.articles - one.articles).map(({ id }) => id);
    const before = await story(into);
    const other = await story(from);
    await open(page, `/stories/${into}`);
    await page.keyboard.press('m');
    await page.keyboard.type(other.articles.items[0].article.title.replaceAll(/[^\p{L} ]/gu, ' '));
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^Merge “/ })
      .first()
      .waitFor();
    await page
      .locator('.matches')
      .getByText(/^\d+ articles?, began \d/)
      .first()
      .waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page
      .getByRole('button', { name: /^Merge “/ })
      .first()
      .press('Enter');
    await history(page).getByText(' joined to ').first().waitFor();
    assert.equal((await story(into)).story.articles, before.story.articles + other.story.articles);
    assert.equal((await story(from)).story.id, into);
    assert.deepEqual(await axeFindings(page), []);
    await oneMore(undone(page), () => undoInHistory(page));
    assert.equal((await story(into)).story.articles, before.story.articles);
    assert.equal((await story(from)).story.id, from);
    assert.deepEqual(wrong, []);
    await close(page);
  });

  for (const [name, viewport] of Object.entries({
    wide: { width: 1280, height: 900 },
    narrow: { width: 360, height: 740 },
  })) {
    test(`articles leave a story with their copies and come back (${name})`, async () => {
      const { page, wrong } = await inBrowser.newPage({ viewport });
      const { stories } = await asked<DeskAnswer>('/api/desk');
      const { id, articles } = stories.items.toSorted((one, other) => other.copies - one.copies)[0];
      const families = (await story(id)).articles.items;
      const { article, copies } = families.find((family) => family.copies.length > 0) ?? families[0];
      await open(page, `/stories/${id}`);
      await page.getByRole('button', { name: 'Take articles out' }).press('Enter');
      const tick = page.getByRole('checkbox', { name: `Take out “${article.title}” (${article.outlet})` }).first();
      await tick.press('Space');
      await page.getByRole('button', { name: `Make a story of ${1 + copies.length} articles` }).waitFor();
      assert.deepEqual(await axeFindings(page), []);
      assert.equal(await sideways(page), 0);
      await oneMore(told(page), () => tick.press('Enter'));
      assert.equal((await story(id)).story.articles, articles - 1 - copies.length);
      const there = history(page).getByRole('link', { name: 'the other story' });
      const made = await there.getAttribute('href');
      assert.equal((await story(Number(made?.split('/').at(-1)))).story.articles, 1 + copies.length);
      await oneMore(undone(page), () => page.locator('.notice').getByRole('button', { name: /^Undo/ }).click());
      assert.equal((await story(id)).story.articles, articles);
      assert.deepEqual(wrong, []);
      await close(page);
    });
  }

  test('a claim takes in another one, and gives it back', async () => {
    const { page, wrong } = await inBrowser.newPage();
    const { claims } = await story(1);
    const [into, from] = claims.items;
    const before = await pieces(into.id);
    await open(page, `/claims/${into.id}`);
    await page.keyboard.press('m');
    await page.keyboard.type(from.text.replaceAll(/[^\p{L} ]/gu, ' '));
    await page.keyboard.press('Enter');
    const merge = page.getByRole('button', { name: `Merge “${from.title}” into this one` });
    await merge.waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await merge.press('Enter');
    await history(page).getByText(' joined to ').first().waitFor();
    assert.equal((await claim(from.id)).claim.id, into.id);
    await oneMore(undone(page), () => undoInHistory(page));
    assert.equal((await claim(from.id)).claim.id, from.id);
    assert.equal(await pieces(into.id), before);
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('evidence leaves a claim and comes back; what it made is one click away', async () => {
    const { page, wrong } = await inBrowser.newPage({ viewport: { width: 360, height: 740 } });
    const { claims } = await story(1);
    const { id } = claims.items[0];
    const before = await pieces(id);
    await open(page, `/claims/${id}`);
    await page.getByRole('button', { name: 'Take some of it out' }).press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Take some of it out' }).press('Enter');
    const tick = page.getByRole('checkbox', { name: /^Take out what/ }).first();
    await tick.press('Space');
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await sideways(page), 0);
    await page.getByRole('button', { name: /^Make a claim of \d/ }).click();
    await history(page).getByText(' taken out of ').waitFor();
    const left = await pieces(id);
    assert.ok(left < before);
    await history(page).getByRole('link', { name: 'the other claim' }).click();
    await history(page).getByText(' taken out of ').waitFor();
    const made = Number(page.url().split('/').at(-1));
    assert.equal((await pieces(made)) + left, before);
    await oneMore(undone(page), () => undoInHistory(page));
    assert.equal(await pieces(id), before);
    assert.deepEqual(wrong, []);
    await close(page);
  });

  test('an entity takes in another one and gives it back; a name leaves it and comes back', async () => {
    const { page, wrong } = await inBrowser.newPage();
    const { entities } = await asked<SearchAnswer>('/api/search?q=Orel&in=entities');
    const entity = (id: number): Promise<EntityAnswer> => asked(`/api/entities/${id}`);
    const into = entities.items.toSorted((one, other) => other.articles - one.articles)[0];
    const { entities: others } = await asked<SearchAnswer>('/api/search?q=Horn&in=entities');
    const [from] = others.items;
    const names = (await entity(into.id)).actors.total;
    await open(page, `/entities/${into.id}`);
    await page.keyboard.press('m');
    await page.keyboard.type('Horn');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Merge “${from.name}” into this one` }).press('Enter');
    await history(page).getByText(' joined to ').first().waitFor();
    assert.equal((await entity(from.id)).entity.id, into.id);
    await oneMore(undone(page), () => undoInHistory(page));
    assert.equal((await entity(from.id)).entity.id, from.id);

    await page.locator('.names').getByRole('checkbox').first().press('Space');
    await oneMore(told(page), () => page.getByRole('button', { name: 'Split off 1' }).press('Enter'));
    await history(page).getByRole('link', { name: 'the other entity' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await oneMore(undone(page), () => undoInHistory(page));
    assert.equal((await entity(into.id)).actors.total, names);
    assert.deepEqual(wrong, []);
    await close(page);
  });
});
