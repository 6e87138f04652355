import type { AnalysedArticle } from '../analysed-article.ts';
import { type Assignment, assignClaims, polarityTo } from './assign-claims.ts';
import { ClaimIndex } from './claim-index.ts';
import { claimFeatures } from './features.ts';
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
  readonly #index = new ClaimIndex();
  readonly #claims = new Map<
    number,
    { text: string; members: { id: string; assertion: string; assigned: Assignment }[] }
  >();

  add(article: AnalysedArticle): void {
    const { reading } = article;
    const features = claimFeatures(article);
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

  /** All claims so far, in the order in which they were first made. */
  claims(): FoundClaim[] {
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
