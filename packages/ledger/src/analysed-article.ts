import type { Language } from '@hearsay/reader/language/language';
import type { Reading } from '@hearsay/reader/reading';

/** One article as every judgement of the ledger sees it: its reading, and the language layer under the reading's text. */
export interface AnalysedArticle {
  reading: Reading;
  language: Language;
}
