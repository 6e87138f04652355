import type { StatementEntry } from '../questions/answers.ts';

type Since = NonNullable<StatementEntry['since']>;

/** A statement as the check looks at it. */
interface Dated {
  at: string;
  medium: string;
}

/**
 * Holds "his first message since May" against the other statements that the ledger has of the same person: `contradicted` by
 * one that lies between, `consistent` where there is one from that time and none between, else `unknown`. Pure. `value` is a
 * TIMEX3 date (a year, a month or a day); `others` are of the same person, this statement left out.
 */
export function checkSince(
  since: { order: 'first' | 'last'; value: string },
  statement: Dated,
  others: readonly Dated[],
): Pick<Since, 'verdict' | 'why'> {
  const period = periodOf(since.value);
  if (period === undefined) return { verdict: 'unknown', why: `"${since.value}" is no date that could be compared` };
  // Reports of one statement differ by a day.
  const before = dayBefore(statement.at);
  const between = others.filter(({ at }) => at.slice(0, 10) > period.end && at.slice(0, 10) < before);
  if (between.length > 0) {
    const [first] = between;
    return {
      verdict: 'contradicted',
      why: `the ledger has a statement (${first.medium}) of ${first.at.slice(0, 10)} between`,
    };
  }
  const from = others.find(({ at }) => at.slice(0, 10) >= period.start && at.slice(0, 10) <= period.end);
  if (from !== undefined) {
    return { verdict: 'consistent', why: `the ledger has one of ${from.at.slice(0, 10)} and none between` };
  }
  return { verdict: 'unknown', why: `the ledger has no statement from ${since.value} and none between` };
}

function periodOf(value: string): { start: string; end: string } | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value);
  if (found === null) return undefined;
  const [, year, month, day] = found;
  if (month === undefined) return { start: `${year}-01-01`, end: `${year}-12-31` };
  if (day === undefined) return { start: `${year}-${month}-01`, end: `${year}-${month}-31` };
  return { start: `${year}-${month}-${day}`, end: `${year}-${month}-${day}` };
}

function dayBefore(at: string): string {
  return new Date(Date.parse(at) - 86_400_000).toISOString().slice(0, 10);
}
