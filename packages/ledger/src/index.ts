/**
 * What many readings say together.
 *
 *     import { ingest, openStore } from '@hearsay/ledger';
 *     const store = await openStore('news.db', { access: 'write' });
 *     await ingest(store, source);
 */
export type { AnalysedArticle } from './analysed-article.ts';
export { decide, undo } from './edits/decide.ts';
export { DECISIONS, type Decision, type DecisionKind, type Payload } from './edits/decision.ts';
export { decisionsOf } from './edits/decisions.ts';
export { type Changes, compareReadings } from './ingest/compare-readings.ts';
export { type IngestOptions, type IngestSummary, ingest } from './ingest/ingest.ts';
export { type RereadOptions, reread } from './ingest/reread.ts';
export type { Incoming, Source } from './ingest/source.ts';
export type { Judgement, RecordedArticle } from './judgement.ts';
export { check } from './store/check.ts';
export { forget } from './store/forget.ts';
export { LedgerError, type LedgerErrorCode } from './store/ledger-error.ts';
export { type OpenOptions, openStore } from './store/open-store.ts';
export { restore } from './store/restore.ts';
export { Store } from './store/store.ts';
