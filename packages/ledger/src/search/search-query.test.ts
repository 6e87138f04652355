import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearch } from './search-query.ts';

test('words, phrases, exclusions and filters are told apart', () => {
  const query = parseSearch('speaker:"Mara Vell" certainty:uu after:2031-04 airstrike "dam broke" -drill');
  assert.deepEqual(query, {
    words: ['airstrike'],
    phrases: [['dam', 'broke']],
    without: ['drill'],
    filters: { speaker: ['Mara Vell'], certainty: ['Uu'], after: ['2031-04-01'] },
    problems: [],
  });
});

test('a filter given twice holds both values', () => {
  assert.deepEqual(parseSearch('status:disputed status:denied').filters, { status: ['disputed', 'denied'] });
});

test('what makes no sense is named with the way out, and the rest stands', () => {
  const query = parseSearch('after:2031-02-30 certainty:sure sayer:Vell dam');
  assert.deepEqual(query.words, ['dam']);
  assert.deepEqual(query.filters, {});
  assert.equal(query.problems.length, 3);
  assert.match(query.problems[0], /2031-04-02/);
  assert.match(query.problems[1], /CT\+/);
  assert.match(query.problems[2], /speaker/);
});

test('a filter without a value, and words taken from none, are problems; a word before a colon is none', () => {
  for (const query of [
    'speaker: Vell',
    'speaker:',
    'outlet:"" dam',
    'outlet:… dam',
    'after: dam',
    'speaker:Vell -dam',
    '-speaker:Vell dam',
  ]) {
    assert.equal(parseSearch(query).problems.length, 1, query);
  }
  assert.deepEqual(parseSearch('speaker: Vell').words, ['vell']);
  assert.deepEqual(parseSearch('-speaker:Vell dam').filters, {});
  assert.deepEqual(parseSearch('Orlen: dam').words, ['orlen', 'dam']);
});

test('marks of every kind and unclosed ones break nothing', () => {
  assert.deepEqual(parseSearch('“dam broke”').phrases, [['dam', 'broke']]);
  assert.deepEqual(parseSearch('"dam broke').phrases, [['dam', 'broke']]);
  assert.deepEqual(parseSearch('well-known').phrases, [['well', 'known']]);
  for (const odd of ['', '"', '-', ':', 'speaker:', 'a:b:c', '-"x"', '\u0000', '((OR))', 'NEAR(a b)']) parseSearch(odd);
});
