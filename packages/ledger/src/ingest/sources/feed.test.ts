import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { read } from '@hearsay/reader/read';
import { takeAll, takePiped, wordsOf } from '../../../test/incoming.ts';

const rss = (items: string, channel = '<title>Orlen &amp; Lenn Post</title><link>https://post.example/</link>') =>
  `<?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>${channel}${items}</channel></rss>`;
const full = `<item><title>Dam &lt;i&gt;holds&lt;/i&gt;</title><link>/dam</link><guid isPermaLink="false">d1</guid>
  <pubDate>Wed, 02 Apr 2031 10:00:00 +0530</pubDate><dc:creator>Mara Vell</dc:creator><description>In short.</description>
  <content:encoded><![CDATA[<p>The dam holds, Ida Lorn said.</p><p>“It will stand,” she said.</p>]]></content:encoded></item>`;
const short =
  '<item><title>Ferry</title><link>/ferry</link><pubDate>Thu, 03 Apr 2031 08:00:00 GMT</pubDate><description>The ferry &lt;b&gt;sails&lt;/b&gt;.</description></item>';
const page = '<!doctype html><title>Ferry</title><article><p>The ferry sails at noon, Ida Lorn said.</p></article>';
const head = '<link rel="alternate" type="application/rss+xml" href="/news.xml">';

describe('a feed', () => {
  test('of RSS gives items with their full content, their facts beside it', async () => {
    const { articles, skips } = await takePiped(Buffer.from(rss(full)));
    assert.deepEqual(skips, []);
    const [{ input, place, warnings }] = articles;
    assert.deepEqual(
      [input.url, input.title, input.published, input.outlet, place, warnings],
      [
        'https://post.example/dam',
        'Dam holds',
        '2031-04-02T10:00:00+05:30',
        'Orlen & Lenn Post',
        '-, item 1',
        undefined,
      ],
    );
    const { text, article } = read(input, loadModel());
    assert.match(text, /^The dam holds, Ida Lorn said\.\s+“It will stand,” she said\.\s*$/);
    assert.deepEqual([article.title, article.bylines], ['Dam holds', ['Mara Vell']]);
  });

  test('of RSS 1.0, Atom and JSON Feed gives the same', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel rdf:about="https://post.example/"><title>Post</title><link>https://post.example/</link></channel>
      <item rdf:about="https://post.example/dam"><title>Dam holds</title><link>https://post.example/dam</link>
      <dc:date>2031-04-02</dc:date><content:encoded>&lt;p&gt;It holds.&lt;/p&gt;</content:encoded></item></rdf:RDF>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Post</title><link href="https://post.example/"/>
      <entry><id>d1</id><title>Dam holds</title><link rel="replies" href="/r"/><link href="/dam"/><published>2031-04-02</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>holds</b>.</p></div></content></entry></feed>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Post',
      home_page_url: 'https://post.example/',
      items: [{ id: 'd1', url: '/dam', title: 'Dam holds', date_published: '2031-04-02', content_text: 'It holds.' }],
    });
    for (const source of [rdf, atom, json]) {
      const { articles, skips } = await takePiped(Buffer.from(source));
      assert.deepEqual(skips, []);
      const { url, title, published, outlet } = articles[0].input;
      assert.deepEqual(
        [url, title, published, outlet],
        ['https://post.example/dam', 'Dam holds', '2031-04-02', 'Post'],
      );
      assert.match(read(articles[0].input, loadModel()).text, /It holds\./);
    }
  });

  test('that is no address has its summaries read, and says of them that they are', async () => {
    const { articles } = await takePiped(Buffer.from(rss(full + short)));
    assert.deepEqual(
      articles[1].warnings?.map(({ code }) => code),
      ['summary'],
    );
    assert.match(read(articles[1].input, loadModel()).text, /The ferry sails\./);
  });

  test('in another encoding is read in it', async () => {
    const source = rss('<item><title>Café</title><description>x</description></item>').replace('UTF-8', 'iso-8859-1');
    assert.equal((await takePiped(Buffer.from(source, 'latin1'))).articles[0].input.title, 'Café');
  });

  test('that breaks off gives its whole items and says so', async () => {
    const whole = rss(full + short);
    const { articles, skips } = await takePiped(Buffer.from(whole.slice(0, whole.length - 60)));
    assert.deepEqual(
      [articles.map(({ input }) => input.title), skips.map(({ code }) => code)],
      [['Dam holds'], ['truncated']],
    );
  });

  test('that is broken, empty or all nesting is one skip', async () => {
    const deep = rss(`<item><description>${'&lt;b&gt;'.repeat(200_000)}x</description></item>`);
    assert.equal((await takePiped(Buffer.from(deep), 60_000)).articles.length, 1);
    for (const [source, code] of [
      [rss('<item><title>x').slice(0, -16), 'feed'],
      [rss(''), 'empty'],
      [rss('<item/>'), 'empty'],
      [rss('<a>'.repeat(100_000)), 'feed'],
    ]) {
      assert.deepEqual(
        (await takePiped(Buffer.from(source), 60_000)).skips.map((skipped) => skipped.code),
        [code],
      );
    }
  });
});

describe('an address', () => {
  const send =
    (type: string, body: string): RequestListener =>
    (_, response) =>
      response.setHeader('content-type', type).end(body);
  const answers: Record<string, RequestListener> = {
    '/feed': send(
      'application/rss+xml',
      rss(`${full}${short}<item><link>/gone</link></item><item><link>/cut</link></item>`, '<title>Post</title>'),
    ),
    '/ferry': send('text/html', page),
    '/broken.rss': (_, response) => {
      response.setHeader('content-length', 9000).write(rss(full + short).slice(0, -60), () => response.destroy());
    },
    '/cut': (_, response) => {
      response.setHeader('content-length', 5000).write(page, () => response.destroy());
    },
    '/rss': send('text/html', `<html><head>${head}</head><body>Our news.</body></html>`),
    '/atom.xml': send('text/html', '<html><body>Our news.</body></html>'),
    '/story.xml': send(
      'text/html',
      `<html><head><meta property="og:type" content="article"></head><body>${page}</body></html>`,
    ),
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  let site = '';
  before(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const take = (path: string) => takeAll([site + path], { allowPrivate: true });

  test('of a page gives the page', async () => {
    const { articles } = await take('/ferry');
    assert.deepEqual(
      [articles[0].input.url, articles[0].input.contentType, wordsOf(articles[0])],
      [`${site}/ferry`, 'text/html', page],
    );
  });

  test('of a feed has the pages fetched of which the feed gives a summary; one that fails is a skip', async () => {
    const { articles, skips } = await take('/feed');
    assert.deepEqual(
      articles.map(({ input }) => [input.url, input.published]),
      [
        [`${site}/dam`, '2031-04-02T10:00:00+05:30'],
        [`${site}/ferry`, '2031-04-03T08:00:00Z'],
      ],
    );
    assert.equal(wordsOf(articles[1]), page);
    assert.deepEqual(
      skips.map(({ code, input, place }) => [code, input, place]),
      [
        ['http', `${site}/gone`, `${site}/feed, item 3`],
        ['truncated', `${site}/cut`, `${site}/feed, item 4`],
      ],
    );
  });

  test('of a page where a feed was meant says where the feed is, unless the page is an article', async () => {
    const named = await take('/rss');
    assert.deepEqual(
      named.skips.map(({ code }) => code),
      ['not-a-feed'],
    );
    assert.match(named.skips[0].reason, new RegExp(`it names its feed: ${site}/news\\.xml`));
    assert.match((await take('/atom.xml')).skips[0].reason, /address of an article/);
    assert.equal((await take('/story.xml')).articles.length, 1);
  });

  test('on a private network is not fetched, nor is one that a feed names', async () => {
    assert.deepEqual(
      (await takeAll([`${site}/feed`])).skips.map(({ code }) => code),
      ['private'],
    );
  });

  test('of a feed whose connection breaks off gives the whole items that came', async () => {
    const { articles, skips } = await take('/broken.rss');
    assert.deepEqual([articles.length, skips.map(({ code }) => code)], [1, ['truncated']]);
  });

  test('that breaks off, is gone or is none is a skip', async () => {
    const { skips } = await takeAll([`${site}/cut`, `${site}/gone`, 'http://'], { allowPrivate: true });
    assert.deepEqual(
      skips.map(({ code }) => code),
      ['truncated', 'http', 'url'],
    );
  });
});
