import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodeWeights } from '../model/weights.ts';
import { analyse } from './analyse.ts';
import type { Language } from './language.ts';
import { loadLanguageModel } from './language-model.ts';
import { NAME_TYPES } from './names.ts';
import { RELATIONS } from './relations.ts';
import { splitSentences } from './sentences.ts';
import { TAGS } from './tags.ts';
import { tokenize } from './tokens.ts';

const model = loadLanguageModel(decodeWeights(readFileSync(new URL('../../model/language.bin', import.meta.url))));

function analysed(text: string): Language {
  const tokens = tokenize(text);
  return analyse(tokens, splitSentences(tokens), model);
}

/** The first token with this form, and how it depends: "Vell nsubj said". */
function dependency({ tokens, head, relation }: Language, form: string): string {
  const at = indexOf(tokens, form);
  const governor = head[at] < 0 ? 'ROOT' : formOf(tokens, head[at]);
  return `${form} ${RELATIONS[relation[at]]} ${governor}`;
}

function formOf({ text, start, end }: Language['tokens'], at: number): string {
  return text.slice(start[at], end[at]);
}

function indexOf(tokens: Language['tokens'], form: string): number {
  for (let at = 0; at < tokens.count; at++) if (formOf(tokens, at) === form) return at;
  throw new Error(`no token "${form}"`);
}

test('finds the subject of a verb of speech before and after it, and what is said as its complement', () => {
  const plain = analysed('Mara Vell said that the bridge would open on Monday.');
  assert.equal(dependency(plain, 'Vell'), 'Vell nsubj said');
  assert.equal(dependency(plain, 'open'), 'open ccomp said');
  assert.equal(dependency(plain, 'that'), 'that mark open');
  const inverted = analysed('“The bridge will open on Monday,” said Mara Vell, the mayor of Ostrava.');
  assert.equal(dependency(inverted, 'Vell'), 'Vell nsubj said');
  assert.equal(dependency(inverted, 'open'), 'open ccomp said');
  assert.equal(dependency(inverted, 'mayor'), 'mayor appos Vell');
});

test('tells passives, agents and relative clauses', () => {
  const passive = analysed('The minister was quoted by a newspaper, which belongs to his brother.');
  assert.equal(dependency(passive, 'minister'), 'minister nsubj:pass quoted');
  assert.equal(dependency(passive, 'newspaper'), 'newspaper obl:agent quoted');
  assert.equal(dependency(passive, 'belongs'), 'belongs acl:relcl newspaper');
});

test('gives verbs and nouns their base form, known or unknown', () => {
  const { tokens, lemma } = analysed("She didn't carry the blorkers he was promised, and he ’s been zapping others.");
  const lemmaOf = (form: string) => lemma[indexOf(tokens, form)];
  assert.equal(lemmaOf('did'), 'do');
  assert.equal(lemmaOf("n't"), 'not');
  assert.equal(lemmaOf('blorkers'), 'blorker');
  assert.equal(lemmaOf('promised'), 'promise');
  assert.equal(lemmaOf('was'), 'be');
});

test('figures of one length keep their own lemmas', () => {
  assert.deepEqual(analysed('12 or 34').lemma, ['12', 'or', '34']);
});

test('names people, bodies and places', () => {
  const { tokens, name } = analysed(
    'President Oskar Lindqvist flew to Paris on Friday, the Associated Press reported.',
  );
  const nameOf = (form: string) => NAME_TYPES[name[indexOf(tokens, form)]];
  assert.equal(nameOf('Oskar'), 'PERSON');
  assert.equal(nameOf('Lindqvist'), 'PERSON');
  assert.equal(nameOf('Paris'), 'LOCATION');
  assert.equal(nameOf('Press'), 'ORGANIZATION');
  assert.equal(nameOf('flew'), 'O');
});

test('tags by context', () => {
  const { tokens, tag } = analysed('They report that a report will record the record.');
  assert.deepEqual(
    Array.from(tag, (each) => TAGS[each]),
    ['PRP', 'VBP', 'IN', 'DT', 'NN', 'MD', 'VB', 'DT', 'NN', '.'],
    formOf(tokens, 1),
  );
});

test('every sentence is a tree with one root, whatever stands in it', () => {
  const texts = ['', '...', '” ” “', 'Word', `${'said he and '.repeat(3000)}.`, '\ud800 \udfff ’s', 'A B C D E F G'];
  for (const text of texts) {
    const { sentences, head, relation } = analysed(text);
    for (let s = 0; s < sentences.count; s++) {
      const first = sentences.first[s];
      const end = sentences.end[s];
      let roots = 0;
      for (let at = first; at < end; at++) {
        if (head[at] < 0) roots++;
        else assert.ok(head[at] >= first && head[at] < end && head[at] !== at);
        assert.equal(RELATIONS[relation[at]] === 'root', head[at] < 0);
      }
      assert.equal(roots, 1, text.slice(0, 20));
    }
  }
});

test('the same text gives the same analysis', () => {
  const text = 'The Harbour Board denied on Tuesday that it knew of the leak.';
  assert.deepEqual(analysed(text), analysed(text));
});
