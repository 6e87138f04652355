/** Before it no news page carried a date of its own; such dates are epochs, templates and slips of typing. */
const FIRST_YEAR = 1990;

/** Clocks and time zones differ by no more than this, in milliseconds. */
const TOLERANCE = 26 * 3_600_000;

/** Why a date of publication (ISO 8601) cannot be right, or undefined where it can; `now` is ISO 8601. */
export function dateProblem(published: string, now: string): string | undefined {
  if (Number.parseInt(published, 10) < FIRST_YEAR) return `the date ${published} lies before ${FIRST_YEAR}`;
  const time = Date.parse(inUtc(published));
  if (Number.isNaN(time)) return `"${published}" is no date`;
  if (time > Date.parse(now) + TOLERANCE) return `the date ${published} lies in the future`;
  return undefined;
}

/** A date or time as the reader gives it, as a time in UTC; one without a zone is taken as UTC. */
export function utcTime(published: string): string {
  return new Date(inUtc(published)).toISOString();
}

function inUtc(published: string): string {
  return /T[\d:.]+$/.test(published) ? `${published}Z` : published;
}
