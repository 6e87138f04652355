import type { ArticleMetadata, Warning } from '../reading.ts';
import type { Article } from './article.ts';
import { findByline, findCredit } from './credits.ts';
import { findDateline } from './dateline.ts';
import { guessLanguage } from './guess-language.ts';

/**
 * Adds to an article's metadata what its text says of itself: dateline, byline, agency, language. What the page or the
 * caller said goes first. Warns of a text with no words, and of one in another language than English, whatever the page
 * says that it is in.
 */
export function withTextMetadata(article: Article): Article {
  const { text, blocks, inserts } = article;
  const metadata: ArticleMetadata = { ...article.metadata, origins: { ...article.metadata.origins } };
  const language = guessLanguage(text);
  if (metadata.language === 'und' && language !== 'und') {
    metadata.language = language;
    metadata.origins.language = 'text';
  }
  const found = findDateline(text, blocks, metadata.published);
  const byline = findByline(text, blocks);
  if (found?.dateline) {
    metadata.dateline = found.dateline;
    metadata.origins.dateline = 'dateline';
  }
  if (byline && byline.names.length > 0 && metadata.bylines.length === 0) {
    metadata.bylines = byline.names;
    metadata.origins.bylines = 'byline';
  }
  const credit = metadata.credit ?? found?.credit ?? byline?.credit ?? findCredit(text, blocks, inserts);
  if (credit !== undefined && metadata.credit === undefined) {
    metadata.credit = credit;
    metadata.origins.credit = found?.credit ? 'dateline' : byline?.credit ? 'byline' : 'text';
  }
  return { ...article, metadata, warnings: [...article.warnings, ...warningsFor(language, blocks.length === 0)] };
}

function warningsFor(language: string, isEmpty: boolean): Warning[] {
  if (isEmpty) return [{ code: 'empty', message: 'it holds no words that could be an article' }];
  if (language === 'en' || language === 'und') return [];
  return [{ code: 'language', message: `its words seem to be in "${language}": the reader knows English only` }];
}
