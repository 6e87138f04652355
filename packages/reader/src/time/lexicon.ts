/** The words of temporal expressions, in lower case, by what they mean. One entry a line, sorted within its table. */

/** TIMEX3 units of duration. `E` and `C` (decade, century) are counted in years. */
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
  'august',
  'fall',
  'fri',
  'jan',
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

export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ['eight', 8],
  ['eighteen', 18],
  ['eighty', 80],
  ['eleven', 11],
  ['fifteen', 15],
  ['fifty', 50],
  ['five', 5],
  ['forty', 40],
  ['four', 4],
  ['fourteen', 14],
  ['hundred', 100],
  ['nine', 9],
  ['nineteen', 19],
  ['ninety', 90],
  ['one', 1],
  ['seven', 7],
  ['seventeen', 17],
  ['seventy', 70],
  ['six', 6],
  ['sixteen', 16],
  ['sixty', 60],
  ['ten', 10],
  ['thirteen', 13],
  ['thirty', 30],
  ['thousand', 1000],
  ['three', 3],
  ['twelve', 12],
  ['twenty', 20],
  ['two', 2],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['eighteenth', 18],
  ['eighth', 8],
  ['eleventh', 11],
  ['fifteenth', 15],
  ['fifth', 5],
  ['first', 1],
  ['fourteenth', 14],
  ['fourth', 4],
  ['nineteenth', 19],
  ['ninth', 9],
  ['second', 2],
  ['seventeenth', 17],
  ['seventh', 7],
  ['sixteenth', 16],
  ['sixth', 6],
  ['tenth', 10],
  ['third', 3],
  ['thirteenth', 13],
  ['twelfth', 12],
  ['twentieth', 20],
]);

/** "the eighties" */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ['eighties', 8],
  ['fifties', 5],
  ['forties', 4],
  ['nineties', 9],
  ['seventies', 7],
  ['sixties', 6],
  ['thirties', 3],
  ['twenties', 2],
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

/** Where a determiner points: before, at or after the anchor. */
export const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['coming', 1],
  ['current', 0],
  ['following', 1],
  ['last', -1],
  ['latest', 0],
  ['next', 1],
  ['past', -1],
  ['preceding', -1],
  ['previous', -1],
  ['prior', -1],
  ['recent', -1],
  ['same', 0],
  ['that', 0],
  ['this', 0],
  ['upcoming', 1],
]);

/** Time zones that are written after a clock time. */
export const ZONES: ReadonlyMap<string, string> = new Map([
  ['bst', '+01:00'],
  ['cdt', '-05:00'],
  ['cest', '+02:00'],
  ['cet', '+01:00'],
  ['cst', '-06:00'],
  ['ct', ''],
  ['edt', '-04:00'],
  ['eest', '+03:00'],
  ['eet', '+02:00'],
  ['est', '-05:00'],
  ['et', ''],
  ['gmt', 'Z'],
  ['ist', '+05:30'],
  ['jst', '+09:00'],
  ['mdt', '-06:00'],
  ['mst', '-07:00'],
  ['mt', ''],
  ['pdt', '-07:00'],
  ['pst', '-08:00'],
  ['pt', ''],
  ['utc', 'Z'],
]);

/** Holidays: a fixed `month` and `day`, or the `nth` `weekday` of the month (-1 is the last). */
export interface Holiday {
  readonly month: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly nth?: number;
  /** The words that must follow the first, none if it stands alone. */
  readonly rest: readonly string[];
}

/** Holidays by their first word. */
export const HOLIDAYS: ReadonlyMap<string, readonly Holiday[]> = new Map<string, readonly Holiday[]>([
  [
    'christmas',
    [
      { month: 12, day: 24, rest: ['eve'] },
      { month: 12, day: 25, rest: ['day'] },
      { month: 12, day: 25, rest: [] },
    ],
  ],
  ['columbus', [{ month: 10, weekday: 1, nth: 2, rest: ['day'] }]],
  ['election', [{ month: 11, weekday: 2, nth: 1, rest: ['day'] }]],
  ['halloween', [{ month: 10, day: 31, rest: [] }]],
  ['independence', [{ month: 7, day: 4, rest: ['day'] }]],
  ['labor', [{ month: 9, weekday: 1, nth: 1, rest: ['day'] }]],
  ['memorial', [{ month: 5, weekday: 1, nth: -1, rest: ['day'] }]],
  [
    'new',
    [
      { month: 12, day: 31, rest: ['year', "'", 's', 'eve'] },
      { month: 1, day: 1, rest: ['year', "'", 's', 'day'] },
    ],
  ],
  [
    'thanksgiving',
    [
      { month: 11, weekday: 4, nth: 4, rest: ['day'] },
      { month: 11, weekday: 4, nth: 4, rest: [] },
    ],
  ],
  ['valentine', [{ month: 2, day: 14, rest: ["'", 's', 'day'] }]],
  ['veterans', [{ month: 11, day: 11, rest: ['day'] }]],
]);

/** Words that the grammar names one by one. The value says nothing. */
export const FUNCTION_WORDS: ReadonlyMap<string, true> = new Map(
  `a about ad after again ago ahead all almost already am an and any approximately around as at before billion
  beginning between bc by calendar clock effective comparable couple day dozen during each earlier early end entire ended ending eve every few first
  fiscal for from full future half hence hundreds immediate in its just late later least less long m many mid midday middle
  midnight million month months more most near nearly nd no noon o of old olds on once one only or over overnight p part per period
  possible quarter rd roughly s several short since so some soon span st start summer t than the then th these third those through
  till time times to today tomorrow tonight two under until up weekday week when while with within yet yesterday year right start starting`
    .split(/\s+/)
    .map((word): [string, true] => [word, true]),
);
