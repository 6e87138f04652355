import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMetadata, type PageOptions } from './metadata.ts';
import { parseTree } from './tree.ts';

function metadata(html: string, options: PageOptions = {}) {
  return findMetadata(parseTree(html), options).metadata;
}

const JSON_LD = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
  {"@type":"WebPage","name":"x"},
  {"@type":["NewsArticle"],"headline":"Dam &amp; town hold","datePublished":"2031-04-02T07:15:00+02:00","dateModified":"2031-04-03",
   "author":[{"@type":"Person","name":"Mara Vell"},{"@id":"#tom"}],"publisher":{"@type":"Organization","name":"The Orlen Times"},"inLanguage":"en-GB"},
  {"@type":"Person","@id":"#tom","name":"Tomas Iren"}]}</script>`;

test('JSON-LD goes before Open Graph, which goes before the visible page, and origins say so', () => {
  const found = metadata(
    `<html lang=en><title>T</title><meta property="og:title" content="Another title"><meta property="og:site_name" content="OT">${JSON_LD}<h1>Third</h1>`,
  );
  assert.equal(found.title, 'Dam & town hold');
  assert.equal(found.outlet, 'The Orlen Times');
  assert.deepEqual(found.bylines, ['Mara Vell', 'Tomas Iren']);
  assert.equal(found.published, '2031-04-02T07:15:00+02:00');
  assert.equal(found.modified, '2031-04-03');
  assert.equal(found.language, 'en');
  assert.deepEqual(
    [found.origins.title, found.origins.published, found.origins.language],
    ['json-ld', 'json-ld', 'page'],
  );
});

test("the caller's word goes before all", () => {
  const found = metadata(JSON_LD, { title: 'Given', published: '2030-01-01', outlet: 'Mine' });
  assert.deepEqual([found.title, found.published, found.outlet], ['Given', '2030-01-01', 'Mine']);
  assert.equal(found.origins.published, 'option');
});

test('reads Open Graph and meta elements where there is no JSON-LD', () => {
  const found = metadata(
    '<meta property="og:title" content="Dam holds | The Orlen Times"><meta property="og:site_name" content="The Orlen Times">' +
      '<meta property="article:published_time" content="2031-04-02T05:15:00Z"><meta name="author" content="By Mara Vell and Tomas Iren">',
  );
  assert.equal(found.title, 'Dam holds');
  assert.equal(found.published, '2031-04-02T05:15:00Z');
  assert.deepEqual(found.bylines, ['Mara Vell', 'Tomas Iren']);
  assert.equal(found.origins.published, 'og');
});

test('reads microdata, then the visible page', () => {
  const micro = metadata(
    '<article itemscope><h1 itemprop="headline">Dam holds</h1><span itemprop="author" itemscope><b itemprop="name">Mara Vell</b>, reporter</span><time itemprop="datePublished" datetime="2031-04-02">2 April</time></article>',
  );
  assert.deepEqual([micro.title, micro.bylines, micro.published], ['Dam holds', ['Mara Vell'], '2031-04-02']);
  assert.equal(micro.origins.title, 'microdata');
  const visible = metadata(
    '<h1>Dam holds</h1><p class="byline">By Mara Vell | 2 comments</p><time datetime="2031-04-02T07:15Z">today</time>',
  );
  assert.deepEqual(
    [visible.title, visible.bylines, visible.published],
    ['Dam holds', ['Mara Vell'], '2031-04-02T07:15:00Z'],
  );
  assert.equal(visible.origins.bylines, 'page');
});

test('an agency in the byline is the credit', () => {
  const found = metadata('<meta name="author" content="Associated Press">');
  assert.deepEqual([found.bylines, found.credit], [[], 'AP']);
});

test('the canonical address is made absolute; the front page of a site is not one', () => {
  const url = 'https://orlen.example/news/dam?utm=1';
  assert.equal(metadata('<link rel=canonical href="/news/dam">', { url }).url, 'https://orlen.example/news/dam');
  assert.equal(metadata('<link rel=canonical href="https://orlen.example/">', { url }).url, url);
  assert.equal(metadata('<link rel=canonical href="javascript:alert(1)">', { url }).url, url);
});

test('broken JSON-LD is mended where it is easy, else told and passed over', () => {
  const mended = metadata(
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam\nholds",}</script>',
  );
  assert.equal(mended.title, 'Dam holds');
  const broken = findMetadata(parseTree('<script type="application/ld+json">{"@type":</script><h1>Dam holds</h1>'), {});
  assert.equal(broken.metadata.title, 'Dam holds');
  assert.equal(broken.brokenJsonLd, 1);
});

test('JSON-LD that loops or nests without end is survived', () => {
  const loop = '{"@type":"NewsArticle","headline":"Dam holds","author":{"@id":"#a","name":{"@id":"#a"}}}';
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  for (const json of [loop, nested]) metadata(`<script type="application/ld+json">${json}</script>`);
});
