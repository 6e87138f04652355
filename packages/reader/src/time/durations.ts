import type { Unit } from './lexicon.ts';

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
