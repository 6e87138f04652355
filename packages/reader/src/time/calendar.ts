/** A day of the proleptic Gregorian calendar. */
export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01. Months out of 1 to 12 and days out of the month roll over. */
export function dayNumber(day: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(day.year, day.month - 1, day.day);
  return Math.round(date.getTime() / MILLISECONDS_A_DAY);
}

/** The day that is `number` days after 1970-01-01. */
export function dayOf(number: number): Day {
  const date = new Date(number * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return mod(dayNumber(day) + 3, 7) + 1;
}

export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** Moves by whole months; a day that the target month lacks becomes the month's last. */
export function addMonths(day: Day, count: number): Day {
  const months = day.year * 12 + day.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = mod(months, 12) + 1;
  return { year, month, day: Math.min(day.day, daysIn(year, month)) };
}

export function daysIn(year: number, month: number): number {
  return dayOf(dayNumber({ year, month: month + 1, day: 0 })).day;
}

/** The ISO 8601 week that holds a day: the week's own year and its number. */
export function weekOf(day: Day): { year: number; week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 });
  return { year: thursday.year, week: Math.floor((dayNumber(thursday) - first) / 7) + 1 };
}

/** Whether the calendar has a day, in a leap year where the year is not said. */
export function dayExists(day: number, month: number, year = 2000): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The day at which an ISO 8601 date or date-time begins; undefined where it is none or names no full day. */
export function parseDay(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return dayExists(day.day, day.month, day.year) ? day : undefined;
}

function mod(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}
