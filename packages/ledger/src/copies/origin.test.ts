import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClusterMember, chooseOrigin } from './origin.ts';

const member = (id: number, fields: Partial<ClusterMember> = {}): ClusterMember => ({
  id,
  outlet: null,
  published: null,
  words: 300,
  wire: null,
  credits: [],
  ...fields,
});

test('the outlet that the others credit is the origin, though it came in later', () => {
  const origin = chooseOrigin([
    member(1, { outlet: 'Lenn Tide', published: '2031-04-02T08:00:00.000Z', credits: ['Northern Herald'] }),
    member(2, { outlet: 'The Northern Herald', published: '2031-04-02T09:00:00.000Z' }),
  ]);
  assert.deepEqual(origin, { id: 2, reason: 'other copies credit The Northern Herald, whose article it is' });
});

test('an article that carries an agency credit goes before one without, and the fullest before a cut one', () => {
  const origin = chooseOrigin([
    member(1),
    member(2, { wire: 'AP', words: 150 }),
    member(3, { wire: 'AP', words: 280 }),
  ]);
  assert.deepEqual(origin, { id: 3, reason: 'it carries the credit of the agency AP' });
});

test('where nothing is credited the one published first is the origin', () => {
  const origin = chooseOrigin([
    member(1, { published: '2031-04-03T00:00:00.000Z', words: 500 }),
    member(2, { published: '2031-04-02T21:10:00.000Z' }),
  ]);
  assert.deepEqual(origin, { id: 2, reason: 'it was published first, on 2031-04-02 at 21:10 UTC' });
});

test('where there are no dates, or one for all, the fullest text is the origin', () => {
  assert.equal(chooseOrigin([member(1, { words: 120 }), member(2), member(3, { words: 90 })]).id, 2);
  const day = '2031-04-02T00:00:00.000Z';
  const origin = chooseOrigin([member(1, { words: 120, published: day }), member(2, { published: day })]);
  assert.deepEqual(origin, { id: 2, reason: 'it has the fullest text, of which the others are a part' });
});

test('of equal texts the first to come in is the origin, in whatever order they are looked at', () => {
  const members = [member(4), member(2), member(3)];
  assert.equal(chooseOrigin(members).id, 2);
  assert.deepEqual(chooseOrigin(members.toReversed()), chooseOrigin(members));
});
