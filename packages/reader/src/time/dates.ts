import { type Atoms, DIGITS, isCapitalized, spaced, written } from './atoms.ts';
import { dayExists } from './calendar.ts';
import { AMBIGUOUS, DECADES, HOLIDAYS, MONTHS, SEASONS, SHIFTS, WEEKDAYS } from './lexicon.ts';
import type { Meaning, Parsed } from './meaning.ts';
import { continuesNumber, parseOrdinal, parseYear } from './numbers.ts';

/** A date of the calendar: "Dec. 27, 2015", "27 December", "2015-12-27", "Tuesday", "the 1990s", "May". */
export function parseDate(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const word = atoms.word[at]!;
  if (word === DIGITS) {
    return (
      parseIsoDate(atoms, at) ??
      parseSlashedDate(atoms, at) ??
      parseNamedDay(atoms, at) ??
      parseDayMonth(atoms, at) ??
      parseDecade(atoms, at) ??
      parseCentury(atoms, at) ??
      parseBareYear(atoms, at)
    );
  }
  if (MONTHS.has(word)) return parseMonthFirst(atoms, at);
  if (WEEKDAYS.has(word)) return parseWeekday(atoms, at);
  if (SEASONS.has(word)) return parseSeason(atoms, at);
  if (HOLIDAYS.has(word)) return parseHoliday(atoms, at);
  return parseDecade(atoms, at) ?? parseCentury(atoms, at) ?? parseSpokenYear(atoms, at);
}

/** The year that a date's words go on to name: "of 1989", ", 1989", "last year", "of this year". */
export function parseYearAfter(atoms: Atoms, at: number): Parsed<{ year?: number; yearShift?: number }> | undefined {
  const { word } = atoms;
  let next = at;
  if (word[next] === 'of' || word[next] === ',') next++;
  if (word[next] === 'the' && word[at] === 'of') next++;
  const year = parseYear(atoms, next);
  if (year && (word[next] === DIGITS || word[at] !== ',')) return { end: year.end, value: { year: year.value } };
  const shift = SHIFTS.get(word[next]!);
  if (
    shift !== undefined &&
    word[at] !== ',' &&
    word[next + 1] === 'year' &&
    word[next] !== 'that' &&
    word[next] !== 'same'
  ) {
    return { end: next + 2, value: { yearShift: shift } };
  }
  return undefined;
}

const TEMPORAL_PREPOSITIONS: ReadonlySet<string> = new Set([
  'after',
  'before',
  'between',
  'by',
  'during',
  'early',
  'earlier',
  'each',
  'every',
  'for',
  'from',
  'in',
  'last',
  'late',
  'mid',
  'next',
  'of',
  'since',
  'this',
  'through',
  'till',
  'to',
  'until',
]);

function parseIsoDate(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  if (width(atoms, at) !== 4 || word[at + 1] !== '-' || word[at + 2] !== DIGITS || width(atoms, at + 2) !== 2)
    return undefined;
  const year = Number(written(atoms, at));
  const month = Number(written(atoms, at + 2));
  if (year < 1000 || year > 2199) return undefined;
  if (word[at + 3] !== '-' || word[at + 4] !== DIGITS || width(atoms, at + 4) !== 2) return undefined;
  const day = Number(written(atoms, at + 4));
  if (!dayExists(day, month, year)) return undefined;
  return { end: at + 5, value: { kind: 'day', year, month, day } };
}

/** "9/11": the one date that English names by its numbers. */
function parseNamedDay(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  if (written(atoms, at) !== '9' || atoms.word[at + 1] !== '/' || atoms.word[at + 2] !== DIGITS) return undefined;
  if (written(atoms, at + 2) !== '11' || atoms.word[at + 3] === '/' || spaced(atoms, at + 2)) return undefined;
  return { end: at + 3, value: { kind: 'day', year: 2001, month: 9, day: 11 } };
}

/** Month first, as in American English, unless only day first makes a date. */
function parseSlashedDate(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  const separator = word[at + 1];
  if (
    (separator !== '/' && separator !== '-') ||
    word[at + 2] !== DIGITS ||
    word[at + 3] !== separator ||
    word[at + 4] !== DIGITS
  )
    return undefined;
  if (spaced(atoms, at + 1) || spaced(atoms, at + 2) || word[at + 5] === '-' || word[at + 5] === '/') return undefined;
  const digits = width(atoms, at + 4);
  if (digits !== 4 && digits !== 2) return undefined;
  if (digits === 2 && separator === '-') return undefined;
  const first = Number(written(atoms, at));
  const second = Number(written(atoms, at + 2));
  const [month, day] = first > 12 ? [second, first] : [first, second];
  const written2 = Number(written(atoms, at + 4));
  const year = digits === 4 ? written2 : written2 < 50 ? 2000 + written2 : 1900 + written2;
  if (!dayExists(day, month, year)) return undefined;
  return { end: at + 5, value: { kind: 'day', year, month, day } };
}

/** "27 December 2015", "the 27th of December" */
function parseDayMonth(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  const day = parseDayOfMonth(atoms, at);
  if (!day) return undefined;
  const monthAt = word[day.end] === 'of' ? day.end + 1 : day.end;
  const month = MONTHS.get(word[monthAt] ?? '');
  if (month === undefined || !isCapitalized(atoms, monthAt)) return undefined;
  if (
    AMBIGUOUS.has(word[monthAt]!) &&
    day.end === at + 1 &&
    word[monthAt] === 'may' &&
    MODAL_FOLLOWERS.has(word[monthAt + 1] ?? '')
  )
    return undefined;
  const end = afterAbbreviation(atoms, monthAt);
  const year = parseYearAfter(atoms, end);
  if (!dayExists(day.value, month, year?.value.year)) return undefined;
  return { end: year?.end ?? end, value: { kind: 'day', month, day: day.value, ...year?.value } };
}

const MODAL_FOLLOWERS: ReadonlySet<string> = new Set(['already', 'have', 'not', 'soon']);

/** "Dec. 27, 2015", "December 2015", "December last year", "December" */
function parseMonthFirst(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  const month = MONTHS.get(word[at]!)!;
  const next = afterAbbreviation(atoms, at);
  const dayAt = word[next] === 'the' ? next + 1 : next;
  const day = word[dayAt] === DIGITS || dayAt > next ? parseDayOfMonth(atoms, dayAt) : undefined;
  if (day && (isCapitalized(atoms, at) || !AMBIGUOUS.has(word[at]!))) {
    const year = parseYearAfter(atoms, day.end);
    if (dayExists(day.value, month, year?.value.year)) {
      return { end: year?.end ?? day.end, value: { kind: 'day', month, day: day.value, ...year?.value } };
    }
  }
  const year = parseYearAfter(atoms, next);
  if (year && isCapitalized(atoms, at)) return { end: year.end, value: { kind: 'month', month, ...year.value } };
  if (!isMonthAlone(atoms, at, next)) return undefined;
  return { end: next, value: { kind: 'month', month } };
}

/** Whether a month's name without day or year is one: "May" and "March" have other uses, "Jan" is a name. */
function isMonthAlone(atoms: Atoms, at: number, end: number): boolean {
  const { word } = atoms;
  const name = word[at]!;
  const previous = word[at - 1] ?? '';
  if (!AMBIGUOUS.has(name)) return name.length > 3 || end > at + 1 || TEMPORAL_PREPOSITIONS.has(previous);
  if (!isCapitalized(atoms, at)) return false;
  if (TEMPORAL_PREPOSITIONS.has(previous)) return word[end] !== '' || !spaced(atoms, end) || !isCapitalized(atoms, end);
  if (name === 'may' || name === 'jan' || name === 'mar') return false;
  if (word[end] === 'of' || word[end] === 'for' || word[end] === 'on') return false;
  const follows = at > 0 && word[at - 1] === '' && isCapitalized(atoms, at - 1);
  const leads = word[end] === '' && isCapitalized(atoms, end);
  return !follows && !leads;
}

function parseWeekday(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  const name = word[at]!;
  const short = name.length <= 5 && !name.endsWith('day');
  const next = afterAbbreviation(atoms, at);
  const dateAt = word[next] === ',' ? next + 1 : next;
  const date = MONTHS.has(word[dateAt] ?? '')
    ? parseMonthFirst(atoms, dateAt)
    : word[dateAt] === DIGITS
      ? parseDayMonth(atoms, dateAt)
      : undefined;
  if (date && date.value.kind === 'day') return date;
  if (short && next === at + 1) return undefined;
  if (!isCapitalized(atoms, at)) return undefined;
  if (short && AMBIGUOUS.has(name)) return undefined;
  const weekday = WEEKDAYS.get(name)!;
  if (name.endsWith('days'))
    return { end: next, value: { kind: 'literal', type: 'SET', value: `XXXX-WXX-${weekday}` } };
  return { end: next, value: { kind: 'weekday', weekday, base: 'anchor' } };
}

function parseSeason(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  const season = SEASONS.get(word[at]!)!;
  const year = parseYearAfter(atoms, at + 1);
  if (year) return { end: year.end, value: { kind: 'season', season, ...year.value } };
  return undefined;
}

function parseHoliday(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  if (!isCapitalized(atoms, at)) return undefined;
  for (const { rest, ...rule } of HOLIDAYS.get(word[at]!)!) {
    if (
      !rest.every(
        (wanted, index) => word[at + 1 + index] === wanted || (wanted === "'" && word[at + 1 + index] === '’'),
      )
    )
      continue;
    const end = at + 1 + rest.length;
    const year = parseYearAfter(atoms, end);
    return {
      end: year?.value.year === undefined ? end : year.end,
      value: { kind: 'holiday', ...rule, ...(year?.value.year === undefined ? {} : { year: year.value.year }) },
    };
  }
  return undefined;
}

/** "1990s", "'80s", "eighties" */
function parseDecade(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  const digits = word[at] === "'" || word[at] === '’' || word[at] === '`' || word[at] === '‘' ? at + 1 : at;
  if (word[digits] === DIGITS && (digits === at || !spaced(atoms, digits))) {
    const suffix =
      (word[digits + 1] === "'" || word[digits + 1] === '’') && word[digits + 2] === 's' ? digits + 2 : digits + 1;
    if (word[suffix] !== 's' || spaced(atoms, digits + 1) || spaced(atoms, suffix)) return undefined;
    const value = Number(written(atoms, digits));
    if (value % 10 !== 0) return undefined;
    if (width(atoms, digits) === 4 && value >= 1000 && value < 2200) return decade(suffix + 1, value / 10);
    if (width(atoms, digits) === 2 && (digits > at || value >= 20)) return decade(suffix + 1, (1900 + value) / 10);
    return undefined;
  }
  const spoken = DECADES.get(word[at]!);
  if (spoken !== undefined && atoms.word[at - 1] === 'the') return decade(at + 1, 190 + spoken);
  return undefined;
}

function decade(end: number, value: number): Parsed<Meaning> {
  return { end, value: { kind: 'literal', type: 'DATE', value: String(value) } };
}

/** "11th century", "twentieth-century" */
function parseCentury(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const ordinal = parseOrdinal(atoms, at);
  if (!ordinal || ordinal.value < 5 || ordinal.value > 22) return undefined;
  const noun = atoms.word[ordinal.end] === '-' ? ordinal.end + 1 : ordinal.end;
  if (atoms.word[noun] !== 'century') return undefined;
  return { end: noun + 1, value: { kind: 'literal', type: 'DATE', value: String(ordinal.value - 1).padStart(2, '0') } };
}

/** A year alone. Four digits can be anything: only those of recent centuries, or after a preposition of time, count. */
function parseBareYear(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  const year = parseYear(atoms, at);
  if (!year) return undefined;
  const after = TEMPORAL_PREPOSITIONS.has(word[at - 1] ?? '');
  if (!after && (year.value < 1900 || year.value > 2040)) return undefined;
  if (word[at + 1] === '-' && word[at + 2] === DIGITS && width(atoms, at + 2) > 4) return undefined;
  if (
    word[at + 1] === '/' ||
    word[at + 1] === ':' ||
    (word[at - 1] === ':' && !spaced(atoms, at)) ||
    word[at - 1] === '/'
  )
    return undefined;
  return literalYear(year);
}

function parseSpokenYear(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const year = parseYear(atoms, at);
  if (!year || year.end === at + 1 || year.value === 2000) return undefined;
  return literalYear(year);
}

function literalYear(year: Parsed<number>): Parsed<Meaning> {
  return { end: year.end, value: { kind: 'literal', type: 'DATE', value: String(year.value).padStart(4, '0') } };
}

function parseDayOfMonth(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  const ordinal = parseOrdinal(atoms, at);
  if (ordinal) return ordinal.value >= 1 && ordinal.value <= 31 ? ordinal : undefined;
  if (word[at] !== DIGITS || width(atoms, at) > 2 || continuesNumber(atoms, at)) return undefined;
  const value = Number(written(atoms, at));
  if (value < 1 || value > 31 || word[at + 1] === '%') return undefined;
  return { end: at + 1, value };
}

function afterAbbreviation(atoms: Atoms, at: number): number {
  const short = atoms.end[at]! - atoms.start[at]! <= 4;
  const abbreviated = short && atoms.word[at] !== 'may' && atoms.word[at] !== 'june' && atoms.word[at] !== 'july';
  return abbreviated && atoms.word[at + 1] === '.' && !spaced(atoms, at + 1) ? at + 2 : at + 1;
}

function width(atoms: Atoms, at: number): number {
  return atoms.end[at]! - atoms.start[at]!;
}
