import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { readPage } from './page.ts';

const { page: MODEL } = loadModel();
const read = (html: string) => readPage(html, {}, MODEL);

const PARAGRAPHS = [
  'ORLEN, April 2 - The old dam above the town held through a second night of rain, the water board said on Wednesday, while engineers watched two cracks in its eastern wall.',
  '"We have seen no movement since midnight," Mara Vell, the board’s chief engineer, told reporters beside the spillway. "The wall is doing what it was built to do."',
  'About four hundred people from the lower streets spent the night in the school, where volunteers had carried blankets, soup and a generator before the road was closed.',
  'The mayor, Tomas Iren, said that the council would decide on Thursday whether families could go home, and that nobody should cross the bridge until then.',
  'The river Vask rose to 4.1 metres on Tuesday, its highest level in thirty years, and fell by a hand’s breadth before dawn, according to the board’s gauges.',
];

function page(inside: string): string {
  return `<!doctype html><html lang="en"><head><title>Dam above Orlen holds | The Orlen Times</title>
  <meta property="og:site_name" content="The Orlen Times"><meta property="og:title" content="Dam above Orlen holds"></head>
  <body><nav class="main-menu"><ul><li><a href="/">Home</a><li><a href="/news">News</a><li><a href="/sport">Sport</a></ul></nav>
  <main><article class="story"><h1>Dam above Orlen holds</h1><p class="byline">By Ana Brel</p><div class="article-body">${inside}</div></article></main>
  <aside class="sidebar"><h3>Most read</h3><ul><li><a href="/a">Baker wins the lottery twice</a><li><a href="/b">Ferry to Vask cancelled</a></ul></aside>
  <footer class="site-footer"><p>© 2031 The Orlen Times. All rights reserved.</p></footer></body></html>`;
}

const INSERTS = [
  '<aside class="related-stories"><a href="/rain">More rain to come this week</a></aside>',
  '<figure><img src="d.jpg"><figcaption>The dam on Tuesday. Photo: Ana Brel</figcaption></figure>',
  '<div class="newsletter-signup"><p>Sign up for our morning newsletter</p><button>Subscribe</button></div>',
  '<p>ALSO READ: <a href="/bridge">Bridge closed until Friday</a></p>',
];

const p = (text: string) => `<p>${text}</p>`;

test('the main text is the body and nothing else, without the headline', () => {
  const { text, blocks, metadata } = read(page(PARAGRAPHS.map(p).join('')));
  assert.equal(text, PARAGRAPHS.join('\n\n'));
  assert.deepEqual(
    blocks.map(({ start, end }) => text.slice(start, end)),
    PARAGRAPHS,
  );
  assert.equal(metadata.title, 'Dam above Orlen holds');
  assert.equal(metadata.outlet, 'The Orlen Times');
});

test('inserts are cut out, kept with their place, kind and link, and cost the body no word', () => {
  const inside = PARAGRAPHS.map((text, at) => p(text) + (INSERTS[at] ?? '')).join('');
  const { text, inserts } = read(page(inside));
  assert.equal(text, PARAGRAPHS.join('\n\n'));
  assert.deepEqual(
    inserts.map(({ at, kind, href, text: words }) => [text.slice(0, at).split('\n\n').length, kind, href, words]),
    [
      [1, 'teaser', '/rain', 'More rain to come this week'],
      [2, 'caption', undefined, 'The dam on Tuesday. Photo: Ana Brel'],
      [3, 'promotion', undefined, 'Sign up for our morning newsletter'],
      [3, 'promotion', undefined, 'Subscribe'],
      [4, 'teaser', '/bridge', 'ALSO READ: Bridge closed until Friday'],
    ],
  );
  for (const { why } of inserts) assert.notEqual(why, '');
});

test('a short quotation in the flow between two paragraphs is the body, a promotion there is not', () => {
  const quotation = 'We paid for stone and we got sand.';
  const inside = [
    p(PARAGRAPHS[0]),
    p(PARAGRAPHS[1]),
    `<blockquote>${p(quotation)}</blockquote>`,
    p(PARAGRAPHS[2]),
    p('Sign up for our newsletter.'),
    ...PARAGRAPHS.slice(3).map(p),
  ].join('');
  const { text, inserts } = read(page(inside));
  assert.equal(text, [...PARAGRAPHS.slice(0, 2), quotation, ...PARAGRAPHS.slice(2)].join('\n\n'));
  assert.deepEqual(
    inserts.map((insert) => insert.text),
    ['Sign up for our newsletter.'],
  );
});

test('a teaser inside a paragraph goes without the words around it', () => {
  const inside = [
    p(PARAGRAPHS[0]),
    p(`${PARAGRAPHS[1]} (ALSO READ: <a href="/b">Bridge closed</a>)`),
    ...PARAGRAPHS.slice(2).map(p),
  ].join('');
  const { text, inserts } = read(page(inside));
  assert.equal(text, PARAGRAPHS.join('\n\n'));
  assert.equal(inserts[0].text, '(ALSO READ: Bridge closed)');
  assert.equal(inserts[0].at, PARAGRAPHS.slice(0, 2).join('\n\n').length);
});

test('a page without classes and semantics is read too', () => {
  const html = `<title>Dam holds</title><body><table><tr><td><a href=/>Home</a> <a href=/n>News</a></td></tr><tr><td>${PARAGRAPHS.join('<br><br>')}</td></tr></table>`;
  assert.equal(read(html).text, PARAGRAPHS.join('\n\n'));
});

test('a page with no text is an empty article with a warning', () => {
  for (const html of ['', '<html></html>', '<script>var a = 1;</script>', '\0\0']) {
    const { text, blocks, warnings } = read(html);
    assert.equal(text, '');
    assert.deepEqual(blocks, []);
    assert.equal(warnings.length, 1);
  }
});

test('hostile pages are read to the end: nesting, open tags, NUL, surrogates, endless marks', () => {
  const hostile = [
    '<div>'.repeat(10_000) + p(PARAGRAPHS[0]),
    `${'<b><p>'.repeat(10_000)}x${'</i></b>'.repeat(10_000)}`,
    '<div class="byline" itemprop="author">'.repeat(10_000),
    `<p>${'"'.repeat(1_000_000)}`,
    `<p>${'\uD800\0'.repeat(10_000)}`,
    '<!--'.repeat(10_000),
    '<table><tr><td>'.repeat(10_000),
    `<p ${'a=b class="c" '.repeat(10_000)}`,
    `<p>${'&'.repeat(100_000)}`,
    `<p>${'also read: ('.repeat(10_000)}`,
  ];
  for (const html of hostile) {
    const { text, blocks } = read(html);
    assert.ok(text.isWellFormed());
    for (const { start, end } of blocks) assert.ok(start < end && end <= text.length);
  }
});

test('every cut-off page is read, and spans stay inside the text', () => {
  const html = page(PARAGRAPHS.map((text, at) => p(text) + (INSERTS[at] ?? '')).join(''));
  for (let end = 0; end < html.length; end += 37) {
    const { text, blocks, inserts } = read(html.slice(0, end));
    let last = 0;
    for (const block of blocks) {
      assert.ok(block.start >= last && block.end > block.start && block.end <= text.length);
      last = block.end;
    }
    for (const { at } of inserts) assert.ok(at >= 0 && at <= text.length);
  }
});

test('the same page gives the same article', () => {
  const html = page(PARAGRAPHS.map(p).join(INSERTS.join('')));
  assert.deepEqual(read(html), read(html));
});
