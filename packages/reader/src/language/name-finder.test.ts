import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadSurnames } from './name-finder.ts';
import { NAME_TYPES } from './names.ts';
import { splitSentences } from './sentences.ts';
import { TAGS, type Tag } from './tags.ts';
import { tokenize } from './tokens.ts';
import { readWords } from './words.ts';

const PERSON = NAME_TYPES.indexOf('PERSON');

test('a surname alone is the person who was named in full, in the same article', () => {
  const tokens = tokenize('Mara Vell spoke. Later Vell left Ostrava.');
  const sentences = splitSentences(tokens);
  const line: Tag[] = ['NNP', 'NNP', 'VBD', '.', 'RB', 'NNP', 'VBD', 'NNP', '.'];
  const tags = Uint8Array.from(line, (tag) => TAGS.indexOf(tag));
  const names = Uint8Array.of(PERSON, PERSON, 0, 0, 0, 0, 0, NAME_TYPES.indexOf('LOCATION'), 0);
  spreadSurnames(readWords(tokens, sentences), sentences, tags, names);
  assert.deepEqual(
    Array.from(names, (name) => NAME_TYPES[name]),
    ['PERSON', 'PERSON', 'O', 'O', 'O', 'PERSON', 'O', 'LOCATION', 'O'],
  );
});
