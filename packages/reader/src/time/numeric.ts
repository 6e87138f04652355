import { type Atoms, DIGITS, spaced, width, written } from './atoms.ts';
import { dayExists } from './calendar.ts';
import type { Meaning, Phrase } from './meaning.ts';

/** Two digits of a year from here on are of the last century. */
const CENTURY_TURN = 50;

/** A date in numbers alone: "2015-12-27", "2015-12-27T10:30:00Z", "12/27/2015", "27.12.2015", "9/11" */
export function parseNumericDate(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const separator = word[at + 1]!;
  if (spaced(atoms, at + 1) || spaced(atoms, at + 2) || word[at + 2] !== DIGITS) return undefined;
  if (width(atoms, at) > 4 || width(atoms, at + 2) > 2) return undefined;
  const first = Number(written(atoms, at));
  const second = Number(written(atoms, at + 2));
  if (separator === '/' && first === 9 && second === 11 && word[at + 3] !== '/') return day(at + 3, 2001, 9, 11);
  if (word[at + 3] !== separator || word[at + 4] !== DIGITS || spaced(atoms, at + 4)) return undefined;
  if (word[at + 5] === separator && word[at + 6] === DIGITS) return undefined;
  const third = Number(written(atoms, at + 4));
  const thirdWidth = width(atoms, at + 4);
  if ((separator === '-' || separator === '/') && width(atoms, at) === 4 && thirdWidth === 2) {
    const date = day(at + 5, first, second, third);
    return date && withIsoTime(atoms, date);
  }
  const short = thirdWidth === 2 && separator === '/';
  if (width(atoms, at) > 2 || (thirdWidth !== 4 && !short)) return undefined;
  const year = !short ? third : third < CENTURY_TURN ? 2000 + third : 1900 + third;
  if (separator === '.') return day(at + 5, year, second, first);
  if (separator !== '/' && separator !== '-') return undefined;
  // Month first, as in American English, unless only day first makes a date.
  return first > 12 ? day(at + 5, year, second, first) : day(at + 5, year, first, second);
}

function day(end: number, year: number, month: number, dayOfMonth: number): Phrase | undefined {
  if (year < 1000 || year > 2199 || !dayExists(dayOfMonth, month, year)) return undefined;
  return { end, meaning: { kind: 'day', year, month, day: dayOfMonth } };
}

/** "[2015-12-27]T10:30:00Z": ISO 8601 with a time. */
function withIsoTime(atoms: Atoms, date: Phrase): Phrase {
  const { word } = atoms;
  const at = date.end;
  if (
    word[at] !== 't' ||
    spaced(atoms, at) ||
    word[at + 1] !== DIGITS ||
    word[at + 2] !== ':' ||
    word[at + 3] !== DIGITS
  )
    return date;
  const hour = Number(written(atoms, at + 1));
  const minute = Number(written(atoms, at + 3));
  if (hour > 24 || minute > 59) return date;
  let end = at + 4;
  if (word[end] === ':' && word[end + 1] === DIGITS) end += 2;
  const utc = word[end] === 'z' && !spaced(atoms, end);
  const meaning: Meaning = { kind: 'clock', hour, minute, zone: utc ? 'Z' : '', of: date.meaning };
  return { end: utc ? end + 1 : end, meaning };
}
