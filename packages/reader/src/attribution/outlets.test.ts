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
