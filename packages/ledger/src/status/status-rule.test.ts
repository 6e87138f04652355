import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatusEvidence } from './evidence.ts';
import { currentStanding, replayed } from './status-rule.ts';

let serial = 0;
function piece(day: number, fields: Partial<StatusEvidence> = {}): StatusEvidence {
  serial++;
  return {
    assertionId: serial,
    articleId: serial,
    at: `2031-03-${String(day).padStart(2, '0')}T00:00:00Z`,
    polarity: 'for',
    certainty: 'CT+',
    stance: 'acknowledges',
    textOrigin: fields.articleId ?? serial,
    outlet: null,
    toldOutlet: null,
    speakerId: null,
    withdrawnAt: null,
    ...fields,
  };
}
const denial = (day: number, fields: Partial<StatusEvidence> = {}) =>
  piece(day, { polarity: 'against', certainty: 'CT-', ...fields });

test('a rumour that nobody reports firmly is unconfirmed', () => {
  assert.equal(
    currentStanding([piece(1, { certainty: 'PS+' }), piece(2, { stance: 'distances' })]).status,
    'unconfirmed',
  );
});

test('one firm origin stays one however often its text is copied', () => {
  const agency = piece(1, { outlet: 'Lenn Press' });
  const copies = [2, 3, 4].map((day) => piece(day, { textOrigin: agency.articleId, outlet: `Daily ${day}` }));
  assert.deepEqual(currentStanding([agency, ...copies]).status, 'single-origin');
});

test('outlets that heard the same named speaker, or cite the same outlet, are one origin', () => {
  assert.equal(currentStanding([piece(1, { speakerId: 7 }), piece(2, { speakerId: 7 })]).status, 'single-origin');
  const cited = [piece(1, { outlet: 'Harbour Times' }), piece(2, { toldOutlet: 'Harbour Times', speakerId: 9 })];
  assert.equal(currentStanding(cited).origins, 1);
});

test('two origins that share nothing corroborate', () => {
  const { status, reason } = currentStanding([piece(1, { speakerId: 1 }), piece(2, { speakerId: 2 })]);
  assert.equal(status, 'corroborated');
  assert.match(reason, /2 independent origins/);
});

test('one origin that others could not confirm is unconfirmed', () => {
  assert.equal(currentStanding([piece(1), piece(2, { polarity: 'observing', certainty: 'Uu' })]).status, 'unconfirmed');
});

test('a denial disputes what is reported firmly and denies what is only floated', () => {
  assert.equal(currentStanding([piece(1, { speakerId: 1 }), denial(2, { speakerId: 2 })]).status, 'disputed');
  assert.equal(currentStanding([piece(1, { certainty: 'PS+' }), denial(2, { speakerId: 2 })]).status, 'denied');
});

test('who reported it and later says the opposite has taken it back', () => {
  assert.equal(currentStanding([piece(1, { speakerId: 1 }), denial(2, { speakerId: 1 })]).status, 'retracted');
  const other = piece(1, { speakerId: 3 });
  assert.equal(currentStanding([piece(1, { speakerId: 1 }), other, denial(2, { speakerId: 1 })]).status, 'disputed');
});

test('an article that gives both sides takes nothing back', () => {
  const both = piece(1, { articleId: 900, outlet: 'Harbour Times' });
  assert.equal(currentStanding([both, denial(1, { articleId: 900, outlet: 'Harbour Times' })]).status, 'disputed');
});

test('a revision that no longer says it withdraws it', () => {
  assert.equal(currentStanding([piece(1, { withdrawnAt: '2031-03-04T00:00:00Z' })]).status, 'retracted');
});

test('the history gives each change with its time and the assertion that made it, in whatever order evidence came', () => {
  const first = piece(1, { certainty: 'PS+' });
  const second = piece(2, { speakerId: 1 });
  const third = denial(3, { speakerId: 2 });
  assert.deepEqual(
    replayed([third, first, second]).changes.map(({ status, assertionId }) => [status, assertionId]),
    [
      ['unconfirmed', first.assertionId],
      ['single-origin', second.assertionId],
      ['disputed', third.assertionId],
    ],
  );
});

test('an article that reports it and says that nobody could confirm it changes the status once', () => {
  const report = piece(1, { articleId: 800 });
  const doubt = piece(1, { articleId: 800, polarity: 'observing', certainty: 'Uu' });
  assert.deepEqual(
    replayed([report, doubt]).changes.map(({ status }) => status),
    ['unconfirmed'],
  );
});
