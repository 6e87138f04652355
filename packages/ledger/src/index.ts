/** What many readings say together. */
export type { AnalysedArticle } from './analysed-article.ts';
