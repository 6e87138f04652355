import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { read } from '../read.ts';

const model = loadModel();

/** The chain of the assertion whose content holds some words, by name. */
function chainOf(text: string, words: string): string {
  const { actors, assertions } = read({ text }, model);
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? '';
  const holds = assertions.filter(({ content }) =>
    content.some(({ start, end }) => text.slice(start, end).includes(words)),
  );
  const innermost = holds.reduce((best, it) => (sizeOf(it) < sizeOf(best) ? it : best));
  return innermost.chain.map(nameOf).join(' > ');
}

function sizeOf({ content }: { content: readonly { start: number; end: number }[] }): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}

test('a pronoun may stand for somebody who is described and has not spoken', () => {
  const text = 'A nurse from Velden was taken to hospital on Monday. She said the pain began at night.';
  assert.match(chainOf(text, 'the pain'), /^a nurse/);
});

test('"they" are rather those of many than one body', () => {
  const text = 'Jonas Prell went to the doctors at the Velden Medical Centre. They told him the wound was small.';
  assert.equal(chainOf(text, 'the wound'), 'the doctors');
});

test('"the news agency" is the one that was last heard', () => {
  const text =
    'The dam has failed, Reuters reported on Monday. The mayor left. The news agency said four villages were flooded.';
  assert.equal(chainOf(text, 'four villages'), 'Reuters');
});

test('a name set off behind a long office is who speaks', () => {
  const text =
    'The national coordinator for the health of children in the north, Mira Tallow, said the rate had fallen.';
  assert.equal(chainOf(text, 'the rate'), 'Mira Tallow');
});

test('a company before a spokeswoman’s name is not who speaks', () => {
  const text = 'Vellmar Motors opened a plant. Vellmar Motors PR spokeswoman Clara Denholm said it would hire.';
  assert.equal(chainOf(text, 'it would hire'), 'Clara Denholm');
});

test('"the source" is one that spoke, not the outlet it told', () => {
  const text =
    'The dam failed at night, a senior Ketran official told Sky News. Four villages were flooded, the source said.';
  assert.equal(chainOf(text, 'Four villages'), 'a senior Ketran official');
});

test('a quotation that goes on at once came by the same way, one after other words did not', () => {
  const text = '"The dam is safe," Mira Tallow told Sky News.\n\n"It was built to last."';
  assert.equal(chainOf(text, 'built to last'), 'Sky News > Mira Tallow');
  const apart =
    '"The dam is safe," Mira Tallow told Sky News.\n\nShe gave a warning to all.\n\n"It was built to last."';
  assert.equal(chainOf(apart, 'built to last'), 'Mira Tallow');
});

test('"the company" is the one that acted last, and a priest in the opening the one named next', () => {
  const bodies = 'Vellmar Motors opened a plant on Monday. Mira Tallow cut the ribbon. The company said it would hire.';
  assert.equal(chainOf(bodies, 'it would hire'), 'Vellmar Motors');
  const priest = 'A priest in Velden said he had seen a light. Oren Tallow was in his garden at the time.';
  assert.equal(chainOf(priest, 'had seen a light'), 'Oren Tallow');
});

test('"they" are the group that claims it', () => {
  const text = 'Three Ketrans went up the hill in June. The group claim they heard a voice.';
  assert.equal(chainOf(text, 'a voice'), 'the group');
});

test('a person is named by age, a body by what it is, once the article has named them', () => {
  const text = 'Oren Vellmar lives in Orlec. The 41-year-old said the dam was safe.';
  assert.equal(chainOf(text, 'the dam'), 'Oren Vellmar');
  const body = 'The Orlec Animal Trust opened a shelter on Monday. The charity said the dogs were safe.';
  assert.equal(chainOf(body, 'the dogs'), 'Orlec Animal Trust');
});

test('a body in the title of a person is not who speaks', () => {
  assert.equal(
    chainOf('A Velden Health Organization (VHO) official said the dam was safe.', 'the dam'),
    'a Velden Health Organization (VHO) official',
  );
});

test('somebody described by an office or as kin is whom the article names so, before or after', () => {
  const text = 'The dam is safe, the country’s interior minister said. Interior Minister Oren Vellmar came on Monday.';
  assert.equal(chainOf(text, 'The dam'), 'Oren Vellmar');
  const kin = 'The dam is safe, his sister said. Tevin Marsh lives there. His sister, Lucy Marsh, is a baker.';
  assert.equal(chainOf(kin, 'The dam'), 'Lucy Marsh');
  const two = 'The dam is safe, the mayor said. Mayor Lucy Marsh met Mayor Oren Vellmar on Monday.';
  assert.equal(chainOf(two, 'The dam'), 'the mayor');
});

test('"the report" is that of the outlet which spoke last', () => {
  const text = 'The dam is old, according to Lantern News. The report said the wall would hold.';
  assert.equal(chainOf(text, 'the wall'), 'Lantern News');
  const made = 'The dam is old, according to a report by the Orlec Institute. The report said the wall would hold.';
  assert.equal(chainOf(made, 'the wall'), 'Orlec Institute');
  const printed = 'The dam is old, according to an article in Lantern News.';
  assert.equal(chainOf(printed, 'The dam'), 'Lantern News');
});
