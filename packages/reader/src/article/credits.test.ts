import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCredit, parseByline } from './credits.ts';

test('a byline gives its names and its agency', () => {
  assert.deepEqual(parseByline('By Mara Dara and Jon Q. Vell'), { names: ['Mara Dara', 'Jon Q. Vell'] });
  assert.deepEqual(parseByline('By Mara van der Dara, Reuters'), { names: ['Mara van der Dara'], credit: 'Reuters' });
  assert.deepEqual(parseByline('By ASSOCIATED PRESS'), { names: [], credit: 'AP' });
  assert.deepEqual(parseByline('By Mara Dara in Orlen for the Orlen Courier'), { names: ['Mara Dara'] });
});

test('a sentence that begins with "By" is no byline', () => {
  assert.equal(parseByline('By Tuesday the rain had stopped.'), undefined);
  assert.equal(parseByline('By then, it was over'), undefined);
});

test('an agency credited at either end of a text is found, one named in it is not', () => {
  const credit = (text: string): string | undefined => findCredit(text, [{ start: 0, end: text.length }], []);
  assert.equal(credit('It rained, he said. (With inputs from PTI)'), 'PTI');
  assert.equal(credit('© 2015 AFP'), 'AFP');
  assert.equal(credit('It rained, he said. (Reuters)'), 'Reuters');
  assert.equal(credit('It rained, he told Reuters.'), undefined);
});
