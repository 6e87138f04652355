import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDateline } from './dateline.ts';

function dateline(text: string, published?: string): string | undefined {
  const found = findDateline(text, [{ start: 0, end: text.length }], published);
  if (!found) return undefined;
  const { dateline: line, credit } = found;
  const words = line ? text.slice(line.start, line.end) : '';
  return [words, line?.place ?? '', line?.date ?? '', credit ?? ''].join('|');
}

test('place, date and agency in the forms that agencies use', () => {
  assert.equal(dateline('New York, Dec 27 The group has'), 'New York, Dec 27|New York|XXXX-12-27|');
  assert.equal(dateline('WASHINGTON (AP) — The rain'), 'WASHINGTON (AP) —|WASHINGTON||AP');
  assert.equal(dateline('NAIROBI, Kenya (Reuters) - The rain'), 'NAIROBI, Kenya (Reuters) -|NAIROBI, Kenya||Reuters');
  assert.equal(dateline('BEIRUT, Dec. 27 — “The'), 'BEIRUT, Dec. 27 —|BEIRUT|XXXX-12-27|');
  assert.equal(dateline('London: The rain'), 'London:|London||');
  assert.equal(
    dateline('SANAA/DUBAI, 5 December 2014 (AFP) — The'),
    'SANAA/DUBAI, 5 December 2014 (AFP) —|SANAA/DUBAI|2014-12-05|AFP',
  );
  assert.equal(
    dateline('PORT ELVAN, 12 June 2031 (Coastwire) - The harbour'),
    'PORT ELVAN, 12 June 2031 (Coastwire) -|PORT ELVAN|2031-06-12|',
  );
  assert.equal(dateline('PORT ELVAN, 12 June - The'), 'PORT ELVAN, 12 June -|PORT ELVAN|XXXX-06-12|');
  assert.equal(dateline('(Reuters) - Even here'), '|||Reuters');
});

test('a place that nobody knows and a date, where a sentence begins after them', () => {
  assert.equal(dateline('Vellmouth, March 9 A letter came'), 'Vellmouth, March 9|Vellmouth|XXXX-03-09|');
  assert.equal(dateline('Vellmouth, March 9 Harbour Regatta'), undefined);
  assert.equal(dateline('Regatta On March 9 Will Close the Harbour'), undefined);
});

test('a date without a year takes the last such day before publication', () => {
  assert.equal(dateline('PARIS, Aug 31 — The', '2015-09-01'), 'PARIS, Aug 31 —|PARIS|2015-08-31|');
  assert.equal(dateline('PARIS, Dec 31 — The', '2016-01-01T08:00:00Z'), 'PARIS, Dec 31 —|PARIS|2015-12-31|');
  assert.equal(dateline('SYDNEY, Jan 1 — The', '2015-12-31'), 'SYDNEY, Jan 1 —|SYDNEY|2016-01-01|');
});

test('below a headline and a byline it is found, in prose and labels not', () => {
  const text = 'Rain in Vell\n\nBy Mara Dara\n\nORLEN — The rain stayed.';
  const blocks = [
    { start: 0, end: 12 },
    { start: 14, end: 26 },
    { start: 28, end: text.length },
  ];
  assert.deepEqual(findDateline(text, blocks)?.dateline, { start: 28, end: 35, place: 'ORLEN' });
  for (const prose of [
    'Dara: I will',
    'On Tuesday, March 5 Dara said',
    'In Paris, Dec 27 The',
    'UPDATE — The rain',
    'BREAKING NEWS — STORM HITS VELL',
  ]) {
    assert.equal(dateline(prose), undefined, prose);
  }
});
