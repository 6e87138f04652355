import type { StatusName } from '../questions/answers.ts';
import type { Standing, StandingChange, StatusEvidence } from './evidence.ts';
import { IndependentOrigins } from './independent-origins.ts';

/** Certainty with which a source counts as reporting the claim, or its opposite, rather than floating it. */
const FIRM: ReadonlySet<string> = new Set(['CT+', 'PR+', 'CT-', 'PR-']);

/**
 * How a claim stands, by the rule in docs/status.md: over independent origins, certainty, stance, denials and time. It never
 * says true or false. Pure; evidence in any order.
 */
export function currentStanding(evidence: readonly StatusEvidence[]): Standing {
  return standing(tallied(evidence));
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

interface Tally {
  /** Independent origins that report it firmly and have not taken it back. */
  firm: number;
  /** Independent origins that ever reported it firmly. */
  everFirm: number;
  /** Independent origins that report it at all. */
  origins: number;
  against: number;
  /** Somebody could not confirm it, or leaves it open. */
  unverified: boolean;
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

function tallied(evidence: readonly StatusEvidence[]): Tally {
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

/** The tally as evidence arrives and is taken back, in order of time. */
class RunningTally implements Tally {
  unverified = false;
  readonly #reporting = new IndependentOrigins();
  readonly #firm = new IndependentOrigins();
  readonly #against = new IndependentOrigins();
  /** The pieces that counted as a firm origin and still stand. */
  readonly #standing = new Set<StatusEvidence>();

  get firm(): number {
    return this.#standing.size;
  }

  get everFirm(): number {
    return this.#firm.count;
  }

  get origins(): number {
    return this.#reporting.count;
  }

  get against(): number {
    return this.#against.count;
  }

  add(piece: StatusEvidence): void {
    if (piece.polarity === 'observing') {
      if (piece.certainty === 'Uu') this.unverified = true;
    } else if (piece.polarity === 'against') {
      if (FIRM.has(piece.certainty)) this.#against.add(piece);
      this.#takeBack(piece);
    } else {
      this.#reporting.add(piece);
      if (isFirm(piece) && this.#firm.add(piece)) this.#standing.add(piece);
    }
  }

  withdraw(piece: StatusEvidence): void {
    this.#standing.delete(piece);
  }

  /** Who said it before and now says the opposite has taken it back: the same speaker, or the same outlet in its own words. */
  #takeBack(denial: StatusEvidence): void {
    for (const piece of this.#standing) {
      if (piece.articleId === denial.articleId) continue;
      const sameSpeaker = piece.speakerId !== null && piece.speakerId === denial.speakerId;
      const sameOutlet =
        piece.speakerId === null &&
        denial.speakerId === null &&
        piece.outlet !== null &&
        piece.outlet === denial.outlet;
      if (sameSpeaker || sameOutlet) this.#standing.delete(piece);
    }
  }
}

function isFirm({ certainty, stance }: StatusEvidence): boolean {
  return FIRM.has(certainty) && stance !== 'distances';
}
