import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { loadModel } from './model/load-model.ts';
import { MAX_INPUT_LENGTH, read } from './read.ts';
import type { Reading } from './reading.ts';

const model = loadModel();
const text = 'LENN, April 2 — The bridge will stand, the mayor said on Tuesday. “It is sound,” Ada Brill said.';

const codes = ({ warnings }: Reading): string[] => warnings.map(({ code }) => code);

describe('read', () => {
  test('names a reading by its input, or by the SHA-256 of its bytes', () => {
    const digest = createHash('sha256').update(text).digest('hex');
    assert.equal(read({ text }, model).id, digest);
    assert.equal(read({ text: Buffer.from(text) }, model).id, digest);
    assert.equal(read({ id: 'b7', text }, model).id, 'b7');
  });

  test('reads bytes as it reads their text, in the character set that they came in', () => {
    const page = `<html lang="en"><meta charset="utf-8"><title>Bridge</title><p>${text}</p>`;
    assert.equal(read({ html: Buffer.from(page) }, model).text, text);
    const header = { html: Buffer.from(page, 'utf16le'), contentType: 'text/html; charset=utf-16le' };
    assert.equal(read(header, model).text, text);
  });

  test('counts relative times from the day given, and says of a day that is none that it was not used', () => {
    const value = (published: string): string | undefined =>
      read({ text: 'The mayor spoke on Tuesday, the council said.', published }, model).times[0]?.value;
    assert.equal(value('2031-04-03'), '2031-04-01');
    assert.deepEqual(codes(read({ text, published: 'some day' }, model)), ['published']);
    assert.equal(read({ text, published: 'some day' }, model).article.published, undefined);
  });

  test('of another language gives the article and nothing that English rules would invent', () => {
    const german = 'Der Bürgermeister sagte am Montag, dass die Brücke sicher ist. „Sie hält“, sagte er und ging.';
    const reading = read({ text: german }, model);
    assert.equal(reading.text, german);
    assert.equal(reading.article.language, 'de');
    assert.deepEqual(codes(reading), ['language']);
    assert.deepEqual([reading.assertions, reading.actors, reading.times, reading.statements], [[], [], [], []]);
  });

  test('says of an input without words, and of one too long, what is missing', () => {
    assert.deepEqual(codes(read({ text: ' \n' }, model)), ['empty']);
    assert.deepEqual(codes(read({ html: '<title>x</title>' }, model)), ['empty']);
    const long = read({ text: 'x'.repeat(MAX_INPUT_LENGTH + 1) }, model);
    assert.equal(long.text.length, MAX_INPUT_LENGTH);
    assert.ok(codes(long).includes('truncated'));
  });

  test('takes a dateline neither for who says something nor for what is said', () => {
    const { text, assertions } = read(
      { text: 'LENN, April 2 — The mayor said on Tuesday that the bridge is safe.' },
      model,
    );
    const [{ source, content }] = assertions;
    assert.equal(text.slice(source[0].start, source[0].end), 'The mayor');
    assert.equal(text.slice(content[0].start, content[0].end), 'that the bridge is safe');
  });

  const sample = new URL('../../../../shared/samples/audio-message.txt', import.meta.url);
  const skip = existsSync(sample) ? false : 'no ../shared';
  test('the broken sample: dateline, misspelt speaker, hedges, and nothing from a teaser', {
    skip,
  }, () => {
    const reading = read({ text: readFileSync(sample, 'utf8'), published: '2015-12-27' }, model);
    const names = new Map(reading.actors.map(({ id, name }) => [id, name]));
    const found = reading.assertions.map(({ content, chain, certainty }) => ({
      words: content.map(({ start, end }) => reading.text.slice(start, end)).join(' … '),
      chain: chain.map((id) => names.get(id)),
      certainty,
    }));
    const about = (words: string) => found.find((assertion) => assertion.words.includes(words));
    assert.equal(reading.article.dateline?.place, 'New York');
    assert.doesNotMatch(reading.text, /also read/i);
    assert.deepEqual(about('hearts are full of fear')?.chain, ['Abu Bakr al-Baghdadi']);
    assert.deepEqual(about('escalating pressure')?.chain, ['Abu Bakr al-Baghdadi']);
    assert.equal(about('authenticity of the recording')?.certainty, 'Uu');
    assert.equal(about('message purportedly of its leader')?.certainty, 'PS+');
  });
});
