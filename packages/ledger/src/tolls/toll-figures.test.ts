import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { tollFigures } from './toll-figures.ts';

const model = loadModel();
const figures = (text: string) =>
  tollFigures(readAnalysed({ text }, model)).map(({ label, low, high }) => [label, low, high]);

test('reads how many were killed and hurt, with the ends of what is said', () => {
  assert.deepEqual(figures('At least 17 people were killed in the air strike near the Kessa bridge.'), [
    ['killed', 17, null],
  ]);
  assert.deepEqual(figures('The hospital treated 31 wounded, Horn said.'), [['injured', 31, 31]]);
  assert.deepEqual(figures('She said the strike killed 21 people.'), [['killed', 21, 21]]);
  assert.deepEqual(figures('The blast left 12 dead and 40 injured.'), [
    ['killed', 12, 12],
    ['injured', 40, 40],
  ]);
  assert.deepEqual(figures('“We have 17 bodies here,” said Dr. Pavel Horn.'), [['killed', 17, 17]]);
  assert.deepEqual(figures('The death toll rose to 23 on Friday.'), [['killed', 23, 23]]);
});

test('takes neither who killed, nor years, nor things for a toll', () => {
  assert.deepEqual(figures('Three gunmen killed the mayor.'), []);
  assert.deepEqual(figures('He was killed in 2029.'), []);
  assert.deepEqual(figures('The fire destroyed 14 houses and burned for 3 days.'), []);
  assert.deepEqual(figures('He was arrested at 42 while driving 3 cars.'), []);
});

test('says in whose words a figure stands', () => {
  const analysed = readAnalysed({ text: 'Nine people died. Mara Vell said that 14 people were killed.' }, model);
  const [reporter, vell] = tollFigures(analysed);
  assert.equal(reporter.ordinal, -1);
  assert.equal(analysed.reading.assertions[vell.ordinal].cue.length, 1);
});
