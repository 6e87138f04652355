import type { ArticleMetadata, Block, Warning } from '../reading.ts';
import type { Article } from './article.ts';
import { findByline, findCredit, parseByline } from './credits.ts';
import { findDateline } from './dateline.ts';
import { guessLanguage } from './guess-language.ts';

/**
 * Adds to an article's metadata what its text says of itself: headline, dateline, byline, agency, language. What the
 * page or the caller said goes first; a headline found stays in the text, as a heading. Warns of a text with no words,
 * and of one in another language than English, whatever the page says that it is in.
 */
export function withTextMetadata(article: Article): Article {
  const { text, inserts } = article;
  let { blocks } = article;
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
  if (metadata.title === undefined && opensWithHeadline(text, blocks, found?.dateline?.start)) {
    const [headline, ...rest] = blocks;
    metadata.title = text.slice(headline.start, headline.end);
    metadata.origins.title = 'text';
    blocks = [{ ...headline, kind: 'heading' }, ...rest];
  }
  const credit = metadata.credit ?? found?.credit ?? byline?.credit ?? findCredit(text, blocks, inserts);
  if (credit !== undefined && metadata.credit === undefined) {
    metadata.credit = credit;
    metadata.origins.credit = found?.credit ? 'dateline' : byline?.credit ? 'byline' : 'text';
  }
  return {
    ...article,
    blocks,
    metadata,
    warnings: [...article.warnings, ...warningsFor(language, blocks.length === 0)],
  };
}

/** In characters. */
const LONGEST_HEADLINE = 160;

/** Whether the first block is one line that is no sentence with its full stop, and a byline or the dateline comes next. */
function opensWithHeadline(text: string, blocks: readonly Block[], dateline: number | undefined): boolean {
  if (blocks.length < 3 && dateline === undefined) return false;
  const [first, next] = blocks;
  if (next === undefined || first.kind === 'list-item' || first.end - first.start > LONGEST_HEADLINE) return false;
  const line = text.slice(first.start, first.end);
  if (/[\n\r]|[.,:;…]["”’']?$/u.test(line) || !/\p{L}.* .*\p{L}/u.test(line) || parseByline(line)) return false;
  return (
    dateline === next.start || (dateline !== first.start && parseByline(text.slice(next.start, next.end)) !== undefined)
  );
}

function warningsFor(language: string, isEmpty: boolean): Warning[] {
  if (isEmpty) return [{ code: 'empty', message: 'it holds no words that could be an article' }];
  if (language === 'en' || language === 'und') return [];
  return [{ code: 'language', message: `its words seem to be in "${language}": the reader knows English only` }];
}
