import { unpackText } from './compact-text.ts';
import { type CopyDecision, decideCopy } from './copy-decision.ts';
import { type CopyFeatures, keysOf } from './copy-features.ts';
import { ARTICLES_A_KEY, MOST_CANDIDATES } from './copy-keys.ts';
import { indexTiles } from './tiling.ts';

/** An article that another is related to. */
export interface RelatedCopy<Id> {
  id: Id;
  decision: CopyDecision;
}

/**
 * Finds the copies among articles that arrive one by one, in memory: the judgement of `hearsay copies`, with the keys,
 * bounds and decision of the ledger. What one more article costs does not grow with their number.
 *
 *     const index = new CopyIndex<string>();
 *     index.add('first', features);
 *     index.add('second', reprint);  // [{ id: 'first', decision: { label: 'same', … } }]
 */
export class CopyIndex<Id> {
  readonly #articles: { id: Id; text: Uint8Array }[] = [];
  readonly #keys = new Map<number, number[]>();

  /** Compares an article with those before it, and keeps it for those behind it. Returns the related ones, oldest first. */
  add(id: Id, features: CopyFeatures): RelatedCopy<Id>[] {
    const bytes = new Uint8Array(Buffer.from(features.text, 'base64'));
    const keys = keysOf(features);
    const candidates = this.#candidates(keys);
    const related: RelatedCopy<Id>[] = [];
    if (candidates.length > 0) {
      const text = indexTiles(unpackText(bytes));
      for (const candidate of candidates) {
        const article = this.#articles[candidate];
        const decision = decideCopy(text, unpackText(article.text));
        if (decision.label !== null) related.push({ id: article.id, decision });
      }
    }
    const place = this.#articles.push({ id, text: bytes }) - 1;
    for (const key of keys) {
      const articles = this.#keys.get(key);
      if (articles === undefined) this.#keys.set(key, [place]);
      else if (articles.length < ARTICLES_A_KEY) articles.push(place);
    }
    return related;
  }

  #candidates(keys: Int32Array): number[] {
    const shared = new Map<number, number>();
    for (const key of keys) {
      for (const article of this.#keys.get(key) ?? []) shared.set(article, (shared.get(article) ?? 0) + 1);
    }
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_CANDIDATES);
    return best.map(([article]) => article).sort((a, b) => a - b);
  }
}
