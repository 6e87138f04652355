import type { ClaimKeys } from './claim-keys.ts';
import { type ClaimModel, claimModel } from './claim-model.ts';
import type { Said } from './decision.ts';

/** A wording that a claim is known by, and whose it is. */
export interface Exemplar extends Said {
  /** `assertion.id`; 0 outside a ledger. */
  assertionId: number;
}

/** A claim as far as new assertions are compared with it. */
export interface IndexedClaim {
  id: number;
  /** Wordings that differ, at most `MOST_EXEMPLARS`: what is compared does not grow with the claim. */
  exemplars: Exemplar[];
  /** How many of its first members say it without and with a negation: `isNegative` goes by them. */
  stated: number;
  negated: number;
  /** Of the wording that is its text: how clear, and whether negated. */
  clarity: number;
  isTextNegated: boolean;
  isNew: boolean;
  isChanged: boolean;
  /** Whether it learnt a wording: exemplars are written again only then. */
  isTaught: boolean;
}

/** Slots for claims under one key: a later claim takes the place of an earlier one. */
export const SLOTS = 48;
export const MOST_EXEMPLARS = 6;
/**
 * A claim under fewer than a third of the keys that another is under is not compared: of 8,000 assertions of varied articles
 * that joined a claim 47 joined such a one, and two in five of all that were compared were such.
 */
const LEAST_SHARE = 1 / 3;
/**
 * What standing under a key of an event or a quotation counts, where one of a pair of words counts 1. Chosen on the labelled rumours in
 * a ledger of 1,683 reports: 3 and 5 find the same, 1 a twentieth less.
 */
const PRECISE = 3;
/** The clarity of a text that is not there. */
export const NO_CLARITY = -1000;

/** Claims by their keys, in memory: all of them for the filter, those that a batch can meet for the ledger. */
export class ClaimIndex {
  readonly claims = new Map<number, IndexedClaim>();
  /** By key: ids of claims, at most one for each slot. */
  readonly #byKey = new Map<number, number[]>();
  /** Filed since the index was made. */
  readonly filed: { key: number; slot: number; claim: number }[] = [];
  readonly model: ClaimModel;
  #next: number;

  /** `next`: the id that the first new claim gets. `model`: what propositions are compared by. */
  constructor(next = 1, model = claimModel()) {
    this.#next = next;
    this.model = model;
  }

  add(): IndexedClaim {
    const claim: IndexedClaim = {
      id: this.#next++,
      exemplars: [],
      stated: 0,
      negated: 0,
      clarity: NO_CLARITY,
      isTextNegated: false,
      isNew: true,
      isChanged: true,
      isTaught: true,
    };
    this.claims.set(claim.id, claim);
    return claim;
  }

  file(claim: IndexedClaim, keys: readonly number[]): void {
    for (const key of keys) {
      if (this.#byKey.get(key)?.includes(claim.id)) continue;
      this.put(key, claim.id);
      this.filed.push({ key, slot: claim.id % SLOTS, claim: claim.id });
    }
  }

  /** A new claim that was poured into others is filed as the one that it went into. */
  refile(targetOf: ReadonlyMap<number, number>): void {
    for (const entry of this.filed) {
      const target = targetOf.get(entry.claim);
      if (target === undefined) continue;
      entry.claim = target;
      entry.slot = target % SLOTS;
      this.put(entry.key, target);
    }
    for (const id of targetOf.keys()) this.claims.delete(id);
  }

  /** Puts under a key what the ledger has there, each in a slot of its own. */
  putAll(key: number, ids: number[]): void {
    this.#byKey.set(key, ids);
  }

  /** Puts a claim into its slot under a key: what is read from the ledger was filed before. */
  put(key: number, id: number): void {
    const ids = this.#byKey.get(key);
    if (ids === undefined) {
      this.#byKey.set(key, [id]);
      return;
    }
    const taken = ids.findIndex((other) => other % SLOTS === id % SLOTS);
    if (taken < 0) ids.push(id);
    else ids[taken] = id;
  }

  /**
   * Ids of the claims under most of the keys, events and quotations before pairs of words, at most `most`: those under most first,
   * and none that is under far fewer.
   * `except`: the claim that is asked for, which stands under all of its own.
   */
  under({ keys, precise }: ClaimKeys, most: number, except?: number): number[] {
    const hits = new Map<number, number>();
    let top = 0;
    for (const [at, key] of keys.entries()) {
      const weight = at < precise ? PRECISE : 1;
      for (const id of this.#byKey.get(key) ?? []) {
        if (id === except) continue;
        const times = (hits.get(id) ?? 0) + weight;
        hits.set(id, times);
        if (times > top) top = times;
      }
    }
    return [...hits]
      .filter(([, times]) => times >= top * LEAST_SHARE)
      .sort(([a, more], [b, less]) => less - more || b - a)
      .slice(0, most)
      .map(([id]) => id);
  }
}
