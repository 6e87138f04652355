import { addDays, type Day, dayExists, dayNumber, weekdayOf } from './calendar.ts';
import type { Direction } from './direction.ts';
import type { Base } from './meaning.ts';

/**
 * How much farther than it is a day counts that lies on the side that the verbs speak against. Tuned on the tuning part
 * of TempEval-3's training data, where everything from 2.5 to 4 does equally well.
 */
const AGAINST = 4;

/** A leap day comes every fourth year. */
const LEAP = 4;

/** The month in which a season begins. */
const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The direction that "last" and "next" give. */
export function pointed(shift: number | undefined): Direction {
  return shift === undefined || shift === 0 ? undefined : shift < 0 ? 'past' : 'future';
}

/** The year that brings a day nearest to the anchor, unless the verbs say which side it is on. */
export function nearestYear(anchor: Day, month: number, day: number, direction: Direction): number {
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

/** The year of a month alone, "last May" or "next May". */
export function yearOfMonth(anchor: Day, month: number, shift: number | undefined, direction: Direction): number {
  if (shift === undefined) return nearestYear({ ...anchor, day: 1 }, month, 1, direction);
  if (shift === 0) return anchor.year;
  if (shift < 0) return month < anchor.month ? anchor.year : anchor.year - 1;
  return month > anchor.month ? anchor.year : anchor.year + 1;
}

/** The year of a season alone, or of "last summer". */
export function yearOfSeason(anchor: Day, season: string, shift: number | undefined, direction: Direction): number {
  const start = SEASON_STARTS[season]!;
  if (shift === undefined) return direction === 'past' && start > anchor.month ? anchor.year - 1 : anchor.year;
  if (shift === 0) return anchor.year;
  if (shift < 0) return start + 2 < anchor.month ? anchor.year : anchor.year - 1;
  return start > anchor.month ? anchor.year : anchor.year + 1;
}

/** News names the days of the week just past, its own day included, unless a verb looks ahead. */
export function weekdayFrom(
  base: Day,
  weekday: number,
  shift: number | undefined,
  direction: Direction,
  from: Base,
): Day {
  const back = (weekdayOf(base) - weekday + 7) % 7;
  if (shift === undefined) return addDays(base, direction === 'future' && back > 0 ? 7 - back : -back);
  if (shift === 0 && from === 'anchor') {
    const day = addDays(base, weekday - weekdayOf(base));
    return direction === 'future' && weekday < weekdayOf(base) ? addDays(day, 7) : day;
  }
  if (shift === 0) return addDays(base, -back);
  if (shift < 0) return addDays(base, back === 0 ? -7 : -back);
  return addDays(base, back === 0 ? 7 : 7 - back);
}

/** A weekend named on a weekday is the one just past, unless a verb looks ahead. */
export function weekendFrom(base: Day, shift: number, direction: Direction): Day {
  const past = shift === 0 && weekdayOf(base) < 5 && direction !== 'future';
  return addDays(base, (past ? -1 : shift) * 7);
}
