import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveActors } from '../actors/actors.ts';
import { paragraphs } from '../article/paragraphs.ts';
import { findAssertions } from '../attribution/assertions.ts';
import { findQuotations, quotationDepth } from '../attribution/quotations.ts';
import { analyse } from '../language/analyse.ts';
import { splitSentences } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import { loadModel } from '../model/load-model.ts';
import type { Block } from '../reading.ts';
import { findTimes } from '../time/times.ts';
import { findStatements } from './statements.ts';

const model = loadModel();

test('a recording is one statement through all the words that name it', () => {
  const [recording, ...others] = read(
    'Mara Vellmar released a new audio message on Monday. In the recording, Vellmar said the siege would go on. The speech was aired on Radio Corvane.',
  );
  assert.equal(others.length, 0);
  assert.equal(recording.medium, 'audio');
  assert.deepEqual(recording.mentions, ['a new audio message', 'the recording', 'The speech']);
  assert.deepEqual(recording.by, ['Mara Vellmar']);
  assert.deepEqual(recording.releasedBy, ['Mara Vellmar']);
  assert.equal(recording.channel, 'Radio Corvane');
  assert.equal(recording.date, '2031-04-07');
});

test('its length is read from its own phrase or from the verb "last"', () => {
  assert.equal(read('In a 24-minute video, Oren Dask said he was alive.')[0].duration, 'PT24M');
  assert.equal(read('Oren Dask posted a video lasting two hours. He was alive.')[0].duration, 'PT2H');
  assert.equal(read('In a video, Oren Dask said the strike lasted two hours.')[0].duration, undefined);
});

test('the first since a day names the day and whose it is', () => {
  const [message] = read(
    'In an audio message on Friday, Oren Dask urged his men to fight. The message was Dask’s first since January.',
  );
  assert.deepEqual(message.since, { order: 'first', value: '2031-01', words: 'first since January' });
  assert.deepEqual(message.by, ['Oren Dask']);
});

test('what could not be confirmed is unknown, whatever hedges stand beside it', () => {
  const [letter, ...others] = read(
    'A letter purportedly written by Mara Vellmar was released on Friday. The authenticity of the letter could not be confirmed.',
  );
  assert.equal(others.length, 0);
  assert.equal(letter.authenticity, 'Uu');
  assert.deepEqual(letter.evidence, ['purportedly', 'could not be confirmed']);
});

test('a hedge without a check lowers the certainty to its own', () => {
  const [letter] = read('A letter purportedly written by Mara Vellmar was released on Friday.');
  assert.equal(letter.authenticity, 'PS+');
});

test('a check goes before a hedge', () => {
  const [video] = read(
    'The group released a purported video of the minister on Friday. Officials later verified the video.',
  );
  assert.equal(video.authenticity, 'CT+');
  assert.deepEqual(video.evidence, ['purported', 'later verified']);
});

test('a fake is certain to be none, and not a fake certain to be one', () => {
  assert.equal(read('Oren Dask released a letter on Friday. The letter was a forgery.')[0].authenticity, 'CT-');
  assert.equal(read('Oren Dask released a letter on Friday. The letter is not a fake.')[0].authenticity, 'CT+');
});

test('what nothing is said against is certain where its maker is named, unknown where nobody is', () => {
  assert.equal(read('Oren Dask posted a video on Friday.')[0].authenticity, 'CT+');
  assert.equal(read('A video was posted on YouTube on Friday.')[0].authenticity, 'Uu');
});

test('two recordings stay apart', () => {
  const found = read(
    'Oren Dask released an audio message on Monday. In the message, Dask said the war was won. On Thursday, Mara Vellmar released another audio recording. In the recording, Vellmar said it was lost.',
  );
  assert.deepEqual(
    found.map(({ by, mentions }) => [by, mentions.length]),
    [
      [['Oren Dask'], 2],
      [['Mara Vellmar'], 2],
    ],
  );
});

test('who wrote a letter is not who let it out', () => {
  const [letter] = read('A letter written by Oren Dask was released by the Harrow Institute on Friday.');
  assert.equal(letter.medium, 'text');
  assert.deepEqual(letter.by, ['Oren Dask']);
  assert.deepEqual(letter.releasedBy, ['Harrow Institute']);
});

test('an interview has the outlet as its channel', () => {
  for (const text of [
    'Mara Vellmar said in an interview with the Harrow Gazette that she would run.',
    'Mara Vellmar told the Harrow Gazette in an interview that she would run.',
  ]) {
    const [interview] = read(text);
    assert.equal(interview.medium, 'interview');
    assert.deepEqual(interview.by, ['Mara Vellmar']);
    assert.equal(interview.channel, 'the Harrow Gazette');
  }
});

test('at a news conference many speak, and it is one speech', () => {
  const found = read(
    'Mara Vellmar told a news conference on Friday that the bridge was safe. Oren Dask said at the news conference that it was not.',
  );
  assert.deepEqual(
    found.map(({ medium, by }) => [medium, by]),
    [['speech', ['Mara Vellmar', 'Oren Dask']]],
  );
});

test('a tweet is a post, with or without the noun', () => {
  assert.deepEqual(
    read('Mara Vellmar tweeted that the bridge was open.').map(({ medium, by }) => [medium, by]),
    [['post', ['Mara Vellmar']]],
  );
  const [post] = read('"The bridge is open," Mara Vellmar wrote on Facebook on Friday.');
  assert.deepEqual([post.medium, post.channel], ['post', 'Facebook']);
});

test('a press release and "said in a statement" are texts, and said again they are the same', () => {
  const found = read(
    'The bridge is safe, Mara Vellmar said in a statement on Friday. Repairs will go on, Vellmar said in the statement. Oren Dask disagreed in a press release.',
  );
  assert.deepEqual(
    found.map(({ medium, by, mentions }) => [medium, by, mentions]),
    [
      ['text', ['Mara Vellmar'], ['a statement', 'the statement']],
      ['text', ['Oren Dask'], ['a press release']],
    ],
  );
});

test('a mere "he said", a report, or what was never made is no statement', () => {
  for (const text of [
    'Mara Vellmar said the bridge was safe.',
    'Reports that the bridge had fallen were wrong.',
    'Mara Vellmar declined to release a statement.',
    'The ministry did not issue a statement on Friday.',
    'Mara Vellmar will deliver a speech on Friday.',
    'Children like video games and letters.',
    'Mara Vellmar sent the council a blunt message.',
    'On a lighter note, Mara Vellmar praised the cook.',
    'A neighbour at the address said he was asleep.',
  ]) {
    assert.deepEqual(read(text), [], text);
  }
});

function read(text: string) {
  const blocks: Block[] = paragraphs(text).map((span) => ({ ...span, kind: 'paragraph' }));
  const tokens = tokenize(text);
  const language = analyse(tokens, splitSentences(tokens, blocks), model.language);
  const quotations = findQuotations(tokens, language.sentences, blocks);
  const depth = quotationDepth(tokens.count, quotations);
  const { actors, assertions } = resolveActors(language, depth, findAssertions(language, blocks, quotations, model));
  const times = findTimes(text, { published: '2031-04-12' });
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((actor) => actor.id === id)?.name);
  return findStatements(language, depth, actors, assertions, times).map((statement) => ({
    ...statement,
    by: names(statement.by),
    releasedBy: names(statement.releasedBy),
    channel: statement.channel && words(statement.channel),
    since: statement.since && {
      order: statement.since.order,
      value: statement.since.value,
      words: words(statement.since),
    },
    authenticity: statement.authenticity.certainty,
    evidence: statement.authenticity.evidence.map(words),
    mentions: statement.mentions.map(words),
  }));
}
