import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { read } from '../read.ts';

const model = loadModel();

/** The chain of each assertion, by name. */
function chainsOf(text: string): string[] {
  const { actors, assertions } = read({ text }, model);
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? '';
  return assertions.map(({ chain }) => chain.map(nameOf).join(' > '));
}

test('an outlet is known by its words, by a description or by its address', () => {
  assert.deepEqual(chainsOf('The bridge is closed, the mayor told the Velden Herald on Friday.'), [
    'Velden Herald > the mayor',
  ]);
  assert.deepEqual(chainsOf('Residents told local television that the bridge was closed.'), [
    'local television > residents',
  ]);
  assert.deepEqual(chainsOf('Clara Denholm told Velden.com that the bridge was closed.'), [
    'Velden.com > Clara Denholm',
  ]);
});

test('words that were spoken or provided to an outlet came through it', () => {
  assert.deepEqual(chainsOf('Speaking to the Velden Herald, Clara Denholm said that the bridge was closed.'), [
    'Velden Herald > Clara Denholm',
  ]);
});

test('an interview, the police and the people bring no link', () => {
  assert.deepEqual(chainsOf('In an interview with the Velden Herald, Clara Denholm said the bridge was closed.'), [
    'Clara Denholm',
  ]);
  assert.deepEqual(chainsOf('Clara Denholm told police that the bridge was closed.'), ['Clara Denholm']);
  assert.deepEqual(chainsOf('Clara Denholm told local people that the bridge was closed.'), ['Clara Denholm']);
});

test('an outlet is known by whom somebody told, whatever its name', () => {
  assert.deepEqual(chainsOf('Sources told Quillon that the bridge was closed.'), ['Quillon > sources']);
  assert.deepEqual(chainsOf('An official told the Velden paper Quillon that the bridge was closed.'), [
    'Quillon > an official',
  ]);
  assert.deepEqual(chainsOf('Clara Denholm told Mr Vell that the bridge was closed.'), ['Clara Denholm']);
  assert.deepEqual(chainsOf('Clara Denholm told Parliament that the bridge was closed.'), ['Clara Denholm']);
});

test('a statement or an e-mail to an outlet came through it', () => {
  assert.deepEqual(chainsOf('Clara Denholm said in a statement to the Velden Herald that the bridge was closed.'), [
    'Velden Herald > Clara Denholm',
  ]);
  assert.deepEqual(chainsOf('In a statement to the Velden Herald, a spokesman said that the bridge was closed.'), [
    'Velden Herald > a spokesman',
  ]);
});

test('whom somebody told is no part of what was told', () => {
  const { text, assertions } = read({ text: 'Clara Denholm told the Velden Herald the bridge was closed.' }, model);
  const [{ start, end }] = assertions[0].content;
  assert.equal(text.slice(start, end), 'the bridge was closed');
});

test('what a source adds in the same sentence came the same way', () => {
  assert.deepEqual(
    chainsOf('Clara Denholm told the Velden Herald that the bridge was closed, adding that the road was open.'),
    ['Velden Herald > Clara Denholm', 'Velden Herald > Clara Denholm'],
  );
});

test('so did the words that follow, until somebody else speaks or the source writes', () => {
  const told = 'Clara Denholm told the Velden Herald that the bridge was closed. ';
  const through = 'Velden Herald > Clara Denholm';
  assert.deepEqual(chainsOf(`${told}“It is not safe,” she said.`), [through, through]);
  assert.deepEqual(chainsOf(`${told}She added that the road was open.`), [through, through]);
  assert.deepEqual(chainsOf(`${told}“It is not safe,” she wrote on Twitter.`), [through, 'Clara Denholm']);
  assert.deepEqual(chainsOf(`${told}Oren Dask said the road was open. “It is not safe,” Denholm said.`), [
    through,
    'Oren Dask',
    'Clara Denholm',
  ]);
});

test('an outlet that closes the sentence reports all that others say in it', () => {
  assert.deepEqual(chainsOf('Oren Dask told police that the dam had burst, the Velden Herald reports.'), [
    'the Velden Herald',
    'the Velden Herald > Oren Dask',
  ]);
  assert.deepEqual(chainsOf('The Velden Herald reports that the dam had burst.').length, 1);
});

test('who is quoted by an outlet speaks through it', () => {
  const chains = chainsOf('Oren Dask was quoted by the Velden Herald as saying that the dam had burst.');
  assert.deepEqual(chains, ['Velden Herald > Oren Dask']);
  assert.deepEqual(chainsOf('Oren Dask was quoted as saying that the dam was breached by his soldiers.'), [
    'Oren Dask',
  ]);
});

test('an outlet that leads, closes or publishes a report is its outer link', () => {
  assert.deepEqual(
    chainsOf('According to the Velden Herald, a spokesman said: “We are looking into it and have no more.”'),
    ['Velden Herald', 'Velden Herald > a spokesman'],
  );
  assert.deepEqual(chainsOf('The letter said that the dam would hold, per The Velden Herald.'), [
    'Velden Herald',
    'Velden Herald > the letter',
  ]);
  assert.deepEqual(chainsOf('The tickets cost 20 crowns, per person.'), []);
});

test('a thing is confirmed to an outlet and not to a firm', () => {
  assert.deepEqual(chainsOf('A spokesman confirmed the news to the Velden Herald, saying that the man had left.'), [
    'Velden Herald > a spokesman',
    'Velden Herald > a spokesman',
  ]);
  assert.deepEqual(chainsOf('Clara Denholm confirmed the sale to Herald Holdings.'), ['Clara Denholm']);
});

test('an outlet ends where whom the words are about begins', () => {
  assert.deepEqual(chainsOf('Clara Denholm told Reuters Robert Dunne was not ill.'), ['Reuters > Clara Denholm']);
  assert.deepEqual(chainsOf('Clara Denholm, editor of a blog, told the Quillon it would not surprise her.'), [
    'Quillon > Clara Denholm',
  ]);
});

test('the report of an outlet is the word of the outlet', () => {
  assert.deepEqual(chainsOf('Clara Denholm denied a Herald report that she had left.').at(1), 'Herald');
});
