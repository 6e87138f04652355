import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { read } from '@hearsay/reader/read';
import { correctReading } from './correct-reading.ts';
import type { Correction } from './decision.ts';

const text =
  'SARN, May 2 — The mayor, Ola Brend, said that the bridge would stay closed until the summer. Nobody asked the ferrymen, who wait.';
const reading = read({ text, published: '2026-05-02' }, loadModel());
const [said] = reading.assertions;
const place = (words: string): { start: number; end: number } => {
  const start = reading.text.indexOf(words);
  return { start, end: start + words.length };
};
const at = (span: { start: number; end: number }): Correction['at'] => ({ article: 1, revision: 1, ...span });
const contentOf = (corrected: typeof reading, index: number): string[] =>
  corrected.assertions[index].content.map(({ start, end }) => corrected.text.slice(start, end));

test('an editor moves the content of an assertion; a later correction finds it where it stands now', () => {
  const narrower = place('the bridge would stay closed');
  const moved: Correction = { action: 'edit', at: at(said.content[0]), set: { span: narrower } };
  const corrected = correctReading(reading, [moved, { action: 'edit', at: at(narrower), set: { certainty: 'PS+' } }]);
  assert.deepEqual(contentOf(corrected, 0), ['the bridge would stay closed']);
  assert.equal(corrected.assertions[0].certainty, 'PS+');
  assert.equal(corrected.assertions[0].id, said.id);
});

test('a cue or a source that goes into the content leads to it no more', () => {
  const wider = { start: said.cue[0].start, end: said.content[0].end };
  const corrected = correctReading(reading, [{ action: 'edit', at: at(said.content[0]), set: { span: wider } }]);
  assert.deepEqual(corrected.assertions[0].cue, []);
});

test('an added assertion has the words, the speaker, the cue and the source that the editor gives', () => {
  const content = place('who wait');
  const set = {
    speaker: 'the ferrymen',
    source: place('the ferrymen'),
    cue: place('asked'),
    certainty: 'CT+',
  } as const;
  const corrected = correctReading(reading, [{ action: 'add', at: at(content), set }]);
  const added = corrected.assertions.at(-1);
  assert.deepEqual(contentOf(corrected, corrected.assertions.length - 1), ['who wait']);
  assert.deepEqual([added?.cue, added?.source], [[set.cue], [set.source]]);
  assert.equal(corrected.actors.find(({ id }) => id === added?.speaker)?.name, 'the ferrymen');
});

test('spans outside the text, empty or turned round, change nothing', () => {
  const end = reading.text.length;
  for (const span of [
    { start: end - 3, end: end + 1 },
    { start: 5, end: 5 },
    { start: 9, end: 2 },
  ]) {
    assert.equal(correctReading(reading, [{ action: 'edit', at: at(said.content[0]), set: { span } }]), reading);
    assert.equal(correctReading(reading, [{ action: 'add', at: at(span), set: {} }]), reading);
  }
});
