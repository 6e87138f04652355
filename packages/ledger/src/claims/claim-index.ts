import type { Said } from './decision.ts';

/** A claim as far as new assertions are compared with it. */
export interface IndexedClaim {
  id: number;
  /** Wordings that differ, at most `MOST_EXEMPLARS`: what is compared does not grow with the claim. */
  exemplars: Said[];
  /** How many of its first members say it without and with a negation: `isNegative` goes by them. */
  stated: number;
  negated: number;
  /** Of the wording that is its text: how clear, and whether negated. */
  clarity: number;
  isTextNegated: boolean;
  isNew: boolean;
  isChanged: boolean;
}

/** Nothing is its text yet. */
const UNNAMED = { clarity: Number.NEGATIVE_INFINITY, isTextNegated: false };

/** Most claims under one key: the newest stay. */
export const MOST_UNDER_KEY = 24;
export const MOST_EXEMPLARS = 6;

/** Claims by their keys, in memory: all of them for the filter, those that a batch can meet for the ledger. */
export class ClaimIndex {
  readonly claims = new Map<number, IndexedClaim>();
  /** By key: ids of claims, oldest first. */
  readonly byKey = new Map<number, number[]>();
  #next: number;

  /** `next`: the id that the first new claim gets. */
  constructor(next = 1) {
    this.#next = next;
  }

  add(): IndexedClaim {
    const claim = { id: this.#next++, exemplars: [], stated: 0, negated: 0, ...UNNAMED, isNew: true, isChanged: true };
    this.claims.set(claim.id, claim);
    return claim;
  }

  /** Files a claim under keys; what a full key loses is its oldest claim. */
  file(claim: IndexedClaim, keys: readonly number[]): void {
    for (const key of keys) {
      const ids = this.byKey.get(key);
      if (ids === undefined) this.byKey.set(key, [claim.id]);
      else if (!ids.includes(claim.id)) {
        ids.push(claim.id);
        if (ids.length > MOST_UNDER_KEY) ids.shift();
      }
    }
  }
}
