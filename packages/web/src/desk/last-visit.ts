/** A visit ends when nothing was opened for this long, in milliseconds. */
const VISIT_ENDS_AFTER = 45 * 60 * 1000;

/** When the desk was opened last (ISO 8601), and the end of the visit before this one: null on the first visit. */
export interface Visits {
  readonly active: string | null;
  readonly since: string | null;
}

/** What is remembered after a page is opened at `now`. */
export function visitAt(now: string, before: Visits): Visits {
  if (before.active === null) return { active: now, since: before.since };
  const pause = Date.parse(now) - Date.parse(before.active);
  return { active: now, since: pause > VISIT_ENDS_AFTER ? before.active : before.since };
}
