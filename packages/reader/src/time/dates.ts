import { type Atoms, DIGITS, isApostrophe, isCapitalized, spaced, width, written } from './atoms.ts';
import { dayExists } from './calendar.ts';
import { TEMPORAL_PREPOSITIONS } from './function-words.ts';
import { HOLIDAYS } from './holidays.ts';
import { AMBIGUOUS, MONTHS, SEASONS, WEEKDAYS } from './lexicon.ts';
import type { Parsed, Phrase } from './meaning.ts';
import { continuesNumber, parseOrdinal } from './numbers.ts';
import { parseNumericDate } from './numeric.ts';
import { parseEra, parseYearAfter } from './years.ts';

/** A date of the calendar: "Dec. 27, 2015", "27 December", "2015-12-27", "Tuesday", "the 1990s", "May". */
export function parseDate(atoms: Atoms, at: number): Phrase | undefined {
  const word = atoms.word[at]!;
  if (word === DIGITS) return parseNumericDate(atoms, at) ?? parseDayMonth(atoms, at) ?? parseEra(atoms, at);
  if (MONTHS.has(word)) return parseMonthFirst(atoms, at);
  if (WEEKDAYS.has(word)) return parseWeekday(atoms, at);
  if (SEASONS.has(word)) return parseSeason(atoms, at);
  if (HOLIDAYS.has(word)) return parseHoliday(atoms, at);
  return parseEra(atoms, at);
}

/** The day that ends a range begun by another: "[Jan. 3-]5", "[from May 5 to ]7", "[Dec. 5 and ]6,". */
export function parseRangeEnd(atoms: Atoms, at: number, month: number, day: number, year?: number): Phrase | undefined {
  const { word } = atoms;
  const joint = word[at];
  if (joint !== '-' && joint !== '–' && joint !== 'to' && joint !== 'and') return undefined;
  const last = parseDayOfMonth(atoms, at + 1);
  if (!last || last.value <= day || !dayExists(last.value, month, year)) return undefined;
  const after = word[last.end];
  const counts = after === '' || after === undefined || after === DIGITS || after === '-' || MONTHS.has(after);
  if (counts || spaced(atoms, at) !== spaced(atoms, at + 1)) return undefined;
  const named = parseYearAfter(atoms, last.end)?.value.year ?? year;
  const end = parseYearAfter(atoms, last.end)?.end ?? last.end;
  return { end, meaning: { kind: 'day', month, day: last.value, ...(named === undefined ? {} : { year: named }) } };
}

/** "27 December 2015", "the 27th of December" */
function parseDayMonth(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const day = parseDayOfMonth(atoms, at);
  if (!day) return undefined;
  const monthAt = word[day.end] === 'of' ? day.end + 1 : day.end;
  const month = MONTHS.get(word[monthAt] ?? '');
  if (month === undefined || !isCapitalized(atoms, monthAt)) return undefined;
  return withYear(atoms, afterAbbreviation(atoms, monthAt), month, day.value);
}

/** "Dec. 27, 2015", "December 2015", "December last year", "December" */
function parseMonthFirst(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const month = MONTHS.get(word[at]!)!;
  const next = afterAbbreviation(atoms, at);
  const certain = isCapitalized(atoms, at) || !AMBIGUOUS.has(word[at]!);
  const dayAt = word[next] === 'the' ? next + 1 : next;
  const day = certain && (word[dayAt] === DIGITS || dayAt > next) ? parseDayOfMonth(atoms, dayAt) : undefined;
  const date = day && withYear(atoms, day.end, month, day.value);
  if (date) return date;
  const year = isCapitalized(atoms, at) ? parseYearAfter(atoms, next) : undefined;
  if (year) return { end: year.end, meaning: { kind: 'month', month, ...year.value } };
  return isMonthAlone(atoms, at, next) ? { end: next, meaning: { kind: 'month', month } } : undefined;
}

/** Whether a month's name without day or year is one: "May" and "March" have other uses, "Jan" is a name. */
function isMonthAlone(atoms: Atoms, at: number, end: number): boolean {
  const { word } = atoms;
  const name = word[at]!;
  const led = TEMPORAL_PREPOSITIONS.has(word[at - 1] ?? '');
  if (!AMBIGUOUS.has(name)) return led || name.length > 3 || end > at + 1;
  if (!isCapitalized(atoms, at)) return false;
  const nameFollows = word[end] === '' && isCapitalized(atoms, end);
  const rare = name === 'may' || name.length === 3;
  if (led) return !rare || !nameFollows || !spaced(atoms, end);
  if (rare) return false;
  if (word[end] === 'of' || word[end] === 'for' || word[end] === 'on') return false;
  return !nameFollows && !(word[at - 1] === '' && isCapitalized(atoms, at - 1));
}

/** "Tuesday", "Tuesday, March 3, 2015", "Fridays". "Sat" and "Sun" need a date after them. */
function parseWeekday(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const name = word[at]!;
  const next = afterAbbreviation(atoms, at);
  const dateAt = word[next] === ',' ? next + 1 : next;
  const dated = MONTHS.has(word[dateAt] ?? '') || word[dateAt] === DIGITS ? parseDate(atoms, dateAt) : undefined;
  if (dated?.meaning.kind === 'day') return dated;
  if (!isCapitalized(atoms, at)) return undefined;
  // "the Sunday Lantern"
  if (word[at - 1] === 'the' && next < atoms.count && isCapitalized(atoms, next) && !MONTHS.has(word[next]!))
    return undefined;
  const weekday = WEEKDAYS.get(name)!;
  if (name.endsWith('days'))
    return { end: next, meaning: { kind: 'literal', type: 'SET', value: `XXXX-WXX-${weekday}` } };
  const short = !name.endsWith('day');
  if (short && (next === at + 1 || AMBIGUOUS.has(name))) return undefined;
  return { end: next, meaning: { kind: 'weekday', weekday, base: 'anchor' } };
}

/** "spring 1994", "winter of last year" */
function parseSeason(atoms: Atoms, at: number): Phrase | undefined {
  const year = parseYearAfter(atoms, at + 1);
  const season = SEASONS.get(atoms.word[at]!)!;
  return year && { end: year.end, meaning: { kind: 'season', season, ...year.value } };
}

/** "Thanksgiving", "Christmas Day 2014" */
function parseHoliday(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  if (!isCapitalized(atoms, at)) return undefined;
  for (const { rest, rule } of HOLIDAYS.get(word[at]!)!) {
    const matches = rest.every((wanted, index) => {
      const found = word[at + 1 + index];
      return wanted === found || (wanted === "'" && isApostrophe(found));
    });
    if (!matches) continue;
    const end = at + 1 + rest.length;
    const year = parseYearAfter(atoms, end);
    if (year?.value.year === undefined) return { end, meaning: { kind: 'holiday', rule } };
    return { end: year.end, meaning: { kind: 'holiday', rule, year: year.value.year } };
  }
  return undefined;
}

/** A day with the year after it or after the range it begins, where the calendar has such a day. */
function withYear(atoms: Atoms, end: number, month: number, day: number): Phrase | undefined {
  const year = parseYearAfter(atoms, end);
  if (!dayExists(day, month, year?.value.year)) return undefined;
  if (year) return { end: year.end, meaning: { kind: 'day', month, day, ...year.value } };
  const range = parseRangeEnd(atoms, end, month, day)?.meaning;
  const named = range?.kind === 'day' ? range.year : undefined;
  return { end, meaning: { kind: 'day', month, day, ...(named === undefined ? {} : { year: named }) } };
}

function parseDayOfMonth(atoms: Atoms, at: number): Parsed<number> | undefined {
  const ordinal = parseOrdinal(atoms, at);
  if (ordinal) return ordinal;
  if (atoms.word[at] !== DIGITS || width(atoms, at) > 2 || continuesNumber(atoms, at)) return undefined;
  return { end: at + 1, value: Number(written(atoms, at)) };
}

/** The atom after a name and the full stop that shortens it. */
function afterAbbreviation(atoms: Atoms, at: number): number {
  const name = atoms.word[at];
  const short =
    width(atoms, at) <= 5 &&
    name !== 'may' &&
    name !== 'march' &&
    name !== 'april' &&
    name !== 'june' &&
    name !== 'july';
  return short && atoms.word[at + 1] === '.' && !spaced(atoms, at + 1) ? at + 2 : at + 1;
}
