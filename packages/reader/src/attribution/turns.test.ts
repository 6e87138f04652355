import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { read } from '../read.ts';

const model = loadModel();

function attributed(text: string): string[] {
  const reading = read({ text }, model);
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => reading.text.slice(start, end)).join(' … ');
  return reading.assertions
    .filter(({ within }) => within === undefined)
    .map(({ source, cue, content }) => `${words(source)} | ${words(cue)} | ${words(content)}`);
}

test('each turn of a transcript is what the one before the colon says', () => {
  const text =
    'The talk went like this.\n\nDENHOLM: Was the gate open?\n\nMARA VELL (by phone): It was. We think the guard left.\n\nDENHOLM: Thank you.';
  assert.deepEqual(attributed(text), [
    'DENHOLM | : | Was the gate open?',
    'MARA VELL | : | It was. We think the guard left',
    'DENHOLM | : | Thank you',
  ]);
});

test('one label before a colon is no transcript', () => {
  assert.deepEqual(attributed('NOTE: The office is closed on Monday.\n\nThe bus is late.'), []);
});

test('the headings of a list, each its own, are no transcript', () => {
  const captions = 'ROMP: The goat is on the roof.\n\nACCUSED: It ate the hat.\n\nEXPLICIT: The hat is gone.';
  assert.deepEqual(attributed(captions), []);
  const facts = 'FACT: The goat is white.\n\nFACT: The hat was blue.\n\nFACT: The roof is flat.';
  assert.deepEqual(attributed(facts), []);
});

test('a quotation signed behind a dash is the signer’s', () => {
  const text = 'Here is what we heard.\n\n“The gate was open all night.” — Clara Denholm, baker';
  assert.deepEqual(attributed(text), ['Clara Denholm | — | “The gate was open all night.”']);
});
