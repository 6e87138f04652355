import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findWordInserts } from './inserts.ts';

function cut(text: string): string[] {
  return findWordInserts(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

test('a teaser runs to its closing bracket, to the next label or to the end of its paragraph', () => {
  assert.deepEqual(
    cut('It rained. (ALSO READ: Orlen wins the cup) Also Read - Twin Storms Hit Vell\n\nThe rain stayed.'),
    ['teaser: (ALSO READ: Orlen wins the cup)', 'teaser: Also Read - Twin Storms Hit Vell'],
  );
  assert.deepEqual(cut('It rained. Also Read - Storm Hits Vell Also Read - Orlen Wins Cup'), [
    'teaser: Also Read - Storm Hits Vell',
    'teaser: Also Read - Orlen Wins Cup',
  ]);
});

test('a teaser ends where the article clearly goes on, and stays where that cannot be told', () => {
  assert.deepEqual(cut('It rained. Read more: Orlen wins the cup. The rain stayed for a day, officials said.'), [
    'teaser: Read more: Orlen wins the cup.',
  ]);
  const long = 'the storm that hit the town of Vell late on Monday has now moved on to the coast of Orlen, where it';
  assert.deepEqual(cut(`It rained. Also Read - Storm Hits Vell The mayor said that ${long} will stay.`), [
    'teaser: Also Read - Storm Hits Vell',
  ]);
  assert.deepEqual(cut(`It rained. Also Read - Storm hits Vell mayor Dara said that ${long} will stay.`), []);
});

test('a title ends with its line where a sentence follows, and goes on over a wrapped line', () => {
  assert.deepEqual(cut('He said. Read: Storm hits Vell\nIt rained.'), ['teaser: Read: Storm hits Vell']);
  assert.deepEqual(cut('He said so. Also Read - Storm Hits Vell\nand Orlen by Night'), [
    'teaser: Also Read - Storm Hits Vell\nand Orlen by Night',
  ]);
});

test('whole paragraphs of furniture go with their kind', () => {
  const text = [
    'Advertisement',
    'Scroll down for video',
    'RELATED: Orlen wins the cup',
    'Follow Mara Dara on Twitter @maradara.',
    'Image: Jon Vell/Getty Images',
    '© 2015 Orlen Courier. All rights reserved.',
    'On a mobile device? Click here to watch the video.',
    'Sign up for our newsletter here.',
    'The mayor of Vell at the quay. (AP Photo/Jon Dara)',
    'Share this article',
  ];
  const kinds = cut(text.join('\n\n')).map((line) => line.slice(0, line.indexOf(':')));
  assert.deepEqual(kinds, [
    'promotion',
    'boilerplate',
    'teaser',
    'share',
    'credit',
    'boilerplate',
    'promotion',
    'promotion',
    'caption',
    'share',
  ]);
});

test('prose that only sounds like furniture stays', () => {
  const text = `The device can also read license plates: it is quick. “Click here to win,” the e-mail read.
The police urged people to share this photo of the car, and asked them to sign up for alerts on the river.
“Follow us on Twitter,” he said. Related: the word has many senses, as Dara wrote in 2014. He saw the video: it was dark.`;
  assert.deepEqual(cut(text), []);
  assert.deepEqual(cut('WASHINGTON (AP) — The mayor (left) said so on Facebook.'), []);
});

test('an agency after the last sentence is a credit, one in the dateline is not', () => {
  assert.deepEqual(cut('VELL (Reuters) - It rained, he said. (Reuters)'), ['credit: (Reuters)']);
});
