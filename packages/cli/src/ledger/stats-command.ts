import { visibleText } from '@hearsay/ledger/exports/visible-text';
import { statistics } from '@hearsay/ledger/statistics/statistics';
import { print } from '../output.ts';
import { withLedger } from './with-ledger.ts';

/** Prints sources and quotations counted over the ledger. */
export async function runStats({ ledger, json }: { ledger: string; json?: boolean }): Promise<boolean> {
  return withLedger(ledger, { access: 'read' }, async (store) => {
    const counted = await statistics(store);
    if (json) {
      await print(`${JSON.stringify(counted)}\n`);
      return true;
    }
    const { articles, assertions, quotations, sourcesAnArticle, unnamedShare, outlets, speakers } = counted;
    const percent = (share: number): string => `${Math.round(100 * share)} %`;
    const lines = [
      `${articles} articles, ${assertions} assertions, ${quotations} of them quotations in whole or in part`,
      `sources an article: ${sourcesAnArticle.mean.toFixed(1)} in the mean, ${sourcesAnArticle.most} at most`,
      `unnamed: ${percent(unnamedShare)} of what sources say`,
      ...(outlets.length === 0 ? [] : ['', 'Outlets: articles, sources an article, unnamed']),
      ...outlets.map(
        ({ outlet, articles: count, sources, unnamedShare: share }) =>
          `${String(count).padStart(7)} ${sources.toFixed(1).padStart(5)} ${percent(share).padStart(6)}  ${visibleText(outlet)}`,
      ),
      ...(speakers.length === 0 ? [] : ['', 'Quoted most: quotations, articles']),
      ...speakers.map(
        ({ name, quotations, articles: count }) =>
          `${String(quotations).padStart(7)} ${String(count).padStart(5)}  ${visibleText(name)}`,
      ),
    ];
    await print(`${lines.join('\n')}\n`);
    return true;
  });
}
