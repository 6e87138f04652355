/** What many readings say together. */
export type { AnalysedArticle } from './analysed-article.ts';
export { LedgerError } from './store/ledger-error.ts';
export { type OpenOptions, openStore } from './store/open-store.ts';
export { Store } from './store/store.ts';
