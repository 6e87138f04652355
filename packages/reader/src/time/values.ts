import { nearestYear, pointed, weekdayFrom, weekendFrom, yearOfMonth, yearOfSeason } from './anchoring.ts';
import { addDays, addMonths, type Day } from './calendar.ts';
import type { Direction } from './direction.ts';
import { holidayOf } from './holidays.ts';
import type { Unit } from './lexicon.ts';
import type { Base, Dated, Meaning, TimeType, YearReference } from './meaning.ts';
import { durationValue, four, openValue, type Period, periodValue, two } from './timex-values.ts';

/** What values depend on beside the words: the anchor and what the text has mentioned so far. */
export interface Discourse {
  /** The day of publication, else the dateline's; undefined where neither is known. */
  readonly anchor: Day | undefined;
  /** The last date mentioned, of any length: what "the following year" follows. */
  mention: Period | undefined;
  /** The last day mentioned: "that day". */
  day: Day | undefined;
  /** The last quarter mentioned: what "the period" and "a year earlier" are about in a report of results. */
  quarter: Day | undefined;
}

export interface Value {
  type: TimeType;
  value: string;
}

/**
 * The TIMEX3 type and value of a meaning, in the discourse so far, which moves on to what is mentioned here. Where
 * no anchor tells, the unknown digits are `X`.
 */
export function resolve(meaning: Meaning, discourse: Discourse, direction: Direction): Value {
  if (meaning.kind === 'literal') {
    const year = /^\d{4}$/.test(meaning.value) ? Number(meaning.value) : undefined;
    if (year !== undefined) discourse.mention = { day: { year, month: 1, day: 1 }, unit: 'year' };
    return { type: meaning.type, value: meaning.value };
  }
  if (meaning.kind === 'duration') return { type: 'DURATION', value: durationValue(meaning.amount, meaning.unit) };
  if (meaning.kind === 'part') {
    const day = resolve(meaning.of, discourse, direction);
    return { type: 'TIME', value: `${day.value}T${meaning.part}` };
  }
  if (meaning.kind === 'clock') {
    const day = resolve(meaning.of, discourse, direction);
    return { type: 'TIME', value: `${day.value}T${two(meaning.hour)}:${two(meaning.minute)}${meaning.zone}` };
  }
  if (meaning.kind === 'distance' && meaning.amount === null)
    return { type: 'DURATION', value: durationValue(null, meaning.unit) };
  const period = periodOf(meaning, discourse, direction);
  // A distance can lead past the days that a computer's calendar knows.
  if (!period || Number.isNaN(period.day.day)) return { type: 'DATE', value: openValue(meaning) };
  if (meaning.kind === 'half') return { type: 'DATE', value: `${four(period.day.year)}-H${meaning.half}` };
  if (meaning.kind === 'season') return { type: 'DATE', value: `${four(period.day.year)}-${meaning.season}` };
  discourse.mention = period;
  if (period.unit === 'day') discourse.day = period.day;
  if (meaning.kind === 'quarter' && period.unit === 'quarter' && meaning.year === undefined)
    discourse.quarter = quarterReported(period.day, discourse.quarter);
  return { type: 'DATE', value: periodValue(period) };
}

/** A report of one quarter's results names those beside it to compare; one further off is another report's. */
function quarterReported(named: Day, before: Day | undefined): Day {
  if (!before) return named;
  const apart = Math.abs(named.month - before.month);
  return apart === 3 || apart === 9 ? before : named;
}

/** Where a holiday without a fixed day is looked for. */
const MID_MONTH = 15;

/** The period that a meaning names; undefined where there is no anchor to count from. */
function periodOf(meaning: Dated, discourse: Discourse, direction: Direction): Period | undefined {
  const { anchor } = discourse;
  switch (meaning.kind) {
    case 'day': {
      const year =
        yearOf(meaning, anchor) ??
        (anchor && nearestYear(anchor, meaning.month, meaning.day, pointed(meaning.shift) ?? direction));
      return year === undefined ? undefined : { day: { year, month: meaning.month, day: meaning.day }, unit: 'day' };
    }
    case 'month': {
      const year = yearOf(meaning, anchor) ?? (anchor && yearOfMonth(anchor, meaning.month, meaning.shift, direction));
      return year === undefined ? undefined : { day: { year, month: meaning.month, day: 1 }, unit: 'month' };
    }
    case 'season': {
      const year =
        yearOf(meaning, anchor) ?? (anchor && yearOfSeason(anchor, meaning.season, meaning.shift, direction));
      return year === undefined ? undefined : { day: { year, month: 1, day: 1 }, unit: 'year' };
    }
    case 'half': {
      const year = yearOf(meaning, anchor) ?? anchor?.year;
      return year === undefined
        ? undefined
        : { day: { year, month: meaning.half === 1 ? 1 : 7, day: 1 }, unit: 'month' };
    }
    case 'quarter':
      return quarterOf(meaning, discourse, direction);
    case 'holiday': {
      const { rule } = meaning;
      const toward = pointed(meaning.shift) ?? direction;
      const year = meaning.year ?? (anchor && nearestYear(anchor, rule.month, rule.day ?? MID_MONTH, toward));
      return year === undefined ? undefined : { day: holidayOf(year, rule), unit: 'day' };
    }
    case 'weekday': {
      const base = meaning.base === 'mention' ? (discourse.day ?? anchor) : anchor;
      return base && { day: weekdayFrom(base, meaning.weekday, meaning.shift, direction, meaning.base), unit: 'day' };
    }
    case 'week': {
      const period = periodOf(meaning.of, discourse, direction);
      return period && { day: period.day, unit: 'week' };
    }
    case 'unit': {
      const from = baseDay(meaning.base, discourse, meaning.unit);
      if (!from) return undefined;
      if (meaning.unit === 'weekend') return { day: weekendFrom(from, meaning.shift, direction), unit: 'weekend' };
      return unitFrom(from, meaning.unit, meaning.shift);
    }
    case 'distance':
      return distanceFrom(meaning.amount ?? 0, meaning.unit, meaning.sign, meaning.base, discourse);
  }
}

/** The year that the words name; undefined where they name none. */
function yearOf(meaning: YearReference, anchor: Day | undefined): number | undefined {
  if (meaning.year !== undefined) return meaning.year;
  return meaning.yearShift !== undefined && anchor ? anchor.year + meaning.yearShift : undefined;
}

/** A fiscal quarter is read as one of the calendar year; without a year it is the last one begun. */
function quarterOf(
  meaning: { quarter: number } & YearReference,
  discourse: Discourse,
  direction: Direction,
): Period | undefined {
  const { anchor } = discourse;
  const quarter = meaning.quarter || (discourse.quarter ? Math.ceil(discourse.quarter.month / 3) : 0);
  let year = yearOf(meaning, anchor);
  if (quarter === 0) return year === undefined ? undefined : { day: { year, month: 1, day: 1 }, unit: 'year' };
  const month = quarter * 3 - 2;
  if (year === undefined && anchor)
    year = month > anchor.month && direction !== 'future' ? anchor.year - 1 : anchor.year;
  return year === undefined ? undefined : { day: { year, month, day: 1 }, unit: 'quarter' };
}

function baseDay(base: Base, discourse: Discourse, unit: Unit): Day | undefined {
  if (base === 'anchor') return discourse.anchor;
  if (unit === 'day') return discourse.day ?? discourse.anchor;
  if (unit === 'quarter') return discourse.quarter ?? (discourse.anchor && addMonths(discourse.anchor, -3));
  return discourse.mention?.day ?? discourse.anchor;
}

function unitFrom(day: Day, unit: Unit, shift: number): Period {
  switch (unit) {
    case 'day':
      return { day: addDays(day, shift), unit };
    case 'week':
    case 'weekend':
      return { day: addDays(day, shift * 7), unit };
    case 'month':
      return { day: addMonths(day, shift), unit };
    case 'quarter':
      return { day: addMonths(day, shift * 3), unit };
    case 'year':
      return { day: { year: day.year + shift, month: 1, day: 1 }, unit };
    case 'decade':
      return { day: { year: day.year + shift * 10, month: 1, day: 1 }, unit };
    case 'century':
      return { day: { year: day.year + shift * 100, month: 1, day: 1 }, unit };
    default:
      return { day, unit: 'day' };
  }
}

/** "Two weeks later" counts from the day mentioned last, "a year later" from whatever date was. */
function distanceFrom(amount: number, unit: Unit, sign: -1 | 1, base: Base, discourse: Discourse): Period | undefined {
  if (unit === 'year' && amount === 1 && discourse.quarter)
    return { day: addMonths(discourse.quarter, 12 * sign), unit: 'quarter' };
  const long = unit === 'year' || unit === 'decade' || unit === 'century';
  const mentioned =
    base === 'anchor' ? undefined : long ? discourse.mention : discourse.day && dayPeriod(discourse.day);
  const from = mentioned?.day ?? discourse.anchor;
  if (!from) return undefined;
  const months = MONTHS_OF[unit];
  if (months !== undefined) {
    const day = addMonths(from, Math.round(sign * amount * months));
    const natural = long ? 'year' : unit;
    const finer = mentioned && unit !== 'decade' && unit !== 'century' && unit !== 'quarter';
    return { day, unit: finer ? mentioned.unit : natural };
  }
  const days = unit === 'day' ? 1 : unit === 'week' || unit === 'weekend' ? 7 : 0;
  const day = addDays(from, Math.round(sign * amount * days));
  return { day, unit: days === 7 && !mentioned ? 'week' : 'day' };
}

/** Units that are whole months. */
const MONTHS_OF: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

function dayPeriod(day: Day): Period {
  return { day, unit: 'day' };
}
