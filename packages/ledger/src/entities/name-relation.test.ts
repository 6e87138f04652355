import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseName } from './actor-name.ts';
import { nameRelation } from './name-relation.ts';

const relation = (a: string, b: string) => nameRelation(parseName(a), parseName(b));

describe('nameRelation', () => {
  test('takes names with the same words for the same, whatever articles, accents and hyphens they have', () => {
    assert.equal(relation('The Velani Herald', 'Velani Herald'), 'same');
    assert.equal(relation('Íñes Moravel', 'Ines Moravel'), 'same');
    assert.equal(relation('Hansu Raj al-Tirkan', 'Hansuraj Tirkan'), 'same');
  });

  test('hears transliterations', () => {
    assert.equal(relation('Muammer Qadhuri', 'Moammar Gaddouri'), 'transliterated');
    assert.equal(relation('Sherif Tarkhani', 'Sharif Tarkani'), 'transliterated');
  });

  test('sees typing errors, in a short name too where the rest is equal', () => {
    assert.equal(relation('Stevan Harlov', 'Stevan Halrov'), 'misspelled');
    assert.equal(relation('Jill Tornberg', 'Gill Tornberg'), 'misspelled');
  });

  test('joins titles, middle names and initials', () => {
    assert.equal(relation('Marshal Aleks Bodeh', 'Aleks Bodeh'), 'fuller');
    assert.equal(relation('Renn T. Oskar', 'Renn Oskar'), 'compatible');
    assert.equal(relation('R. Oskar', 'Renn Oskar'), 'compatible');
    assert.equal(relation('Oskar', 'Renn Oskar'), 'partial');
  });

  test('reads acronyms', () => {
    assert.equal(relation('OVR', 'Office of Vessel Rescue'), 'acronym');
  });

  test('keeps relatives and strangers apart', () => {
    assert.equal(relation('Renn Oskar', 'Mira Oskar'), 'none');
    assert.equal(relation('Kim Jo-min', 'Kim Ha-rok'), 'none');
  });
});
