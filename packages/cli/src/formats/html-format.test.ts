import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exampleReading } from '@hearsay/ledger/exports/example-reading';
import type { Statement } from '@hearsay/reader/reading';
import { htmlFormat } from './html-format.ts';

const format = htmlFormat('report & more.txt');
const page = format.open + format.reading(exampleReading, 0, 'report.txt') + format.close;

describe('HTML format', () => {
  test('nothing from the article becomes markup or a script', () => {
    assert.doesNotMatch(page, /<script|<b>today|<i>Fair|javascript:/);
    assert.match(page, /Is the bridge sound\? &lt;script&gt;/);
    assert.match(page, /href="https:\/\/lenn\.example\/news&quot;letter"/);
    assert.match(page, /default-src &#39;none&#39;|default-src 'none'/);
  });

  test('the page has the title given', () => {
    assert.match(page, /<title>report &amp; more\.txt: who says what<\/title>/);
  });

  test('links each assertion from the article to the list and back', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const targets = new Set([...page.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]));
    assert.deepEqual([...targets].sort(), [...ids].sort());
    assert.equal(ids.size, 2 * exampleReading.assertions.length);
  });

  test('every tag that opens is closed in order, although spans nest and cross', () => {
    const crossing = {
      ...exampleReading,
      assertions: [
        { ...exampleReading.assertions[0], content: [{ start: 0, end: 30 }] },
        { ...exampleReading.assertions[1], content: [{ start: 20, end: 90 }] },
      ],
    };
    for (const html of [page, format.open + format.reading(crossing, 0, 'report.txt') + format.close]) {
      const open: string[] = [];
      for (const [, slash, name] of html.matchAll(/<(\/?)([a-z]\w*)/g)) {
        if (['meta'].includes(name)) continue;
        if (slash === '') open.push(name);
        else assert.equal(open.pop(), name);
      }
      assert.deepEqual(open, []);
    }
  });

  test('keeps every word of the article', () => {
    const body = /<article>(.*)<\/article>/s.exec(page)![1];
    const words = body
      .replace(/<details.*?<\/details>|<sup>.*?<\/sup>|<h1>.*?<\/p>/gs, '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    assert.equal(words.replace(/\s+/g, ' ').trim(), exampleReading.text.replace(/[\s\u001b]+/g, ' '));
  });

  test('certainty shows in letters, not in colour alone', () => {
    assert.match(page, /<sup><a [^>]*>4 PS\+<\/a><\/sup>/);
  });

  test('lists the times it resolved, and why a statement may not be authentic', () => {
    const statement: Statement = {
      id: 't1',
      medium: 'audio',
      by: ['p2'],
      releasedBy: [],
      authenticity: { certainty: 'Uu', evidence: [{ start: 0, end: 9 }] },
      mentions: [],
    };
    const html = format.reading({ ...exampleReading, statements: [statement] }, 0, 'report.txt');
    assert.match(html, /authenticity Uu not committed: “Residents”/);
    assert.match(html, /Times: today = 2031-04-02/);
  });

  test('folds an insert in where it stood', () => {
    assert.match(page, /<details class="insert"><summary>teaser<\/summary>.*?<\/details> Nobody could/s);
  });
});
