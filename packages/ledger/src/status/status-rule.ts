import type { StatusName } from '../questions/answers.ts';
import type { Counting, Standing, StandingChange, StatusEvidence } from './evidence.ts';
import { RunningTally, type Tally } from './running-tally.ts';

/**
 * How a claim stands, by the rule in docs/status.md: over independent origins, certainty, stance, denials and time. It never
 * says true or false. Pure; evidence in any order.
 */
export function currentStanding(evidence: readonly StatusEvidence[]): Standing {
  return standing(tallied(evidence));
}

/** Whether each piece counts for how its claim stands, as what, and if not why; by id of the assertion. Pure. */
export function countings(evidence: readonly StatusEvidence[]): Map<number, Counting> {
  const { countings: found } = tallied(evidence);
  return new Map([...found].map(([{ assertionId }, counting]) => [assertionId, counting]));
}

/** How a claim stands, and every change that led to it in the order of time with the evidence that made it. Pure. */
export function replayed(evidence: readonly StatusEvidence[]): { now: Standing; changes: StandingChange[] } {
  const changes: StandingChange[] = [];
  const running = new RunningTally();
  const events = eventsOf(evidence);
  for (const [at, event] of events.entries()) {
    if (event.kind === 'arrives') {
      running.add(event.evidence);
    } else {
      running.withdraw(event.evidence);
    }
    // What one article says at one time is heard out before it changes anything.
    const next = events[at + 1];
    if (next?.at === event.at && next.evidence.articleId === event.evidence.articleId) continue;
    const now = standing(running);
    if (now.status === changes.at(-1)?.status) continue;
    const { articleId, assertionId } = event.evidence;
    changes.push({ ...now, at: event.at, articleId, assertionId: event.kind === 'arrives' ? assertionId : null });
  }
  return { now: standing(running), changes };
}

/** The sentence of a standing out of its tally, as the ledger keeps it. */
export function reasonOf(tally: string): string {
  return standing(tallyOf(tally)).reason;
}

/** What the rule counted, out of how the ledger keeps it. */
export function tallyOf(tally: string): Tally {
  const [firm, everFirm, origins, against, unverified] = tally.split(' ').map(Number);
  return { firm, everFirm, origins, against, unverified: unverified === 1 };
}

function standing({ firm, everFirm, origins, against, unverified }: Tally): Standing {
  const figures = [firm, everFirm, origins, against, unverified ? 1 : 0].join(' ');
  const because = (status: StatusName, reason: string): Standing => ({ status, reason, tally: figures, origins });
  if (everFirm > 0 && firm === 0) {
    return because('retracted', `Retracted: ${all(everFirm)} that reported it firmly took it back.`);
  }
  if (against > 0 && firm > 0) {
    return because(
      'disputed',
      `Disputed: ${count(firm)} ${report(firm)} it firmly, ${count(against)} ${deny(against)} it.`,
    );
  }
  if (against > 0) return because('denied', `Denied: ${count(against)} ${deny(against)} it, nobody reports it firmly.`);
  if (firm > 1)
    return because('corroborated', `Corroborated: ${count(firm)} report it firmly, nobody denies it firmly.`);
  if (firm === 1 && !unverified) {
    return because(
      'single-origin',
      'Single origin: all that report it firmly go back to one, nobody denies it firmly.',
    );
  }
  if (firm === 1) {
    return because(
      'unconfirmed',
      'Unconfirmed: one origin reports it firmly, and somebody could not confirm it or leaves it open.',
    );
  }
  return because(
    'unconfirmed',
    `Unconfirmed: nobody reports it firmly${origins > 0 ? `, ${count(origins)} with a hedge or at a distance` : ''}.`,
  );
}

const count = (n: number) => (n === 1 ? 'one independent origin' : `${n} independent origins`);
const all = (n: number) => (n === 1 ? 'the one origin' : `all ${n} origins`);
const report = (n: number) => (n === 1 ? 'reports' : 'report');
const deny = (n: number) => (n === 1 ? 'denies' : 'deny');

function tallied(evidence: readonly StatusEvidence[]): RunningTally {
  const running = new RunningTally();
  for (const event of eventsOf(evidence)) {
    if (event.kind === 'arrives') running.add(event.evidence);
    else running.withdraw(event.evidence);
  }
  return running;
}

type Event = { kind: 'arrives' | 'withdrawn'; at: string; evidence: StatusEvidence };

function eventsOf(evidence: readonly StatusEvidence[]): Event[] {
  const events: Event[] = evidence.map((piece) => ({ kind: 'arrives', at: piece.at, evidence: piece }));
  for (const piece of evidence) {
    if (piece.withdrawnAt !== null) events.push({ kind: 'withdrawn', at: piece.withdrawnAt, evidence: piece });
  }
  return events.sort((a, b) => compare(a.at, b.at) || a.evidence.assertionId - b.evidence.assertionId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
