import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatusEvidence } from './evidence.ts';
import { countings, currentStanding, replayed, tallyOf } from './status-rule.ts';

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
    beside: [],
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

test('who cites an outlet is no origin beside it', () => {
  const first = piece(1, { outlet: 'Harbour Times', speakerId: 7 });
  const cited = piece(2, { articleId: 90, outlet: 'North Star', toldOutlet: 'Harbour Times', speakerId: 8 });
  const citing = piece(2, {
    articleId: 90,
    outlet: 'North Star',
    toldOutlet: 'Lenn Radio',
    speakerId: 9,
    beside: [cited],
  });
  assert.equal(currentStanding([first, { ...cited, beside: [citing] }, citing]).origins, 1);
});

test('two origins that share nothing corroborate', () => {
  const { status, reason } = currentStanding([piece(1, { speakerId: 1 }), piece(2, { speakerId: 2 })]);
  assert.equal(status, 'corroborated');
  assert.match(reason, /2 independent origins/);
});

test('one origin that others could not confirm is unconfirmed', () => {
  assert.equal(currentStanding([piece(1), piece(2, { polarity: 'observing', certainty: 'Uu' })]).status, 'unconfirmed');
});

test('a denial that the reporter holds at a distance disputes nothing', () => {
  const distanced = denial(2, { speakerId: 2, stance: 'distances' });
  assert.equal(currentStanding([piece(1, { speakerId: 1 }), distanced]).status, 'single-origin');
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

/** What each piece counts as, or why it does not and after which other. */
const counted = (pieces: readonly StatusEvidence[]) => {
  const found = countings(pieces);
  return pieces.map(({ assertionId }) => {
    const { as, why, of } = found.get(assertionId) ?? { as: null, why: null, of: null };
    return as ?? (of === null ? why : `${why} ${pieces.indexOf(of)}`);
  });
};

test('each piece says whether it counts, as what, and if not why and what counts in its place', () => {
  const agency = piece(1, { outlet: 'Lenn Press' });
  assert.deepEqual(
    counted([
      agency,
      piece(2, { textOrigin: agency.articleId, outlet: 'Daily Orn' }),
      piece(3, { outlet: 'Lenn Press', speakerId: 4 }),
      piece(4, { toldOutlet: 'lenn press' }),
      piece(5, { certainty: 'PS+', speakerId: 5 }),
      piece(6, { stance: 'distances', speakerId: 5 }),
      denial(7, { speakerId: 6 }),
      denial(8, { speakerId: 6 }),
      denial(9, { certainty: 'PS-' }),
      piece(10, { polarity: 'observing', certainty: 'Uu' }),
    ]),
    [
      'for',
      'same-text 0',
      'same-outlet 0',
      'same-outlet 0',
      'hedged',
      'same-speaker 4',
      'against',
      'same-speaker 6',
      'hedged-denial',
      'no-commitment',
    ],
  );
});

test('what an origin hedged and then says firmly counts as firm alone; what it took back counts no more', () => {
  assert.deepEqual(counted([piece(1, { certainty: 'PS+', speakerId: 1 }), piece(2, { speakerId: 1 })]), [
    'said-firmly 1',
    'for',
  ]);
  assert.deepEqual(counted([piece(1, { speakerId: 1 }), denial(2, { speakerId: 1 })]), ['taken-back 1', 'against']);
});

test('the pieces that count are as many as the figures say', () => {
  let state = 7;
  const below = (most: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  let exact = 0;
  for (let round = 0; round < 2000; round++) {
    const pieces = Array.from({ length: 2 + below(8) }, (_, at) =>
      piece(at + 1, {
        polarity: below(5) === 0 ? 'against' : 'for',
        certainty: below(2) === 0 ? 'CT+' : 'PS+',
        outlet: below(3) === 0 ? null : `outlet ${below(4)}`,
        toldOutlet: below(4) === 0 ? `outlet ${below(4)}` : null,
        speakerId: below(2) === 0 ? 100 + at * 100 + below(2) : below(4),
      }),
    );
    const words = counted(pieces);
    const { tally } = currentStanding(pieces);
    const { firm, everFirm, origins, against } = tallyOf(tally);
    const number = (as: string): number => words.filter((word) => word === as).length;
    const told = JSON.stringify({ pieces, words, tally });
    assert.deepEqual([number('for'), number('against')], [firm, against], told);
    // Where one origin hangs together with several others, the figure is a lower bound.
    const hedged = Math.max(0, origins - everFirm);
    assert.ok(number('hedged') >= hedged, told);
    if (number('hedged') === hedged) exact++;
  }
  assert.ok(exact > 1900, `${exact}`);
});
