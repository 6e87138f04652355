import { type Day, weekOf } from './calendar.ts';
import type { Unit } from './lexicon.ts';
import type { Dated } from './meaning.ts';

/** A period of the calendar: a day in it, and how long it is. */
export interface Period {
  day: Day;
  unit: Unit;
}

/** The TIMEX3 value of a period: "2015-12-27", "2015-W52", "2015-Q4", "201". */
export function periodValue({ day, unit }: Period): string {
  switch (unit) {
    case 'week':
    case 'weekend': {
      const { year, week } = weekOf(day);
      return `${four(year)}-W${two(week)}${unit === 'weekend' ? '-WE' : ''}`;
    }
    case 'month':
      return `${four(day.year)}-${two(day.month)}`;
    case 'quarter':
      return `${four(day.year)}-Q${Math.ceil(day.month / 3)}`;
    case 'year':
      return four(day.year);
    case 'decade':
      return four(day.year).slice(0, 3);
    case 'century':
      return four(day.year).slice(0, 2);
    default:
      return `${four(day.year)}-${two(day.month)}-${two(day.day)}`;
  }
}

/** The value of a date whose year no one knows. */
export function openValue(meaning: Dated): string {
  switch (meaning.kind) {
    case 'day':
      return `XXXX-${two(meaning.month)}-${two(meaning.day)}`;
    case 'month':
      return `XXXX-${two(meaning.month)}`;
    case 'weekday':
      return `XXXX-WXX-${meaning.weekday}`;
    case 'season':
      return `XXXX-${meaning.season}`;
    case 'week':
      return 'XXXX-WXX';
    case 'quarter':
      return `XXXX-Q${meaning.quarter || 'X'}`;
    case 'half':
      return `XXXX-H${meaning.half}`;
    case 'holiday': {
      const { month, day } = meaning.rule;
      return `XXXX-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
    }
    case 'unit':
    case 'distance':
      return OPEN_UNITS[meaning.unit];
  }
}

const OPEN_UNITS: Readonly<Record<Unit, string>> = {
  second: 'XXXX-XX-XX',
  minute: 'XXXX-XX-XX',
  hour: 'XXXX-XX-XX',
  day: 'XXXX-XX-XX',
  weekend: 'XXXX-WXX-WE',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};

/** How a unit is written in an ISO 8601 duration: its letter, and how many of the letter's unit it is. */
const LETTERS: Readonly<Record<Unit, readonly [prefix: string, letter: string, count: number]>> = {
  second: ['PT', 'S', 1],
  minute: ['PT', 'M', 1],
  hour: ['PT', 'H', 1],
  day: ['P', 'D', 1],
  weekend: ['P', 'WE', 1],
  week: ['P', 'W', 1],
  month: ['P', 'M', 1],
  quarter: ['P', 'Q', 1],
  year: ['P', 'Y', 1],
  decade: ['P', 'Y', 10],
  century: ['P', 'Y', 100],
};

/** Years that half a unit is written in instead: half a year is six months. */
const HALVES: ReadonlyMap<Unit, readonly [Unit, number]> = new Map<Unit, readonly [Unit, number]>([
  ['year', ['month', 12]],
  ['hour', ['minute', 60]],
  ['minute', ['second', 60]],
  ['day', ['hour', 24]],
]);

/** A TIMEX3 duration: `PT24M`, `P2Y6M`, `PXD` where the amount is null. */
export function durationValue(amount: number | null, unit: Unit): string {
  const [prefix, letter, count] = LETTERS[unit];
  if (amount === null) return `${prefix}X${letter}`;
  const total = amount * count;
  const whole = Math.floor(total);
  const part = HALVES.get(unit);
  if (whole === total || !part) return `${prefix}${total}${letter}`;
  const rest = Math.round((total - whole) * part[1]);
  const [restPrefix, restLetter] = LETTERS[part[0]];
  const head = whole === 0 ? restPrefix : `${prefix}${whole}${letter}${prefix === restPrefix ? '' : 'T'}`;
  return `${head}${rest}${restLetter}`;
}

/** A number in two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A year in four digits, years before the first as TIMEX3 writes them: `BC0044`. */
export function four(value: number): string {
  return value > 0 ? String(value).padStart(4, '0') : `BC${String(1 - value).padStart(4, '0')}`;
}
