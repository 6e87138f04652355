import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TokenRange } from '../attribution/attribution.ts';
import { findQuotations, quotationDepth } from '../attribution/quotations.ts';
import type { UnresolvedAssertion } from '../attribution/unresolved.ts';
import { analyse } from '../language/analyse.ts';
import { splitSentences } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import { loadModel } from '../model/load-model.ts';
import { resolveActors } from './actors.ts';

const model = loadModel();

test('a surname and a pronoun are the person named in full', () => {
  const text = 'Mayor Daniel Orrin met voters. Orrin said taxes would fall. He added that schools come first.';
  assert.deepEqual(speakersOf(text, ['Orrin | taxes', 'He | that schools']), ['Daniel Orrin', 'Daniel Orrin']);
});

test('a surname is known by a full name that stands after it', () => {
  const text = 'Vellmar said the dam was safe. The engineer, Thomas Vellmar, was hired in spring.';
  assert.deepEqual(speakersOf(text, ['Vellmar | the dam']), ['Thomas Vellmar']);
});

test('a misspelt surname is the same man', () => {
  const text = 'Abu Karim al-Velhadi spoke for an hour. Velhadi praised his men. Velhdi said the war would go on.';
  assert.deepEqual(speakersOf(text, ['Velhdi | the war']), ['Abu Karim al-Velhadi']);
});

test('two people with one surname stay two, and a title tells them apart', () => {
  const text =
    'Peter Harlan and Susan Harlan run the bakery. Mr. Harlan said bread was cheap. Mrs. Harlan said flour was dear.';
  assert.deepEqual(speakersOf(text, ['Harlan | bread', 'Harlan | flour']), ['Peter Harlan', 'Susan Harlan']);
});

test('a title that contradicts the only namesake is somebody else of the family', () => {
  const text = 'Peter Harlan opened the bakery. Mrs. Harlan said flour was dear. Harlan said bread was cheap.';
  assert.deepEqual(speakersOf(text, ['Harlan | flour', 'Harlan | bread']), ['Harlan', 'Peter Harlan']);
});

test('"the governor" is the one who has the title before the name', () => {
  const text = 'Gov. Alan Prewitt toured the coast. The governor said the wall would hold.';
  assert.deepEqual(speakersOf(text, ['The governor | the wall']), ['Alan Prewitt']);
});

test('an office or a paper that nobody was given is not the last speaker', () => {
  const text = 'Olaf Brenn said it rained. The mayor denied the flood. The memo says the valve failed.';
  const found = speakersOf(text, ['Olaf Brenn | it', 'The mayor | the flood', 'The memo | the valve']);
  assert.deepEqual(found, ['Olaf Brenn', 'the mayor', 'the memo']);
});

test('"she" passes over the man who spoke last', () => {
  const text = 'Helen Marsh opened the meeting. Robert Dunne said it was late. She said there was no hurry.';
  assert.deepEqual(speakersOf(text, ['Robert Dunne | it', 'She | there']), ['Robert Dunne', 'Helen Marsh']);
});

test('nobody is invented for a pronoun with nobody to stand for', () => {
  const { assertions } = resolve('He said the bridge was closed.', ['He | the bridge']);
  assert.equal(assertions[0].speaker, null);
  assert.deepEqual(assertions[0].chain, []);
  assert.equal(assertions[0].confidence, 0.4);
});

test('a title before or after the name does not hide it', () => {
  const text = 'The council met. Spokeswoman Clara Denholm said no. Victor Ames, a police captain, said yes.';
  const found = speakersOf(text, ['Spokeswoman Clara Denholm | no', 'Victor Ames, a police captain, | yes']);
  assert.deepEqual(found, ['Clara Denholm', 'Victor Ames']);
});

test('whose spokesman it is does not make it the one who speaks', () => {
  const text = "Paul Rennick stayed away. Paul Rennick's spokesman said he was ill.";
  assert.deepEqual(speakersOf(text, ["Paul Rennick's spokesman | he was"]), ["Paul Rennick's spokesman"]);
});

test('an acronym is the body it abbreviates', () => {
  const text = 'The Federal Harbour Authority closed the port. The FHA said ships must wait.';
  assert.deepEqual(speakersOf(text, ['The FHA | ships']), ['Federal Harbour Authority']);
});

test('"the official" takes up an official who spoke, and "the spokesman" the one who was named so', () => {
  const text =
    'A senior health official said 12 were ill. Hospital spokesman Mark Telling said nine. The official said more would come. The spokesman said no.';
  assert.deepEqual(
    speakersOf(text, [
      'A senior health official | 12',
      'Hospital spokesman Mark Telling | nine',
      'The official | more',
      'The spokesman | no',
    ]),
    ['a senior health official', 'Mark Telling', 'a senior health official', 'Mark Telling'],
  );
});

test('a report of a named institute is its word', () => {
  const text = 'A report by the Dorling Institute said rents rose.';
  assert.deepEqual(speakersOf(text, ['A report by the Dorling Institute | rents']), ['Dorling Institute']);
});

test('"I" in a quotation is whoever is quoted, and stands once in the chain', () => {
  const text = '"I think the road is open," Laura Finch said.';
  const whole = rangeOf(text, '"I think the road is open,"');
  const inner = rangeOf(text, 'the road is open');
  const finch = rangeOf(text, 'Laura Finch');
  const self = rangeOf(text, 'I');
  const { actors, assertions } = resolveFound(text, [
    asserted({ source: [finch], chain: [finch], speaker: finch, content: [whole] }),
    asserted({ source: [self], chain: [finch, self], speaker: self, content: [inner], within: 0 }),
  ]);
  assert.equal(assertions[1].speaker, assertions[0].speaker);
  assert.deepEqual(assertions[1].chain, assertions[0].chain);
  assert.equal(actors.find(({ id }) => id === assertions[1].speaker)?.name, 'Laura Finch');
});

test('"he" in a quotation is not the one who is quoted', () => {
  const text = 'Martin Cole left early. "He said he was tired," Peter Stone said.';
  const quoted = rangeOf(text, '"He said he was tired,"');
  const stone = rangeOf(text, 'Peter Stone');
  const he = rangeOf(text, 'He');
  const { actors, assertions } = resolveFound(text, [
    asserted({ source: [stone], chain: [stone], speaker: stone, content: [quoted] }),
    asserted({ source: [he], chain: [stone, he], speaker: he, content: [quoted], within: 0 }),
  ]);
  const names = assertions[1].chain.map((link) => actors.find(({ id }) => id === link)?.name);
  assert.deepEqual(names, ['Peter Stone', 'Martin Cole']);
});

test('"we" in a quotation is the one quoted, through whatever is reported inside it', () => {
  const text = '"A judge says that we must pay," Laura Finch said.';
  const [finch, judge, self] = [rangeOf(text, 'Laura Finch'), rangeOf(text, 'A judge'), rangeOf(text, 'we')];
  const { assertions } = resolveFound(text, [
    asserted({
      source: [finch],
      chain: [finch],
      speaker: finch,
      content: [rangeOf(text, '"A judge says that we must pay,"')],
    }),
    asserted({
      source: [judge],
      chain: [finch, judge],
      speaker: judge,
      content: [rangeOf(text, 'that we must pay')],
      within: 0,
    }),
    asserted({
      source: [self],
      chain: [finch, judge, self],
      speaker: self,
      content: [rangeOf(text, 'must pay')],
      within: 1,
    }),
  ]);
  assert.equal(assertions[2].speaker, assertions[0].speaker);
  assert.deepEqual(assertions[2].chain, assertions[0].chain);
});

test('the publishing outlet is no link of a chain', () => {
  const text = 'Nora Field told the Lantern Post that she would run.';
  const chain = [rangeOf(text, 'the Lantern Post'), rangeOf(text, 'Nora Field')];
  const found = [asserted({ source: [chain[1]], chain, speaker: chain[1], content: [rangeOf(text, 'she would run')] })];
  assert.equal(resolveFound(text, found, 'The Lantern Post').assertions[0].chain.length, 1);
  assert.equal(resolveFound(text, found, 'Harbour Times').assertions[0].chain.length, 2);
});

test('the end of its name stands for the publishing outlet', () => {
  const text = 'The minister told the Post that taxes would rise.';
  const chain = [rangeOf(text, 'the Post'), rangeOf(text, 'The minister')];
  const found = [
    asserted({ source: [chain[1]], chain, speaker: chain[1], content: [rangeOf(text, 'taxes would rise')] }),
  ];
  assert.equal(resolveFound(text, found, 'The Lowland Post').assertions[0].chain.length, 1);
  assert.equal(resolveFound(text, found, 'Harbour Times').assertions[0].chain.length, 2);
});

test('every mention is the words of the text, and an actor has one id', () => {
  const text = 'Simon Averill resigned. Averill said he was done. He thanked his staff.';
  const { actors } = resolve(text, ['Averill | he was']);
  const [averill] = actors.filter(({ name }) => name === 'Simon Averill');
  assert.equal(new Set(actors.map(({ id }) => id)).size, actors.length);
  assert.deepEqual(
    averill.mentions.map(({ start, end }) => text.slice(start, end)),
    ['Simon Averill', 'Averill'],
  );
  assert.deepEqual(averill.aliases, ['Averill']);
});

/** Each assertion as "source | the words its content begins with". */
function resolve(text: string, sources: readonly string[]) {
  return resolveFound(
    text,
    sources.map((given) => {
      const [source, content] = given.split(' | ');
      const at = text.indexOf(content);
      const range = rangeOf(text, source, text.lastIndexOf(source, at));
      return asserted({ source: [range], chain: [range], speaker: range, content: [rangeOf(text, content, at)] });
    }),
  );
}

function speakersOf(text: string, sources: readonly string[]): (string | undefined)[] {
  const { actors, assertions } = resolve(text, sources);
  return assertions.map(({ speaker }) => actors.find(({ id }) => id === speaker)?.name);
}

function resolveFound(text: string, found: readonly UnresolvedAssertion[], outlet?: string) {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens);
  const quotations = findQuotations(tokens, sentences, [{ start: 0, end: text.length, kind: 'paragraph' }]);
  const language = analyse(tokens, sentences, model.language);
  return resolveActors(language, quotationDepth(tokens.count, quotations), found, outlet);
}

function asserted(given: Partial<UnresolvedAssertion>): UnresolvedAssertion {
  return {
    within: -1,
    act: 'statement',
    kind: 'indirect',
    certainty: 'CT+',
    stance: 'acknowledges',
    confidence: 0.8,
    content: [],
    cue: [],
    source: [],
    interpolations: [],
    chain: [],
    told: null,
    speaker: null,
    ...given,
  };
}

function rangeOf(text: string, words: string, from = text.indexOf(words)): TokenRange {
  const tokens = tokenize(text);
  return {
    first: tokens.start.findIndex((start) => start >= from),
    end: tokens.end.findLastIndex((end) => end <= from + words.length) + 1,
  };
}

test('the day on which somebody spoke is no part of who spoke', () => {
  const text =
    'A spokesman for the army on Wednesday confirmed the attack. The office of Hanne Brock on Monday denied that anybody was there.';
  assert.deepEqual(speakersOf(text, ['A spokesman for the army on Wednesday | the attack']), [
    'a spokesman for the army',
  ]);
  assert.deepEqual(speakersOf(text, ['The office of Hanne Brock on Monday | that anybody']), [
    'the office of Hanne Brock',
  ]);
});

test("a broadcaster's name begins with what it is", () => {
  const text = 'Radio Selm reported that the bridge had been closed. Radio Selm said a lorry had hit it.';
  assert.deepEqual(speakersOf(text, ['Radio Selm | a lorry']), ['Radio Selm']);
});

test('a name that is nowhere but where something is, is no person', () => {
  const text = 'Danil Orel was killed near Selm. Residents of Selm said two houses burned.';
  assert.deepEqual(
    resolve(text, ['Residents of Selm | two houses']).actors.map(({ name }) => name),
    ['Danil Orel', 'residents of Selm'],
  );
});

test('the name of the capital is not that of the diplomat in it', () => {
  const text = 'A diplomat in the capital, Lumo, told the Globe Tribune that the president was ill.';
  assert.deepEqual(speakersOf(text, ['A diplomat in the capital, Lumo, | that the president']), [
    'a diplomat in the capital',
  ]);
});

test('a surname that looks like an adverb at the beginning of a sentence is the person named before', () => {
  const text = 'Anna Vesely, the head of the union, met workers on Monday. Vesely said the plant would stay open.';
  assert.deepEqual(speakersOf(text, ['Vesely | the plant']), ['Anna Vesely']);
});
