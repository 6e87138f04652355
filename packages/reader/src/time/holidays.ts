import { addDays, type Day, daysIn, weekdayOf } from './calendar.ts';

/** A holiday: a fixed `day` of the month, or the `nth` `weekday` of it (-1 is the last) and `days` more. */
export interface Holiday {
  readonly month: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly nth?: number;
  readonly days?: number;
}

/** Holidays by their words. Of those that begin alike the longest comes first. */
const HOLIDAY_LIST: readonly (readonly [words: string, rule: Holiday])[] = [
  ['christmas day', { month: 12, day: 25 }],
  ['christmas eve', { month: 12, day: 24 }],
  ['christmas', { month: 12, day: 25 }],
  ['columbus day', { month: 10, weekday: 1, nth: 2 }],
  ['election day', { month: 11, weekday: 1, nth: 1, days: 1 }],
  ['halloween', { month: 10, day: 31 }],
  ['independence day', { month: 7, day: 4 }],
  ['labor day', { month: 9, weekday: 1, nth: 1 }],
  ['memorial day', { month: 5, weekday: 1, nth: -1 }],
  ["new year ' s day", { month: 1, day: 1 }],
  ["new year ' s eve", { month: 12, day: 31 }],
  ['thanksgiving day', { month: 11, weekday: 4, nth: 4 }],
  ['thanksgiving', { month: 11, weekday: 4, nth: 4 }],
  ["valentine ' s day", { month: 2, day: 14 }],
  ['veterans day', { month: 11, day: 11 }],
];

/** Holidays by their first word: the words after it and the rule. */
export const HOLIDAYS: ReadonlyMap<string, readonly { rest: readonly string[]; rule: Holiday }[]> = Map.groupBy(
  HOLIDAY_LIST.map(([words, rule]) => {
    const [first = '', ...rest] = words.split(' ');
    return { first, rest, rule };
  }),
  ({ first }) => first,
);

/** The words of holidays, apostrophes among them. */
export const HOLIDAY_WORDS: readonly string[] = HOLIDAY_LIST.flatMap(([words]) => words.split(' '));

/** The day of a holiday in a year. */
export function holidayOf(year: number, { month, day, weekday = 1, nth = 1, days = 0 }: Holiday): Day {
  if (day !== undefined) return { year, month, day };
  if (nth === -1) {
    const last = { year, month, day: daysIn(year, month) };
    return addDays(last, days - ((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = { year, month, day: 1 };
  return addDays(first, days + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}
