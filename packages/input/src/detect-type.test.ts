import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { detectType } from './detect-type.ts';

const typeOf = (text: string, encoding: BufferEncoding = 'utf8'): string => detectType(Buffer.from(text, encoding));

describe('detectType', () => {
  test('tells a page by its first tag, in any encoding', () => {
    assert.equal(typeOf('\ufeff\n<!DOCTYPE html><p>x'), 'html');
    assert.equal(typeOf('<p class="x">Hello'), 'html');
    assert.equal(typeOf('\ufeff<html><p>x', 'utf16le'), 'html');
  });

  test('tells a fragment by its closing tags', () => {
    assert.equal(typeOf('Hello <b>there</b>, <a href="/">you</a>. <p>More.</p>'), 'html');
  });

  test('takes text with a stray tag, a comparison or an arrow as text', () => {
    for (const text of ['He wrote <b>no</b>.', '3 < 4, she said', '<- back', '<3 from Oda', 'x']) {
      assert.equal(typeOf(text), 'text', text);
    }
  });
});
