/** The words of temporal expressions, in lower case, by what they mean. One entry a line, sorted within its table. */

import type { Base } from './meaning.ts';

/** Units of time. TIMEX3 has letters for them from the second to the year; decades and centuries count in years. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

export interface UnitWord {
  readonly unit: Unit;
  readonly plural: boolean;
  /** How many units one of these is: a fortnight is two weeks. */
  readonly count: number;
}

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ['apr', 4],
  ['april', 4],
  ['aug', 8],
  ['august', 8],
  ['dec', 12],
  ['december', 12],
  ['feb', 2],
  ['february', 2],
  ['jan', 1],
  ['january', 1],
  ['jul', 7],
  ['july', 7],
  ['jun', 6],
  ['june', 6],
  ['mar', 3],
  ['march', 3],
  ['may', 5],
  ['nov', 11],
  ['november', 11],
  ['oct', 10],
  ['october', 10],
  ['sep', 9],
  ['sept', 9],
  ['september', 9],
]);

/** ISO weekdays: 1 is Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['fri', 5],
  ['friday', 5],
  ['fridays', 5],
  ['mon', 1],
  ['monday', 1],
  ['mondays', 1],
  ['sat', 6],
  ['saturday', 6],
  ['saturdays', 6],
  ['sun', 7],
  ['sunday', 7],
  ['sundays', 7],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['thursday', 4],
  ['thursdays', 4],
  ['tue', 2],
  ['tues', 2],
  ['tuesday', 2],
  ['tuesdays', 2],
  ['wed', 3],
  ['wednesday', 3],
  ['wednesdays', 3],
]);

/** Names of months, weekdays and seasons that are also common words or names: alone, they need evidence. */
export const AMBIGUOUS: ReadonlySet<string> = new Set([
  'april',
  'august',
  'fall',
  'fri',
  'jan',
  'june',
  'mar',
  'march',
  'may',
  'mon',
  'sat',
  'spring',
  'sun',
  'thu',
  'wed',
]);

export const SEASONS: ReadonlyMap<string, string> = new Map([
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['summers', 'SU'],
  ['summertime', 'SU'],
  ['winter', 'WI'],
  ['winters', 'WI'],
  ['wintertime', 'WI'],
]);

/** TIMEX3 parts of the day. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['afternoon', 'AF'],
  ['daytime', 'DT'],
  ['evening', 'EV'],
  ['midmorning', 'MO'],
  ['morning', 'MO'],
  ['night', 'NI'],
]);

export const UNITS: ReadonlyMap<string, UnitWord> = new Map([
  ['centuries', { unit: 'century', plural: true, count: 1 }],
  ['century', { unit: 'century', plural: false, count: 1 }],
  ['day', { unit: 'day', plural: false, count: 1 }],
  ['days', { unit: 'day', plural: true, count: 1 }],
  ['decade', { unit: 'decade', plural: false, count: 1 }],
  ['decades', { unit: 'decade', plural: true, count: 1 }],
  ['fortnight', { unit: 'week', plural: false, count: 2 }],
  ['fortnights', { unit: 'week', plural: true, count: 2 }],
  ['hour', { unit: 'hour', plural: false, count: 1 }],
  ['hours', { unit: 'hour', plural: true, count: 1 }],
  ['hr', { unit: 'hour', plural: false, count: 1 }],
  ['hrs', { unit: 'hour', plural: true, count: 1 }],
  ['millennia', { unit: 'century', plural: true, count: 10 }],
  ['millennium', { unit: 'century', plural: false, count: 10 }],
  ['min', { unit: 'minute', plural: false, count: 1 }],
  ['mins', { unit: 'minute', plural: true, count: 1 }],
  ['minute', { unit: 'minute', plural: false, count: 1 }],
  ['minutes', { unit: 'minute', plural: true, count: 1 }],
  ['month', { unit: 'month', plural: false, count: 1 }],
  ['months', { unit: 'month', plural: true, count: 1 }],
  ['quarter', { unit: 'quarter', plural: false, count: 1 }],
  ['quarters', { unit: 'quarter', plural: true, count: 1 }],
  ['second', { unit: 'second', plural: false, count: 1 }],
  ['seconds', { unit: 'second', plural: true, count: 1 }],
  ['week', { unit: 'week', plural: false, count: 1 }],
  ['weekend', { unit: 'weekend', plural: false, count: 1 }],
  ['weekends', { unit: 'weekend', plural: true, count: 1 }],
  ['weeks', { unit: 'week', plural: true, count: 1 }],
  ['year', { unit: 'year', plural: false, count: 1 }],
  ['years', { unit: 'year', plural: true, count: 1 }],
]);

/** Adjectives for what lasts a unit of time. */
export const LONG: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['daylong', 'day'],
  ['hourlong', 'hour'],
  ['monthlong', 'month'],
  ['weeklong', 'week'],
  ['yearlong', 'year'],
]);

/** Adverbs and adjectives of recurrence, with the period that they repeat by. */
export const FREQUENCIES: ReadonlyMap<string, string> = new Map([
  ['annually', 'P1Y'],
  ['biennial', 'P2Y'],
  ['biweekly', 'P2W'],
  ['daily', 'P1D'],
  ['fortnightly', 'P2W'],
  ['hourly', 'PT1H'],
  ['monthly', 'P1M'],
  ['nightly', 'P1D'],
  ['weekly', 'P1W'],
  ['yearly', 'P1Y'],
]);

/** Single words that point to the past, the present or the future without a calendar. */
export const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['current', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['lately', 'PAST_REF'],
  ['now', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
]);

/** A word that picks a period by its place. */
export interface Determiner {
  readonly word: string;
  /** Before, at or after the base: -1, 0, 1. */
  readonly shift: number;
  readonly base: Base;
  /** Whether it picks "period" as well: "the latest period". */
  readonly periods?: true;
}

const DETERMINER_LIST: readonly Determiner[] = [
  { word: 'coming', shift: 1, base: 'anchor' },
  { word: 'current', shift: 0, base: 'anchor' },
  { word: 'following', shift: 1, base: 'mention' },
  { word: 'last', shift: -1, base: 'anchor' },
  { word: 'latest', shift: 0, base: 'mention', periods: true },
  { word: 'next', shift: 1, base: 'anchor' },
  { word: 'past', shift: -1, base: 'anchor' },
  { word: 'preceding', shift: -1, base: 'mention' },
  { word: 'previous', shift: -1, base: 'mention', periods: true },
  { word: 'prior', shift: -1, base: 'mention' },
  { word: 'recent', shift: -1, base: 'anchor' },
  { word: 'same', shift: 0, base: 'mention', periods: true },
  { word: 'that', shift: 0, base: 'mention' },
  { word: 'this', shift: 0, base: 'anchor' },
  { word: 'upcoming', shift: 1, base: 'anchor' },
];

export const DETERMINERS: ReadonlyMap<string, Determiner> = new Map(
  DETERMINER_LIST.map((determiner) => [determiner.word, determiner]),
);

/** Days by their distance from the anchor. */
export const DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
]);

/** Time zones after a clock time. */
export const ZONES: ReadonlySet<string> = new Set([
  'bst',
  'cdt',
  'central',
  'cest',
  'cet',
  'cst',
  'ct',
  'eastern',
  'edt',
  'eest',
  'eet',
  'est',
  'et',
  'gmt',
  'ist',
  'jst',
  'mdt',
  'mountain',
  'mst',
  'mt',
  'pacific',
  'pdt',
  'pst',
  'pt',
  'utc',
]);
