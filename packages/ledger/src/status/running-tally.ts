import type { Counting, NotCounted, StatusEvidence } from './evidence.ts';
import { type Dependence, IndependentOrigins } from './independent-origins.ts';

/** Certainty with which a source counts as reporting the claim, or its opposite, rather than floating it. */
const FIRM: ReadonlySet<string> = new Set(['CT+', 'PR+', 'CT-', 'PR-']);

/** What the status rule looks at. */
export interface Tally {
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

/** The tally as evidence arrives and is taken back, in order of time, and what each piece counted as. */
export class RunningTally implements Tally {
  unverified = false;
  readonly #reporting = new IndependentOrigins<StatusEvidence>();
  readonly #firm = new IndependentOrigins<StatusEvidence>();
  readonly #against = new IndependentOrigins<StatusEvidence>();
  /** The pieces that counted as a firm origin and still stand. */
  readonly #standing = new Set<StatusEvidence>();
  readonly #countings = new Map<StatusEvidence, Counting>();
  /** By firm piece: the hedged one of the same origin, which it counts in place of. */
  readonly #hedgedBefore = new Map<StatusEvidence, StatusEvidence>();

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

  get countings(): ReadonlyMap<StatusEvidence, Counting> {
    return this.#countings;
  }

  add(piece: StatusEvidence): void {
    if (piece.polarity === 'observing') {
      if (piece.certainty === 'Uu') this.unverified = true;
      this.#leaveOut(piece, 'no-commitment');
    } else if (piece.polarity === 'against') {
      if (isFirm(piece)) this.#count(piece, 'against', this.#against.add(piece));
      else this.#leaveOut(piece, 'hedged-denial');
      this.#takeBack(piece);
    } else {
      const reporting = this.#reporting.add(piece);
      if (isFirm(piece)) this.#addFirm(piece, reporting);
      else this.#count(piece, 'hedged', reporting);
    }
  }

  withdraw(piece: StatusEvidence): void {
    this.#standing.delete(piece);
    this.#leaveOut(piece, 'withdrawn');
  }

  /**
   * An origin is counted once, firm or hedged: origins that report it at all, less the firm ones, are those that are said to
   * hedge it. So a hedged piece gives way to a firm one that depends on it, and comes back where another that depends on that
   * firm one is independent of all before.
   */
  #addFirm(piece: StatusEvidence, reporting: Dependence<StatusEvidence> | undefined): void {
    const firm = this.#firm.add(piece);
    this.#count(piece, 'for', firm);
    if (firm === undefined) {
      this.#standing.add(piece);
      if (reporting === undefined || this.#countings.get(reporting.on)?.as !== 'hedged') return;
      this.#leaveOut(reporting.on, 'said-firmly', piece);
      this.#hedgedBefore.set(piece, reporting.on);
    } else if (reporting === undefined) {
      const hedged = this.#hedgedBefore.get(firm.on);
      if (hedged === undefined) return;
      this.#hedgedBefore.delete(firm.on);
      this.#count(hedged, 'hedged', undefined);
    }
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
      if (!sameSpeaker && !sameOutlet) continue;
      this.#standing.delete(piece);
      this.#leaveOut(piece, 'taken-back', denial);
    }
  }

  #count(piece: StatusEvidence, as: Counting['as'], dependence: Dependence<StatusEvidence> | undefined): void {
    if (dependence === undefined) this.#countings.set(piece, { as, why: null, of: null });
    else this.#leaveOut(piece, `same-${dependence.shared}`, dependence.on);
  }

  #leaveOut(piece: StatusEvidence, why: NotCounted, of: StatusEvidence | null = null): void {
    this.#countings.set(piece, { as: null, why, of });
  }
}

function isFirm({ certainty, stance }: StatusEvidence): boolean {
  return FIRM.has(certainty) && stance !== 'distances';
}
