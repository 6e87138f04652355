import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assertion, Reading } from '@hearsay/reader/reading';
import { compareReadings } from './compare-readings.ts';

/** A reading whose sentences are its assertions. */
function readingOf(title: string, ...sentences: (string | [string, Partial<Assertion>])[]): Reading {
  let text = '';
  const assertions = sentences.map((sentence, at): Assertion => {
    const [words, fields] = typeof sentence === 'string' ? [sentence, {}] : sentence;
    const start = text.length;
    text += `${words}\n`;
    return {
      id: `a${at}`,
      act: 'statement',
      kind: 'indirect',
      content: [{ start, end: start + words.length }],
      cue: [],
      source: [],
      interpolations: [],
      chain: [],
      speaker: 'p1',
      certainty: 'CT+',
      stance: 'acknowledges',
      confidence: 0.9,
      ...fields,
    };
  });
  return {
    version: 1,
    id: 'x',
    reader: { version: '0', model: '0' },
    article: { title, language: 'en', bylines: [], origins: {} },
    text,
    blocks: [],
    inserts: [],
    sentences: [],
    actors: [
      { id: 'p1', name: 'Ada Brill', type: 'person', aliases: [], mentions: [] },
      { id: 'p2', name: 'Ives Marr', type: 'person', aliases: [], mentions: [] },
    ],
    times: [],
    assertions,
    statements: [],
    warnings: [],
  };
}

const same = { headline: false, added: [], cut: [], altered: [] };

test('the same words in another order or under other quotation marks are no change', () => {
  const before = readingOf('Bridge', 'the bridge is "safe"', 'two pillars are cracked');
  const after = readingOf('Bridge', 'two pillars  are cracked', 'the bridge is “safe”');
  assert.deepEqual(compareReadings(before, after), same);
});

test('added, cut and altered are told apart', () => {
  const before = readingOf('Bridge', 'the bridge is safe for all traffic', 'the mayor was warned in May');
  const after = readingOf('Bridge shut', 'the bridge is safe for light traffic', 'nobody will resign over it');
  assert.deepEqual(compareReadings(before, after), {
    headline: true,
    added: [1],
    cut: [1],
    altered: [{ from: 0, to: 0, what: ['words'] }],
  });
});

test('the same words from another mouth, or less firmly, are altered', () => {
  const before = readingOf('Bridge', 'the bridge is safe', 'two pillars are cracked');
  const after = readingOf(
    'Bridge',
    ['the bridge is safe', { speaker: 'p2' }],
    ['two pillars are cracked', { certainty: 'PS+', stance: 'distances' }],
  );
  assert.deepEqual(compareReadings(before, after).altered, [
    { from: 0, to: 0, what: ['speaker'] },
    { from: 1, to: 1, what: ['certainty', 'stance'] },
  ]);
});

test('words said twice and then once are one cut', () => {
  const before = readingOf('Bridge', 'it will stand', 'it will stand');
  const after = readingOf('Bridge', 'it will stand');
  assert.deepEqual(compareReadings(before, after), { ...same, cut: [1] });
});
