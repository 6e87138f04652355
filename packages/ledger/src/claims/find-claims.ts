import type { Reading } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { type Assignment, assignClaims, polarityTo } from './assign-claims.ts';
import { ClaimIndex } from './claim-index.ts';
import { claimModel } from './claim-model.ts';
import { type ClaimFeatures, claimFeatures } from './features.ts';
import { mergeClaims } from './merge-claims.ts';
import type { Polarity } from './proposition.ts';
import { standaloneText } from './wording.ts';

/** A claim as the filter prints it. */
export interface FoundClaim {
  /** From 1, in the order in which the claims were first made. */
  claim: number;
  text: string;
  assertions: { id: string; assertion: string; polarity: Polarity }[];
}

/**
 * Joins assertions of articles that come one by one into claims, without a ledger: the same decisions over an index in
 * memory. Memory grows with the number of assertions.
 */
export class ClaimFinder {
  readonly #index: ClaimIndex;
  readonly #claims = new Map<
    number,
    { text: string; members: { id: string; assertion: string; assigned: Assignment }[] }
  >();

  constructor(model = claimModel()) {
    this.#index = new ClaimIndex(1, model);
  }

  add(article: AnalysedArticle): void {
    this.addFeatures(article.reading, claimFeatures(article));
  }

  /** `add` for an article whose features are known. */
  addFeatures(reading: Reading, features: ClaimFeatures): void {
    for (const [ordinal, assigned] of assignClaims(features, this.#index).entries()) {
      const { id } = assigned.claim;
      const assertion = reading.assertions[ordinal];
      let found = this.#claims.get(id);
      if (found === undefined) {
        found = { text: '', members: [] };
        this.#claims.set(id, found);
      }
      if (assigned.givesText) found.text = standaloneText(reading, assertion, features.assertions[ordinal].wording);
      found.members.push({ id: reading.id, assertion: assertion.id, assigned });
    }
  }

  /** All claims so far, in the order in which they were first made, after a second look at them (`mergeClaims`). */
  claims(): FoundClaim[] {
    for (const { from, into, givesText } of mergeClaims(this.#index)) {
      const found = this.#claims.get(into.id)!;
      const poured = this.#claims.get(from.id)!;
      if (givesText) found.text = poured.text;
      found.members.push(
        ...poured.members.map((member) => ({ ...member, assigned: { ...member.assigned, claim: into } })),
      );
      this.#claims.delete(from.id);
    }
    return [...this.#claims]
      .sort(([a], [b]) => a - b)
      .map(([claim, { text, members }]) => ({
        claim,
        text,
        assertions: members.map(({ id, assertion, assigned }) => ({
          id,
          assertion,
          polarity: polarityTo(assigned.claim, assigned.polarity),
        })),
      }));
  }
}
