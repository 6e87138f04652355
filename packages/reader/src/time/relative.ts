import { type Atoms, DIGITS, isCapitalized, isNamePart } from './atoms.ts';
import { DAYS } from './clock.ts';
import { parseDate, parseYearAfter } from './dates.ts';
import {
  DAY_PARTS,
  FREQUENCIES,
  HOLIDAYS,
  MONTHS,
  REFERENCES,
  SEASONS,
  SHIFTS,
  UNITS,
  type Unit,
  WEEKDAYS,
} from './lexicon.ts';
import type { Base, Meaning, Parsed } from './meaning.ts';
import { parseOrdinal, parseQuantity, parseYear } from './numbers.ts';

/** An expression with a meaning and a TIMEX3 `mod` of its own. */
export interface Relative {
  meaning: Meaning;
  mod?: string;
}

/** A phrase around a determiner: "last week", "the past two months", "this fall", "the following Friday". */
export function parseDetermined(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  let next = at;
  if (word[next] === 'the') next++;
  const determiner = word[next]!;
  const shift = SHIFTS.get(determiner);
  if (shift === undefined) return next > at ? parseDefinite(atoms, next) : undefined;
  if (
    (determiner === 'this' || determiner === 'that' || determiner === 'same') &&
    word[next - 1] === 'the' &&
    determiner !== 'same'
  )
    return undefined;
  const base: Base =
    determiner === 'following' ||
    determiner === 'latest' ||
    determiner === 'preceding' ||
    determiner === 'previous' ||
    determiner === 'prior' ||
    determiner === 'same' ||
    determiner === 'that'
      ? 'mention'
      : 'anchor';
  next++;
  let away = shift;
  if (determiner === 'this' && (word[next] === 'past' || word[next] === 'last')) {
    away = -1;
    next++;
  } else if (determiner === 'this' && word[next] === 'coming') {
    away = 1;
    next++;
  } else if (determiner === 'that' && word[next] === 'same') next++;
  if (word[next] === 'fiscal' || word[next] === 'calendar') next++;

  if (
    determiner === 'past' &&
    word[next - 2] !== 'the' &&
    away < 0 &&
    word[next - 2] !== 'this' &&
    !UNITS.has(word[next] ?? '') &&
    !parseQuantity(atoms, next)
  )
    return undefined;

  const counted = parseCounted(atoms, next, away, determiner);
  if (counted) return counted;
  const quarter = determiner === 'that' || determiner === 'recent' ? undefined : parseQuarter(atoms, next);
  if (quarter) return quarter;
  return parseNamed(atoms, next, away, base, determiner);
}

/** "[the last] two months", "[the next] few days", "[recent] years" */
function parseCounted(atoms: Atoms, at: number, shift: number, determiner: string): Parsed<Relative> | undefined {
  const { word } = atoms;
  if (determiner === 'that') return undefined;
  const quantity = parseQuantity(atoms, at);
  const noun = quantity ? quantity.end : at;
  const unit = UNITS.get(word[noun] ?? '');
  if (!unit?.plural && !(quantity && unit)) return undefined;
  if (!unit) return undefined;
  if (quantity) {
    const amount = quantity.value === null ? null : quantity.value * unit.count;
    return { end: noun + 1, value: { meaning: { kind: 'duration', amount, unit: unit.unit } } };
  }
  if (shift > 0) return reference(noun + 1, 'FUTURE_REF');
  return { end: noun + 1, value: { meaning: { kind: 'duration', amount: null, unit: unit.unit } } };
}

/** "[last] week", "[next] Friday", "[this] May", "[last] night", "[this past] spring" */
function parseNamed(
  atoms: Atoms,
  at: number,
  shift: number,
  base: Base,
  determiner: string,
): Parsed<Relative> | undefined {
  const name = atoms.word[at] ?? '';
  const unit = UNITS.get(name);
  if (unit && isCapitalized(atoms, at)) return undefined;
  if (unit && !unit.plural) {
    if (
      unit.unit === 'second' ||
      unit.unit === 'minute' ||
      (unit.unit === 'hour' && determiner !== 'past' && determiner !== 'last')
    )
      return undefined;
    if (determiner === 'past' && unit.unit !== 'year' && unit.unit !== 'weekend')
      return { end: at + 1, value: { meaning: { kind: 'duration', amount: unit.count, unit: unit.unit } } };
    if (determiner === 'recent') return undefined;
    if (
      unit.unit === 'year' &&
      (atoms.word[at + 1] === "'" || atoms.word[at + 1] === '’') &&
      atoms.word[at + 2] === 's'
    ) {
      const quarter = parseQuarter(atoms, at + 3);
      if (quarter?.value.meaning.kind === 'quarter')
        return { end: quarter.end, value: { meaning: { ...quarter.value.meaning, yearShift: shift } } };
    }
    return { end: at + 1, value: { meaning: { kind: 'unit', unit: unit.unit, shift, base } } };
  }
  const part = DAY_PARTS.get(name);
  if (part !== undefined)
    return {
      end: at + 1,
      value: {
        meaning: {
          kind: 'part',
          part,
          of: { kind: 'unit', unit: 'day', shift, base: determiner === 'next' ? 'mention' : base },
        },
      },
    };
  const weekday = WEEKDAYS.get(name);
  if (weekday !== undefined && name.endsWith('day') && isCapitalized(atoms, at))
    return { end: at + 1, value: { meaning: { kind: 'weekday', weekday, shift, base } } };
  const month = MONTHS.get(name);
  if (month !== undefined && isCapitalized(atoms, at)) {
    const date = parseDate(atoms, at);
    if (date?.value.kind === 'day' && shift !== 0)
      return { end: date.end, value: { meaning: { ...date.value, shift } } };
    const end = name.length <= 4 && atoms.word[at + 1] === '.' && name !== 'may' ? at + 2 : at + 1;
    return { end, value: { meaning: { kind: 'month', month, shift } } };
  }
  const season = SEASONS.get(name);
  if (season !== undefined && determiner !== 'that')
    return { end: at + 1, value: { meaning: { kind: 'season', season, shift } } };
  const holidays = HOLIDAYS.get(name);
  if (holidays && isCapitalized(atoms, at)) {
    for (const { rest, ...rule } of holidays) {
      if (rest.every((wanted, index) => atoms.word[at + 1 + index] === wanted))
        return { end: at + 1 + rest.length, value: { meaning: { kind: 'holiday', ...rule, shift } } };
    }
  }
  if (name === 'period' && (determiner === 'latest' || determiner === 'same' || determiner === 'previous')) {
    return { end: at + 1, value: { meaning: { kind: 'unit', unit: 'quarter', shift, base: 'mention' } } };
  }
  return undefined;
}

/** What follows a bare "the": "the year", "the weekend", "the third quarter", "the year-earlier period", "the summer". */
function parseDefinite(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  let next = at;
  if (word[next] === 'full' || word[next] === 'entire' || word[next] === 'comparable') next++;
  const earlier = parseYearEarlier(atoms, next);
  if (earlier) return earlier.end > next + 3 ? earlier : undefined;
  const quarter = parseQuarter(atoms, next);
  if (quarter) return word[quarter.end - 2] === '-' ? undefined : quarter;
  if (word[next] === 'fiscal' || word[next] === 'calendar') next++;
  const name = word[next] ?? '';
  if (name === 'year' && word[next + 1] !== '-') {
    const year = parseYear(atoms, next + 1);
    if (year)
      return { end: year.end, value: { meaning: { kind: 'literal', type: 'DATE', value: String(year.value) } } };
  }
  if (name === 'year' || name === 'quarter' || name === 'weekend') {
    if (word[next + 1] === '-') return undefined;
    if (name === 'year' && (word[next + 1] === 'ended' || word[next + 1] === 'ending'))
      return { end: next + 1, value: { meaning: { kind: 'duration', amount: 1, unit: 'year' } } };
    return {
      end: next + 1,
      value: { meaning: { kind: 'unit', unit: name, shift: 0, base: name === 'quarter' ? 'mention' : 'anchor' } },
    };
  }
  if (name === 'week') {
    if (word[next + 1] === 'of') {
      const day = parseDate(atoms, next + 2);
      if (day?.value.kind === 'day') return { end: day.end, value: { meaning: { kind: 'week', of: day.value } } };
    }
    if (word[next + 1] !== "'" && word[next + 1] !== '’') return undefined;
    return { end: next + 1, value: { meaning: { kind: 'unit', unit: name, shift: 0, base: 'anchor' } } };
  }
  const season = SEASONS.get(name);
  if (season !== undefined && !AMBIGUOUS_SEASONS.has(name)) {
    const year = parseYearAfter(atoms, next + 1);
    return { end: year?.end ?? next + 1, value: { meaning: { kind: 'season', season, ...year?.value } } };
  }
  const quantity = parseQuantity(atoms, next);
  if (quantity) {
    const unit = UNITS.get(word[quantity.end] ?? '');
    if (unit?.plural && quantity.value !== null)
      return {
        end: quantity.end + 1,
        value: { meaning: { kind: 'duration', amount: quantity.value * unit.count, unit: unit.unit } },
      };
  }
  if (word[next] === 'first' || word[next] === 'last' || word[next] === 'final') {
    const count = parseQuantity(atoms, next + 1);
    const unit = UNITS.get(word[count?.end ?? -1] ?? '');
    if (count && unit?.plural)
      return {
        end: count.end + 1,
        value: {
          meaning: {
            kind: 'duration',
            amount: count.value === null ? null : count.value * unit.count,
            unit: unit.unit,
          },
        },
      };
  }
  return undefined;
}

const AMBIGUOUS_SEASONS: ReadonlySet<string> = new Set(['fall', 'spring']);

/** "the year-earlier quarter", "year-ago": the period under discussion, a year before. */
export function parseYearEarlier(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  if (word[at] !== 'year' || word[at + 1] !== '-' || (word[at + 2] !== 'earlier' && word[at + 2] !== 'ago'))
    return undefined;
  let end = at + 3;
  if (word[end] === 'period' || word[end] === 'quarter') end++;
  else {
    const quarter = parseQuarter(atoms, end);
    if (quarter) end = quarter.end;
  }
  return { end, value: { meaning: { kind: 'distance', amount: 1, unit: 'year', sign: -1, base: 'mention' } } };
}

/** "third quarter", "fiscal 1990 first quarter", "third-period", "1988 third quarter", "first half of 1989" */
export function parseQuarter(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  let next = at;
  let year = word[next] === DIGITS ? parseYear(atoms, next) : undefined;
  if (year) next = year.end;
  if (word[next] === 'fiscal') next++;
  if (!year && word[next] === DIGITS) {
    year = parseYear(atoms, next);
    if (year) next = year.end;
  }
  if (word[next] === '-') next++;
  const ordinal = parseOrdinal(atoms, next);
  if (!ordinal || ordinal.value > 4) {
    const halfOnly = word[next] === 'last' && word[next + 1] === 'half' ? 2 : 0;
    if (halfOnly) return parseHalfYear(atoms, next + 2, 2);
    if (year && word[year.end] === 'period')
      return { end: year.end + 1, value: { meaning: { kind: 'quarter', quarter: 0, year: year.value } } };
    return undefined;
  }
  const hyphen = word[ordinal.end] === '-';
  const noun = hyphen ? ordinal.end + 1 : ordinal.end;
  if (word[noun] === 'half' && ordinal.value <= 2 && !hyphen) return parseHalfYear(atoms, noun + 1, ordinal.value);
  if (word[noun] !== 'quarter' && !(word[noun] === 'period' && hyphen)) return undefined;
  const after = year ? undefined : parseYearAfter(atoms, noun + 1);
  return {
    end: after?.end ?? noun + 1,
    value: { meaning: { kind: 'quarter', quarter: ordinal.value, ...(year ? { year: year.value } : after?.value) } },
  };
}

function parseHalfYear(atoms: Atoms, at: number, half: number): Parsed<Relative> | undefined {
  const year = parseYearAfter(atoms, at);
  if (year) return { end: year.end, value: { meaning: { kind: 'half', half, ...year.value } } };
  if (atoms.word[at] === 'of' && atoms.word[at + 1] === 'the' && atoms.word[at + 2] === 'year')
    return { end: at + 3, value: { meaning: { kind: 'half', half, yearShift: 0 } } };
  return undefined;
}

/** "today", "yesterday", "tonight", "overnight", "now", "recently", "the future" */
export function parseReference(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  if (isNamePart(atoms, at)) return undefined;
  const { word } = atoms;
  const name = word[at]!;
  const shift = DAYS.get(name);
  if (shift !== undefined)
    return { end: at + 1, value: { meaning: { kind: 'unit', unit: 'day', shift, base: 'anchor' } } };
  if (name === 'tonight' || name === 'overnight') {
    return {
      end: at + 1,
      value: { meaning: { kind: 'part', part: 'NI', of: { kind: 'unit', unit: 'day', shift: 0, base: 'anchor' } } },
    };
  }
  const value = REFERENCES.get(name);
  if (value !== undefined) return reference(at + 1, value);
  if (name === 'right' && word[at + 1] === 'now') return reference(at + 2, 'PRESENT_REF');
  if (name === 'more' && word[at + 1] === 'recently') return reference(at + 2, 'PAST_REF');
  if (name === 'the') {
    if (word[at + 1] === 'future') return reference(at + 2, 'FUTURE_REF');
    if (word[at + 1] === 'past' && !UNITS.has(word[at + 2] ?? '')) return reference(at + 2, 'PAST_REF');
    if (word[at + 1] === 'near' && word[at + 2] === 'future') return reference(at + 3, 'FUTURE_REF');
  }
  if (name === 'future' && word[at - 1] === 'in') return reference(at + 1, 'FUTURE_REF');
  if (name === 'as' && word[at + 1] === 'soon' && word[at + 2] === 'as' && word[at + 3] === 'possible')
    return reference(at + 4, 'FUTURE_REF');
  return undefined;
}

/** "daily", "every Friday", "each year", "every two weeks" */
export function parseSet(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  const frequency = FREQUENCIES.get(word[at]!);
  if (frequency !== undefined && !isNamePart(atoms, at)) return set(at + 1, frequency);
  if (word[at] !== 'every' && word[at] !== 'each') return undefined;
  const name = word[at + 1] ?? '';
  const unit = UNITS.get(name);
  if (unit && !unit.plural)
    return set(at + 2, unit.unit === 'weekend' ? 'XXXX-WXX-WE' : durationValue(unit.count, unit.unit));
  const weekday = WEEKDAYS.get(name);
  if (weekday !== undefined) return set(at + 2, `XXXX-WXX-${weekday}`);
  const month = MONTHS.get(name);
  if (month !== undefined) return set(at + 2, `XXXX-${String(month).padStart(2, '0')}`);
  const season = SEASONS.get(name);
  if (season !== undefined) return set(at + 2, `XXXX-${season}`);
  const part = DAY_PARTS.get(name);
  if (part !== undefined) return set(at + 2, `XXXX-XX-XXT${part}`);
  const quantity = parseQuantity(atoms, at + 1);
  const units = UNITS.get(word[quantity?.end ?? -1] ?? '');
  if (quantity && quantity.value !== null && units?.plural)
    return set(quantity.end + 1, durationValue(quantity.value * units.count, units.unit));
  return undefined;
}

/** "two weeks", "24-minute", "a year and a half", "two weeks ago", "a day earlier", "years" */
export function parseDuration(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  const quantity = parseQuantity(atoms, at);
  if (!quantity) return parseBareUnit(atoms, at);
  let noun = quantity.end;
  const hyphen = word[noun] === '-';
  if (hyphen) noun++;
  else if (word[noun] === 'more' || word[noun] === 'full' || word[noun] === 'additional') noun++;
  if (hyphen && (word[at] === 'a' || word[at] === 'an')) return undefined;
  const unit = UNITS.get(word[noun] ?? '');
  if (!unit) return undefined;
  const article = (word[at] === 'a' || word[at] === 'an') && quantity.value === 1;
  if (unit.unit === 'second' && !unit.plural && !hyphen) return undefined;
  if (article && unit.plural) return undefined;
  let end = noun + 1;
  if (word[end] === '-' && (word[end + 1] === 'old' || word[end + 1] === 'olds')) return undefined;
  if (word[end] === 'old') return undefined;
  let amount = quantity.value === null ? null : quantity.value * unit.count;
  if (word[end] === 'and' && word[end + 1] === 'a' && word[end + 2] === 'half' && amount !== null) {
    amount += 0.5;
    end += 3;
  }
  const loose = word[end] === 'or' && word[end + 1] === 'so' && DIRECTIONS.has(word[end + 2] ?? '');
  if (loose) end += 2;
  const sign = DIRECTIONS.get(word[end] ?? '');
  if (sign !== undefined && !(hyphen && word[end] !== 'ago')) {
    const base: Base = word[end] === 'ago' || word[end] === 'hence' ? 'anchor' : 'mention';
    return {
      end: end + 1,
      value: {
        meaning: { kind: 'distance', amount, unit: unit.unit, sign, base },
        ...(loose ? { mod: 'APPROX' } : {}),
      },
    };
  }
  if (word[end] === 'from' && (word[end + 1] === 'now' || word[end + 1] === 'today')) {
    return { end: end + 2, value: { meaning: { kind: 'distance', amount, unit: unit.unit, sign: 1, base: 'anchor' } } };
  }
  if (article && word[end] === '-') return undefined;
  if (
    article &&
    RATED.has(unit.unit) &&
    (RATE_CONTEXT.has(word[at - 1] ?? '') || UNITS.get(word[at - 1] ?? '')?.plural)
  )
    return set(end, durationValue(amount, unit.unit));
  if (article && unit.unit !== 'week' && unit.unit !== 'month' && !INDEFINITE_CONTEXT.has(word[at - 1] ?? ''))
    return undefined;
  if (unit.unit === 'quarter' && (article || hyphen || !unit.plural)) return undefined;
  return { end, value: { meaning: { kind: 'duration', amount, unit: unit.unit } } };
}

const DIRECTIONS: ReadonlyMap<string, -1 | 1> = new Map<string, -1 | 1>([
  ['ago', -1],
  ['earlier', -1],
  ['hence', 1],
  ['later', 1],
]);

/** Units that sums are counted by: "$2 million a year". */
const RATED: ReadonlySet<Unit> = new Set<Unit>(['month', 'week', 'year']);

/** Words before "a year" that make it a rate. */
const RATE_CONTEXT: ReadonlySet<string> = new Set(['#', 'billion', 'million', 'thousand']);

/** Words before "a day", "a year" that make it a length of time rather than a rate or a topic. */
const INDEFINITE_CONTEXT: ReadonlySet<string> = new Set([
  'about',
  'after',
  'almost',
  'for',
  'in',
  'just',
  'least',
  'nearly',
  'over',
  'than',
  'within',
]);

/** "[in] weeks", "decades": a plural without a number. */
function parseBareUnit(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const unit = UNITS.get(atoms.word[at]!);
  if (!unit?.plural) return undefined;
  if (DIRECTIONS.get(atoms.word[at + 1] ?? '') === undefined) {
    const previous = atoms.word[at - 1];
    if ((previous !== 'for' && previous !== 'the') || unit.unit === 'quarter' || atoms.word[at + 1] === '-')
      return undefined;
    return { end: at + 1, value: { meaning: { kind: 'duration', amount: null, unit: unit.unit } } };
  }
  return {
    end: at + 2,
    value: {
      meaning: {
        kind: 'distance',
        amount: null,
        unit: unit.unit,
        sign: DIRECTIONS.get(atoms.word[at + 1]!)!,
        base: 'anchor',
      },
    },
  };
}

function reference(end: number, value: string): Parsed<Relative> {
  return { end, value: { meaning: { kind: 'literal', type: 'DATE', value } } };
}

function set(end: number, value: string): Parsed<Relative> {
  return { end, value: { meaning: { kind: 'literal', type: 'SET', value } } };
}

import { durationValue } from './durations.ts';
