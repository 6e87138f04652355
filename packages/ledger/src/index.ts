/**
 * What many readings say together.
 *
 *     import { ingest, openStore } from '@hearsay/ledger';
 *     const store = await openStore('news.db', { access: 'write' });
 *     await ingest(store, openSource(['saved/']));
 *     const found = await searchAnswer(store, 'speaker:Vell certainty:Uu after:2026-04-01 airstrike');
 *
 * Questions take a store that was opened to read as well, and may be asked from any worker thread. What they answer is
 * defined in `questions/answers.ts`.
 */
export type { AnalysedArticle } from './analysed-article.ts';
export { decide, undo } from './edits/decide.ts';
export { DECISIONS, type Decision, type DecisionKind, type Payload } from './edits/decision.ts';
export { decisionsOf } from './edits/decisions.ts';
export { EXPORT_FORMATS, type ExportFormat, type ExportRequest, exportLedger } from './exports/export-ledger.ts';
export { type Changes, compareReadings } from './ingest/compare-readings.ts';
export { type IngestOptions, type IngestSummary, ingest } from './ingest/ingest.ts';
export { type RereadOptions, reread } from './ingest/reread.ts';
export type { Incoming, Source } from './ingest/source.ts';
export { openSource } from './ingest/sources/open-source.ts';
export type { Judgement, RecordedArticle } from './judgement.ts';
export type * from './questions/answers.ts';
export { articleAnswer } from './questions/article.ts';
export { type ArticleOn, articlesOn } from './questions/articles-on.ts';
export { claimAnswer, claimEvidencePage } from './questions/claim.ts';
export { claimsLike, claimsLikeAnswer, type LikeClaim } from './questions/claims-like.ts';
export { comparisonAnswer } from './questions/comparison.ts';
export { decisionsAnswer } from './questions/decisions.ts';
export { deskAnswer } from './questions/desk.ts';
export { entityAbout, entityActors, entityAnswer, entitySaid } from './questions/entity.ts';
export { UnknownCursorError } from './questions/pages.ts';
export { type Searched, searchAnswer, suggestionsAnswer } from './questions/search.ts';
export { skippedAnswer } from './questions/skipped.ts';
export { storyAnswer, storyArticles, storyClaims, storySingleClaims } from './questions/story.ts';
export { parseSearch, type SearchQuery } from './search/search-query.ts';
export { type Statistics, statistics } from './statistics/statistics.ts';
export { check } from './store/check.ts';
export { forget } from './store/forget.ts';
export { LedgerError, type LedgerErrorCode } from './store/ledger-error.ts';
export { type OpenOptions, openStore } from './store/open-store.ts';
export { restore } from './store/restore.ts';
export { Store } from './store/store.ts';
