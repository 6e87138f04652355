import { visitAt } from './last-visit.ts';

const ACTIVE = 'visit.active';
const SINCE = 'visit.since';

/** Records that the desk is being looked at; gives the time from which changes are news, or null on the first visit. */
export function visit(): string | null {
  const now = new Date().toISOString();
  const { active, since } = visitAt(now, { active: localStorage.getItem(ACTIVE), since: localStorage.getItem(SINCE) });
  localStorage.setItem(ACTIVE, active ?? now);
  if (since !== null) localStorage.setItem(SINCE, since);
  return since;
}

/** Everything up to now has been seen. */
export function markSeen(): string {
  const now = new Date().toISOString();
  localStorage.setItem(ACTIVE, now);
  localStorage.setItem(SINCE, now);
  return now;
}
