import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hrefs, readAddress, webAddress } from './address.ts';

const at = (path: string) => readAddress(new URL(path, 'http://127.0.0.1:4400'));

test('every page has an address that leads back to it', () => {
  assert.deepEqual(at(hrefs.desk), { page: 'desk' });
  assert.deepEqual(at(hrefs.words(7, 20, 30)), { page: 'article', id: 7 });
  assert.deepEqual(at(hrefs.comparison(7, 1, 2)), { page: 'comparison', id: 7, before: 1, after: 2 });
  assert.deepEqual(at(hrefs.claim(8)), { page: 'claim', id: 8 });
  assert.deepEqual(at(hrefs.story(9)), { page: 'story', id: 9 });
  assert.deepEqual(at(hrefs.entity(10)), { page: 'entity', id: 10 });
  assert.deepEqual(at(hrefs.search('speaker:"Ilmar Tovesk" toll & fish')), {
    page: 'search',
    q: 'speaker:"Ilmar Tovesk" toll & fish',
  });
});

test('an address that names no page is told as such', () => {
  for (const path of [
    '/articles',
    '/articles/0',
    '/articles/x',
    '/claims/1/2',
    '/nothing/1',
    '/articles/1/comparison',
  ]) {
    assert.deepEqual(at(path), { page: 'unknown' }, path);
  }
});

test('only web addresses become links', () => {
  assert.equal(webAddress('https://news.example/a'), 'https://news.example/a');
  for (const hostile of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//x',
    null,
  ]) {
    assert.equal(webAddress(hostile), null);
  }
});
