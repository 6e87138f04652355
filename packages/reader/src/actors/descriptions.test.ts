import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { read } from '../read.ts';

const model = loadModel();

/** The speaker of each assertion that somebody makes, in the order of the text. */
function speakersOf(text: string): (string | undefined)[] {
  const { actors, assertions } = read({ text }, model);
  return assertions
    .filter(({ kind }) => kind !== 'narration')
    .map(({ speaker }) => actors.find(({ id }) => id === speaker)?.name);
}

test('"the analyst" is the one whom the article has named, an office or a victim not', () => {
  assert.deepEqual(speakersOf('Clara Denholm left at noon. The analyst said that prices would fall.'), [
    'Clara Denholm',
  ]);
  assert.deepEqual(speakersOf('Clara Denholm said the road was shut. The mayor said that it was open.'), [
    'Clara Denholm',
    'the mayor',
  ]);
  assert.deepEqual(speakersOf('Clara Denholm said the road was shut. The victim said that it was open.'), [
    'Clara Denholm',
    'the victim',
  ]);
});

test('somebody described first is whom the article names next, whatever name the description holds', () => {
  const text =
    'A cousin of Oren Vell said on Monday that the dam was safe.\n\nClara Denholm, who is 40, was at the dam.';
  assert.deepEqual(speakersOf(text), ['Clara Denholm']);
});

test('a site is the one that spoke, and no company that was only spoken of', () => {
  assert.deepEqual(speakersOf('According to Velden.com, the dam has burst. “It is gone,” the site says.'), [
    'Velden.com',
    'Velden.com',
  ]);
  assert.deepEqual(speakersOf('Quillon Motors has sold cars since May. The website said that the firm was broke.'), [
    'the website',
  ]);
});

test('what an outlet published speaks for the outlet, a picture for itself', () => {
  assert.deepEqual(
    speakersOf(
      'On Monday, a website posted an article claiming that the dam had burst. The article claimed it was old.',
    ),
    ['a website', 'a website', 'a website'],
  );
});

test('an outlet is no person', () => {
  const text = 'Oren Vell, who trades in grain, told Business Insider that he has learned a lot. “I waited,” he said.';
  assert.deepEqual(speakersOf(text), ['Oren Vell', 'Oren Vell']);
});

test('who "added" is who spoke last, though another was named since', () => {
  const text =
    'Clara Denholm said, “Vera Moll is wrong about the dam. Vera Moll has never seen it.” She added, “The dam is safe.”';
  assert.deepEqual(speakersOf(text).at(-1), 'Clara Denholm');
});

test('"which" behind the name of an outlet is the outlet', () => {
  assert.deepEqual(speakersOf('The news comes via a report from Quillon, which claims that the dam has burst.'), [
    'Quillon',
  ]);
});

test('"the ministry" is a body, not the woman who speaks for it', () => {
  const text = '“It is gone,” ministry spokeswoman Mara Vell said. The ministry reported the same in May.';
  assert.deepEqual(speakersOf(text), ['Mara Vell', 'the ministry']);
});
