import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessLanguage } from './guess-language.ts';

test('function words and scripts tell the language', () => {
  assert.equal(guessLanguage('The rain stayed in the town, and it was on the river.'), 'en');
  assert.equal(guessLanguage('La pluie est restée dans la ville, et elle a été longue.'), 'fr');
  assert.equal(guessLanguage('La lluvia se quedó en la ciudad y no hay más que decir.'), 'es');
  assert.equal(guessLanguage('Regnet stannade i staden och det var inte över än.'), 'sv');
  assert.equal(guessLanguage('Дождь остался в городе, и это было не всё.'), 'ru');
  assert.equal(guessLanguage('雨はまだ町に降っている。'), 'ja');
});

test('one function word tells the language of a short line', () => {
  assert.equal(guessLanguage('Mara Vell said so.'), 'en');
});

test('too few telling words leave it open', () => {
  assert.equal(guessLanguage(''), 'und');
  assert.equal(guessLanguage('Orlen Vell 1234 Dara Courier'), 'und');
});
