import type { AnalysedArticle } from '../analysed-article.ts';
import { outletName } from './outlet-name.ts';
import { toldOutlet } from './told-outlet.ts';

/** Names kept of one article: those it credits first. */
const MOST = 6;

/**
 * The outlets that an article names as where it has its report from, each once, in the order of the text: "CNN reports",
 * "according to AFP", "told the Herald". Its own outlet is none of them.
 */
export function creditedOutlets({ reading }: AnalysedArticle): string[] {
  const own = reading.article.outlet;
  const credited = new Set<string>();
  for (const assertion of reading.assertions) {
    const outlet = toldOutlet(reading, assertion);
    if (outlet) credited.add(outlet);
  }
  if (own !== undefined) credited.delete(outletName(own) ?? own);
  return [...credited].slice(0, MOST);
}
