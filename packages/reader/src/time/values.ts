import { addDays, addMonths, type Day, dayExists, dayNumber, daysIn, weekdayOf, weekOf } from './calendar.ts';
import type { Direction } from './direction.ts';
import { durationValue } from './durations.ts';
import { holidayOf } from './holidays.ts';
import type { Unit } from './lexicon.ts';
import type { Base, Meaning, TimeType } from './meaning.ts';

/** A period of the calendar: where it begins, and how long it is. */
export interface Period {
  day: Day;
  unit: Unit;
}

/** What values depend on beside the words: the anchor and what the text has mentioned so far. */
export interface Discourse {
  /** The day of publication, else the dateline's; undefined where neither is known. */
  readonly anchor: Day | undefined;
  /** The last date mentioned. */
  mention: Period | undefined;
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
  if (meaning.kind === 'quarter' && period.unit === 'quarter' && meaning.year === undefined)
    discourse.quarter = period.day;
  return { type: 'DATE', value: periodValue(period) };
}

type Dated = Exclude<Meaning, { kind: 'literal' | 'duration' | 'part' | 'clock' }>;

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
      const year = yearOf(meaning, anchor) ?? (anchor && yearOfSeason(anchor, meaning.season, meaning.shift));
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
      const base = meaning.base === 'mention' ? (mentionedDay(discourse) ?? anchor) : anchor;
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

function yearOf(meaning: { year?: number; yearShift?: number }, anchor: Day | undefined): number | undefined {
  if (meaning.year !== undefined) return meaning.year;
  return meaning.yearShift !== undefined && anchor ? anchor.year + meaning.yearShift : undefined;
}

/** The direction that "last" and "next" give. */
function pointed(shift: number | undefined): Direction {
  return shift === undefined || shift === 0 ? undefined : shift < 0 ? 'past' : 'future';
}

/** How much farther than it is a day counts that lies on the side that the verbs speak against. */
const AGAINST = 4;

/** Where a holiday without a fixed day is looked for. */
const MID_MONTH = 15;

/** A leap day comes every fourth year. */
const LEAP = 4;

/** The year that brings a day nearest to the anchor, unless the verbs say which side it is on. */
function nearestYear(anchor: Day, month: number, day: number, direction: Direction): number {
  const at = dayNumber(anchor);
  let best = anchor.year;
  let least = Number.POSITIVE_INFINITY;
  for (let year = anchor.year - LEAP; year <= anchor.year + LEAP; year++) {
    if (!dayExists(day, month, year)) continue;
    const away = dayNumber({ year, month, day }) - at;
    const against = (direction === 'past' && away > 0) || (direction === 'future' && away < 0);
    const distance = Math.abs(away) * (against ? AGAINST : 1);
    if (distance < least) {
      least = distance;
      best = year;
    }
  }
  return best;
}

function yearOfMonth(anchor: Day, month: number, shift: number | undefined, direction: Direction): number {
  if (shift === undefined) return nearestYear({ ...anchor, day: 1 }, month, 1, direction);
  if (shift === 0) return anchor.year;
  if (shift < 0) return month < anchor.month ? anchor.year : anchor.year - 1;
  return month > anchor.month ? anchor.year : anchor.year + 1;
}

const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function yearOfSeason(anchor: Day, season: string, shift: number | undefined): number {
  if (shift === undefined || shift === 0) return anchor.year;
  const start = SEASON_STARTS[season]!;
  if (shift < 0) return start + 2 < anchor.month ? anchor.year : anchor.year - 1;
  return start > anchor.month ? anchor.year : anchor.year + 1;
}

/** A fiscal quarter is read as one of the calendar year; without a year it is the last one that is over. */
function quarterOf(
  meaning: { quarter: number; year?: number; yearShift?: number },
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

/** News names the days of the week just past, its own day included, unless a verb looks ahead. */
function weekdayFrom(base: Day, weekday: number, shift: number | undefined, direction: Direction, from: Base): Day {
  const back = (weekdayOf(base) - weekday + 7) % 7;
  if (shift === undefined) return addDays(base, direction === 'future' && back > 0 ? 7 - back : -back);
  if (shift === 0) return from === 'mention' ? addDays(base, -back) : addDays(base, weekday - weekdayOf(base));
  if (shift < 0) return addDays(base, back === 0 ? -7 : -back);
  return addDays(base, back === 0 ? 7 : 7 - back);
}

/** A weekend named on a weekday is the one just past, unless a verb looks ahead. */
function weekendFrom(base: Day, shift: number, direction: Direction): Day {
  const past = shift === 0 && weekdayOf(base) < 5 && direction !== 'future';
  return addDays(base, (past ? -1 : shift) * 7);
}

function mentionedDay(discourse: Discourse): Day | undefined {
  return discourse.mention?.unit === 'day' ? discourse.mention.day : undefined;
}

function baseDay(base: Base, discourse: Discourse, unit: Unit): Day | undefined {
  if (base === 'anchor') return discourse.anchor;
  if (unit === 'day') return mentionedDay(discourse) ?? discourse.anchor;
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

function distanceFrom(amount: number, unit: Unit, sign: -1 | 1, base: Base, discourse: Discourse): Period | undefined {
  const count = sign * amount;
  if (unit === 'year' && amount === 1 && discourse.quarter)
    return { day: addMonths(discourse.quarter, 12 * sign), unit: 'quarter' };
  const mention = base === 'mention' ? discourse.mention : undefined;
  const from = mention?.day ?? discourse.anchor;
  if (!from) return undefined;
  switch (unit) {
    case 'year':
      if (mention && mention.unit !== 'year')
        return { day: addMonths(from, Math.round(count * 12)), unit: mention.unit };
      return { day: addMonths(from, Math.round(count * 12)), unit };
    case 'decade':
      return { day: addMonths(from, Math.round(count * 120)), unit: 'year' };
    case 'century':
      return { day: addMonths(from, Math.round(count * 1200)), unit: 'year' };
    case 'quarter':
      return { day: addMonths(from, Math.round(count * 3)), unit };
    case 'month':
      return { day: addMonths(from, Math.round(count)), unit: mention?.unit === 'day' ? 'day' : 'month' };
    case 'week':
    case 'weekend':
      return { day: addDays(from, Math.round(count * 7)), unit: mention?.unit === 'day' ? 'day' : 'week' };
    case 'day':
      return { day: addDays(from, Math.round(count)), unit };
    default:
      return { day: from, unit: 'day' };
  }
}

function periodValue({ day, unit }: Period): string {
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
function openValue(meaning: Dated): string {
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

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A year in four digits, years before the first as TIMEX3 writes them: `BC0044`. */
function four(value: number): string {
  return value > 0 ? String(value).padStart(4, '0') : `BC${String(1 - value).padStart(4, '0')}`;
}
