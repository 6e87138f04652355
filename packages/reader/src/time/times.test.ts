import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findTimes } from './times.ts';

/** Sunday. */
const published = '2015-12-27';

/** Each expression as words and value, with its mod. */
function read(text: string, anchor: { published?: string; dateline?: string } = { published }): string[] {
  return findTimes(text, anchor).map(
    ({ start, end, value, mod }) => `${text.slice(start, end)}=${value}${mod === undefined ? '' : ` ${mod}`}`,
  );
}

describe('dates of the calendar', () => {
  it('reads every common order of day, month and year', () => {
    assert.deepEqual(
      read('Filed Dec. 27, 2015; 27 December 2015; the 12/27/2015 issue; 2015-12-27; Tuesday, March 3, 2015.'),
      [
        'Dec. 27, 2015=2015-12-27',
        '27 December 2015=2015-12-27',
        '12/27/2015=2015-12-27',
        '2015-12-27=2015-12-27',
        'Tuesday, March 3, 2015=2015-03-03',
      ],
    );
  });

  it('gives a day without a year the nearest one, and keeps it open where nothing anchors it', () => {
    assert.deepEqual(read('The mill burned on Dec 20.'), ['Dec 20=2015-12-20']);
    assert.deepEqual(read('The mill will reopen on January 4.'), ['January 4=2016-01-04']);
    assert.deepEqual(read('The mill burned on Dec 27.', {}), ['Dec 27=XXXX-12-27']);
  });

  it('counts from the dateline where the day of publication is unknown', () => {
    assert.deepEqual(read('He arrived yesterday.', { dateline: '2015-12-27' }), ['yesterday=2015-12-26']);
  });

  it('reads years, decades and centuries', () => {
    assert.deepEqual(read('In 1998, through the 1990s and the early 1980s to the 19th century.'), [
      '1998=1998',
      'the 1990s=199',
      'the early 1980s=198 START',
      'the 19th century=18',
    ]);
  });

  it("reads the dates of today's pages", () => {
    assert.deepEqual(read('27.12.2015, 2015-12-27T10:30:00Z, Q3 2015, FY2016, 27/12/2015, after 9/11'), [
      '27.12.2015=2015-12-27',
      '2015-12-27T10:30:00Z=2015-12-27T10:30Z',
      'Q3 2015=2015-Q3',
      'FY2016=2016',
      '27/12/2015=2015-12-27',
      '9/11=2001-09-11',
    ]);
  });

  it('reads both ends of a range', () => {
    assert.deepEqual(read('From 2010 to 2015, on Jan. 3-5, 2015, and from May 5 to 7 the mill stood still.'), [
      '2010=2010',
      '2015=2015',
      'Jan. 3=2015-01-03',
      '5, 2015=2015-01-05',
      'May 5=2015-05-05',
      '7=2015-05-07',
    ]);
  });

  it('finds holidays in the year they fall', () => {
    assert.deepEqual(read('It closed on Thanksgiving and on Christmas Eve.'), [
      'Thanksgiving=2015-11-26',
      'Christmas Eve=2015-12-24',
    ]);
  });
});

describe('words that only look like times', () => {
  it('tells the age of a person from a decade', () => {
    assert.deepEqual(read('He is in his late 20s and sings songs of the 20s.'), ['the 20s=192']);
  });

  it('leaves the Now that opens a remark, and titles', () => {
    assert.deepEqual(read('Now, that was unwise. They saw High Noon.'), []);
  });

  it('tells May the month from the modal and the name', () => {
    assert.deepEqual(read('It is his first message since May.'), ['May=2015-05']);
    assert.deepEqual(read('May he rest. Theresa May may resign, and they may march. April Jones met June Hale.'), []);
  });

  it('leaves names alone', () => {
    assert.deepEqual(read('She told the Daily Lantern, on "This Week" and in the March on Ashfield.'), []);
    assert.deepEqual(read('The Sunday Lantern and the Sunday Times had it on the Tuesday March 3, 2015.'), [
      'Tuesday March 3, 2015=2015-03-03',
    ]);
  });

  it('leaves ages, prices and numbers alone', () => {
    assert.deepEqual(
      read(
        'The 44-year-old man, 52 years old, paid $1,998 for # years and 2000.5 litres in a fall. They lost 3:02; call 555-2015.',
      ),
      [],
    );
  });
});

describe('relative dates', () => {
  it('reads a bare weekday as past unless a verb looks ahead', () => {
    assert.deepEqual(read('Police said Tuesday the road was closed.'), ['Tuesday=2015-12-22']);
    assert.deepEqual(read('The council will vote on Tuesday.'), ['Tuesday=2015-12-29']);
    assert.deepEqual(read('The council will vote this Tuesday.'), ['this Tuesday=2015-12-29']);
  });

  it('looks ahead to what is scheduled, or put off in the past', () => {
    assert.deepEqual(read('The two meet Tuesday.'), ['Tuesday=2015-12-29']);
    assert.deepEqual(read('The deadline is Tuesday. She wants to leave on Friday, ahead of Monday’s talks.'), [
      'Tuesday=2015-12-29',
      'Friday=2016-01-01',
      'Monday=2015-12-28',
    ]);
    assert.deepEqual(read('In the vote Tuesday she lost.'), ['Tuesday=2015-12-22']);
    assert.deepEqual(read('The plan was approved Tuesday.'), ['Tuesday=2015-12-22']);
    assert.deepEqual(read('They can leave, a judge ruled Tuesday.'), ['Tuesday=2015-12-22']);
    assert.deepEqual(read('The court extended the deadline until 9 a.m. Tuesday.'), [
      '9 a.m. Tuesday=2015-12-29T09:00',
    ]);
  });

  it('hears the verb inside a quotation only there', () => {
    assert.deepEqual(read('She laughed and said: “They will meet on Tuesday.” He had left on Monday.'), [
      'Tuesday=2015-12-29',
      'Monday=2015-12-21',
    ]);
  });

  it('counts calendar units from the anchor', () => {
    assert.deepEqual(read('last week, this month, next year, last summer, a year ago, three months ago'), [
      'last week=2015-W51',
      'this month=2015-12',
      'next year=2016',
      'last summer=2015-SU',
      'a year ago=2014',
      'three months ago=2015-09',
    ]);
  });

  it('counts "later" and "that day" from the date mentioned last', () => {
    assert.deepEqual(
      read(
        'She was born on March 3, 1970. Two weeks later they moved; the next day it rained; the following year they left.',
      ),
      ['March 3, 1970=1970-03-03', 'Two weeks later=1970-03-17', 'the next day=1970-03-18', 'the following year=1971'],
    );
  });

  it('keeps to the calendar at the ends of years and months', () => {
    assert.deepEqual(read('this week', { published: '2016-01-01' }), ['this week=2015-W53']);
    assert.deepEqual(read('On March 31, 2015 it opened; a month earlier it was a field.'), [
      'March 31, 2015=2015-03-31',
      'a month earlier=2015-02-28',
    ]);
    assert.deepEqual(read('Election Day', { published: '2016-10-01' }), ['Election Day=2016-11-08']);
  });

  it('reads a fiscal quarter and compares with the one a year before', () => {
    assert.deepEqual(read('Third-quarter profit rose from a year earlier.'), [
      'Third-quarter=2015-Q3',
      'a year earlier=2014-Q3',
    ]);
  });

  it('tells a season gone from one to come', () => {
    const anchor = { published: '2016-03-01' };
    assert.deepEqual(read('The mill closed over the summer and will open in the summer.', anchor), [
      'the summer=2015-SU',
      'the summer=2016-SU',
    ]);
  });

  it('takes the last part of a period for none before the anchor', () => {
    assert.deepEqual(read('In the last quarter of 2012, not on the last day of the trial.'), [
      'the last quarter of 2012=2012-Q4',
    ]);
  });

  it('keeps to the quarter reported while those beside it are named', () => {
    assert.deepEqual(
      read(
        'Third-quarter profit rose after a flat second quarter. In the latest quarter sales doubled from a year earlier.',
      ),
      ['Third-quarter=2015-Q3', 'second quarter=2015-Q2', 'the latest quarter=2015-Q3', 'a year earlier=2014-Q3'],
    );
  });

  it('counts from the date mentioned where nothing else follows', () => {
    assert.deepEqual(read('Sales were 5 million in 1998, up from 4 million the year before.'), [
      '1998=1998',
      'the year before=1997',
    ]);
    assert.deepEqual(read('She left the year before the mill closed.'), []);
  });

  it('points to past, present and future without a calendar', () => {
    assert.deepEqual(read('Currently and recently they live in the future, now.'), [
      'Currently=PRESENT_REF',
      'recently=PAST_REF',
      'the future=FUTURE_REF',
      'now=PRESENT_REF',
    ]);
  });
});

describe('times of day', () => {
  it('joins a clock time with its zone and day', () => {
    assert.deepEqual(read('It airs at 10 p.m. ET Friday, at 17:30 GMT today and at 9:30 Saturday night.'), [
      '10 p.m. ET Friday=2015-12-25T22:00',
      '17:30 GMT today=2015-12-27T17:30',
      '9:30 Saturday night=2015-12-26T21:30',
    ]);
  });

  it('reads parts of the day', () => {
    assert.deepEqual(read('Friday morning, last night, yesterday afternoon'), [
      'Friday morning=2015-12-25TMO',
      'last night=2015-12-26TNI',
      'yesterday afternoon=2015-12-26TAF',
    ]);
  });
});

describe('durations and sets', () => {
  it('reads lengths of time with their bounds', () => {
    assert.deepEqual(
      read('In the 24-minute recording, after more than two years and the last few days, 2 1/2 years on.'),
      ['24-minute=PT24M', 'more than two years=P2Y MORE_THAN', 'the last few days=PXD', '2 1/2 years=P2Y6M'],
    );
  });

  it('reads what recurs', () => {
    assert.deepEqual(
      findTimes('Every Friday, annually, every two weeks', { published }).map(({ type, value }) => `${type} ${value}`),
      ['SET XXXX-WXX-5', 'SET P1Y', 'SET P2W'],
    );
  });
});

describe('compound lengths', () => {
  it('reads how long something lasts from its adjective', () => {
    assert.deepEqual(read('A decades-long feud, a yearlong strike, a day-long meeting, a three-year-long drought.'), [
      'decades-long=PXY',
      'yearlong=P1Y',
      'day-long=P1D',
      'three-year-long=P3Y',
    ]);
  });

  it('reads halves, others and couples', () => {
    assert.deepEqual(
      read('A two-and-a-half-hour talk, an hour and a half of questions, another year, the past couple of weeks.'),
      ['two-and-a-half-hour=PT2H30M', 'an hour and a half=PT1H30M', 'another year=P1Y', 'the past couple of weeks=P2W'],
    );
  });

  it('keeps an amount open that no number gives', () => {
    assert.deepEqual(read('The worst flood in decades will end within days.'), ['decades=PXY', 'days=PXD']);
  });
});

describe('rates and open amounts', () => {
  it('tells a rate from a length of time', () => {
    assert.deepEqual(
      findTimes('It costs $2 million a year and ran for a year.', { published }).map(
        ({ type, value }) => `${type} ${value}`,
      ),
      ['SET P1Y', 'DURATION P1Y'],
    );
  });

  it('keeps an amount open that the words leave open', () => {
    assert.deepEqual(read('It took two to three weeks, then several months.'), [
      'two to three weeks=PXW',
      'several months=PXM',
    ]);
  });
});

describe('any input', () => {
  it('keeps UTF-16 offsets past emoji and odd spaces', () => {
    const text = '🕊️ On\u00a0Tuesday 🕊️ and\n\n\n2014.';
    assert.deepEqual(read(text), ['Tuesday=2015-12-22', '2014=2014']);
  });

  it('counts further back than calendars go', () => {
    assert.deepEqual(read('It was built 4,000 years ago, not 1,000,000,000 days ago.'), [
      '4,000 years ago=BC1986',
      '1,000,000,000 days ago=XXXX-XX-XX',
    ]);
    assert.deepEqual(read('It opened last year.', { published: '0001-01-01T00:00:00Z' }), ['last year=XXXX']);
  });

  it('reads a hundred thousand words that each await the next', () => {
    assert.deepEqual(read(`${'another '.repeat(100_000)}year`), ['another year=P1Y']);
  });

  it('makes no day that the calendar lacks', () => {
    assert.deepEqual(read('99/99/9999 and 2/30/2015 and Feb. 31 at 99:99 on 30 February'), [
      'Feb.=2016-02',
      'February=2016-02',
    ]);
    assert.deepEqual(read('He was born on Feb. 29.'), ['Feb. 29=2016-02-29']);
  });
});
