import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePage } from './charset.ts';

const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

test('a byte order mark goes before the header, the header before the page', () => {
  assert.equal(decodePage(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'text/html; charset=koi8-r').html, 'é');
  assert.equal(decodePage(Uint8Array.of(0xff, 0xfe, 0xe9, 0x00)).html, 'é');
  const page = latin('<meta charset="utf-8">\xe9');
  assert.equal(decodePage(page, 'text/html; Charset="ISO-8859-1"').html, '<meta charset="utf-8">é');
});

test('reads what the page declares, in either form', () => {
  assert.equal(decodePage(latin('<meta charset=windows-1251>\xcf')).html, '<meta charset=windows-1251>П');
  const old = '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">';
  assert.equal(decodePage(latin(`${old}\x83\x65`)).html, `${old}テ`);
});

test('without a word of it: UTF-8 where that fits, else windows-1252', () => {
  assert.equal(decodePage(utf8('Orlén')).charset, 'utf-8');
  assert.deepEqual(decodePage(latin('\x93Orl\xe9n\x94')), { html: '“Orlén”', charset: 'windows-1252', warnings: [] });
});

test('warns of an unknown charset and of bytes that do not fit', () => {
  assert.equal(decodePage(utf8('<meta charset=klingon>é')).warnings[0]?.code, 'charset');
  const broken = decodePage(latin('caf\xe9'), 'text/html; charset=utf-8');
  assert.equal(broken.html, 'caf\uFFFD');
  assert.equal(broken.warnings[0]?.code, 'charset');
});

test('reads a page in windows-1252 that says UTF-8, and leaves one in UTF-8 with damage alone', () => {
  const wrong = decodePage(latin('<meta charset=utf-8>\x93Caf\xe9 Orl\xe9n\x94'));
  assert.equal(wrong.html, '<meta charset=utf-8>“Café Orlén”');
  assert.match(wrong.warnings[0]?.message, /read as windows-1252/);
  const damaged = decodePage(Buffer.concat([utf8('<meta charset=utf-8>éééééé'), latin('\xe9\xe9\xe9\xe9\xe9')]));
  assert.equal(damaged.charset, 'utf-8');
});

test('takes any bytes', () => {
  assert.equal(decodePage(new Uint8Array(0)).html, '');
  assert.equal(decodePage(Uint8Array.from({ length: 256 }, (_, i) => i)).html.length, 256);
});
