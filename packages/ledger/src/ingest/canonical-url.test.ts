import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleUrl, canonicalUrl } from './canonical-url.ts';

const page = 'https://lennpost.example/news/2031/bridge-closed';

test('one page is one address, however it is linked to', () => {
  for (const address of [
    'http://www.lennpost.example/news/2031/bridge-closed',
    'HTTPS://WWW.LennPost.example:443/news/2031/bridge-closed/',
    'https://lennpost.example/news/2031/bridge-closed#comments',
    'https://lennpost.example/news/2031/bridge-closed?utm_source=feed&utm_medium=rss&fbclid=Iw4',
    'https://m.lennpost.example/news/2031/bridge-closed',
    'https://amp.lennpost.example/news/2031/bridge-closed',
    'https://lennpost.example/amp/news/2031/bridge-closed',
    'https://lennpost.example/news/2031/bridge-closed/amp/',
    'https://lennpost.example/news/2031/bridge-closed?amp=1',
    'https://lennpost-example.cdn.ampproject.org/c/s/lennpost.example/news/2031/bridge-closed/amp',
    'https://www.google.com/amp/s/www.lennpost.example/news/2031/bridge-closed',
    'https://lennpost.example//news/2031/bridge-closed/index.html',
  ]) {
    assert.equal(canonicalUrl(address), page, address);
  }
});

test('parameters that choose the page stay, in one order', () => {
  assert.equal(canonicalUrl('http://a.example/view?page=2&id=7&gclid=x'), 'https://a.example/view?id=7&page=2');
  assert.notEqual(canonicalUrl('http://a.example/view?id=7'), canonicalUrl('http://a.example/view?id=8'));
});

test('different pages stay apart', () => {
  assert.notEqual(canonicalUrl('https://a.example/camp'), canonicalUrl('https://a.example/c'));
  assert.notEqual(canonicalUrl('https://a.example:8443/x'), canonicalUrl('https://a.example/x'));
  assert.notEqual(canonicalUrl('https://news.a.example/x'), canonicalUrl('https://a.example/x'));
});

test('what is no web address is none', () => {
  for (const address of ['', 'bridge', 'file:///etc/passwd', 'javascript:alert(1)', 'https://']) {
    assert.equal(canonicalUrl(address), undefined, address);
  }
});

test('a page names its own address, and never another site’s', () => {
  assert.equal(articleUrl('https://amp.lennpost.example/x?id=1', page), page);
  assert.equal(articleUrl('https://evil.example/x', page), 'https://evil.example/x');
  assert.equal(articleUrl(undefined, page), page);
  assert.equal(articleUrl('https://a.example/x', undefined), 'https://a.example/x');
});

test('naming an address twice changes nothing', () => {
  for (const address of ['http://www.a.example/x/?b=2&a=1', 'https://a.example/amp/x', 'https://a.example']) {
    const once = canonicalUrl(address);
    assert.equal(canonicalUrl(once ?? ''), once);
  }
});
