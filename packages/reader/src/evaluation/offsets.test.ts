import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offsetMap } from './offsets.ts';

const teaser = { kind: 'teaser', why: 'begins with "Also Read"' } as const;

describe('offsetMap', () => {
  test('counts emoji as one code point on the corpus side and two units on ours', () => {
    const text = 'Fire 🔥🔥 at the mill, Orla Dane said.';
    const map = offsetMap(text, { text, inserts: [] });
    const orla = { start: 21, end: 30 };
    assert.equal([...text].slice(orla.start, orla.end).join(''), 'Orla Dane');
    const ours = map.toReading(orla);
    assert.deepEqual(ours, { start: 23, end: 32 });
    assert.equal(text.slice(23, 32), 'Orla Dane');
    assert.deepEqual(map.toCorpus({ start: 23, end: 32 }), orla);
  });

  test('steps over inserts, both ways, with emoji in text and insert', () => {
    const published = '😀 One. Also Read - 🎉 Fair opens Two 😀 three.';
    const insert = ' Also Read - 🎉 Fair opens';
    const text = '😀 One. Two 😀 three.';
    const map = offsetMap(published, { text, inserts: [{ ...teaser, at: 7, text: insert }] });
    const three = { start: text.indexOf('three'), end: text.indexOf('three') + 5 };
    const inCorpus = map.toCorpus(three);
    assert.equal([...published].slice(inCorpus.start, inCorpus.end).join(''), 'three');
    assert.deepEqual(map.toReading(inCorpus), three);
  });

  test('a span that an insert interrupts loses only the insert', () => {
    const published = 'he said (ALSO READ: Rain) it fell';
    const map = offsetMap(published, {
      text: 'he said it fell',
      inserts: [{ ...teaser, at: 7, text: ' (ALSO READ: Rain)' }],
    });
    assert.deepEqual(map.toReading({ start: 3, end: published.length }), { start: 3, end: 15 });
    assert.deepEqual(map.toCorpus({ start: 3, end: 15 }), { start: 3, end: published.length });
  });

  test('a span that ends where an insert begins does not swallow it', () => {
    const published = 'He left. Also Read - Rain\nShe stayed.';
    const map = offsetMap(published, {
      text: 'He left.\nShe stayed.',
      inserts: [{ ...teaser, at: 8, text: ' Also Read - Rain' }],
    });
    assert.deepEqual(map.toCorpus({ start: 0, end: 8 }), { start: 0, end: 8 });
    assert.equal(map.toReading({ start: 9, end: 25 }), null);
  });

  test('an insert that is the whole text leaves nothing', () => {
    const map = offsetMap('Also Read', { text: '', inserts: [{ ...teaser, at: 0, text: 'Also Read' }] });
    assert.equal(map.toReading({ start: 0, end: 9 }), null);
    assert.deepEqual(map.toCorpus({ start: 0, end: 0 }), { start: 9, end: 9 });
  });

  test('refuses a reading that is not of this text', () => {
    assert.throws(() => offsetMap('One two', { text: 'One too', inserts: [] }), /do not add up/);
  });
});
