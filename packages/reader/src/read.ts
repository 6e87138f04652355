import { hash } from 'node:crypto';
import { resolveActors } from './actors/actors.ts';
import type { Article } from './article/article.ts';
import { readPlainText } from './article/plain-text.ts';
import { findAssertions } from './attribution/assertions.ts';
import { findQuotations, quotationDepth } from './attribution/quotations.ts';
import { analyse } from './language/analyse.ts';
import type { Language, Sentences, Tokens } from './language/language.ts';
import { splitSentences } from './language/sentences.ts';
import { tokenize } from './language/tokens.ts';
import type { Model } from './model/model.ts';
import { decodePage } from './page/charset.ts';
import { isoDate } from './page/dates.ts';
import { readPage } from './page/page.ts';
import type { ArticleMetadata, Assertion, Reading, Span, Warning } from './reading.ts';
import { findStatements } from './statements/statements.ts';
import { findTimes, type TimeAnchor } from './time/times.ts';

/** One report to read: a page (`html`) or plain text (`text`), as a string or as the bytes that came. */
export interface ReadInput {
  /** Names the report; without it the SHA-256 of its bytes does. */
  id?: string | undefined;
  html?: string | Uint8Array | undefined;
  text?: string | Uint8Array | undefined;
  /** The transport's `Content-Type`: it may name the bytes' character set. */
  contentType?: string | undefined;
  url?: string | undefined;
  outlet?: string | undefined;
  /** ISO 8601 date or time, the anchor of "Tuesday" and "last week". */
  published?: string | undefined;
  title?: string | undefined;
}

export const READER_VERSION = '0.1.0';

/** Longest input that is read whole, in UTF-16 code units: some twenty novels' chapters; a longer one is cut here and says so. */
export const MAX_INPUT_LENGTH = 5_000_000;

/**
 * Reads one report: who says what in it, through whom, and how firmly. Pure: the same input and model give the same
 * reading, and nothing is kept between calls. Never throws for what an input holds; what could not be read stands in
 * `warnings`.
 *
 *     read({ text: '"It is over," Mara Vell said.', published: '2031-04-02' }, model).assertions[0].certainty  // "CT+"
 */
export function read(input: ReadInput, model: Model): Reading {
  return readAnalysed(input, model).reading;
}

/** The same reading with the language layer that it rests on, for judgements over the words of many articles. */
export function readAnalysed(input: ReadInput, model: Model): { reading: Reading; language: Language } {
  const id = input.id ?? hash('sha256', input.html ?? input.text ?? '', 'hex');
  return analyseArticle(id, readArticle(input, model), model);
}

/**
 * Reads an article again that was found before, by an older model perhaps: what the page gave (text, blocks, inserts,
 * metadata) stays as `earlier` has it, and everything from the words on is new. For text the input itself can be put
 * together again with `restoreInput`, and read in full.
 */
export function readAnalysedAgain(
  { id, text, blocks, inserts, article, warnings }: Reading,
  model: Model,
): { reading: Reading; language: Language } {
  return analyseArticle(id, { text, blocks, inserts, metadata: article, warnings }, model);
}

function analyseArticle(id: string, article: Article, model: Model): { reading: Reading; language: Language } {
  // Of another language nothing but the article stands: what English rules find in it would be invented.
  const words = isForeign(article) ? '' : article.text;
  const tokens = tokenize(words);
  const sentences = splitSentences(tokens, beforeAndAfterDateline(article));
  const language = analyse(tokens, sentences, model.language);
  const quotations = findQuotations(tokens, sentences, article.blocks);
  const found = findAssertions(language, article.blocks, quotations, model);
  const depth = quotationDepth(tokens.count, quotations);
  const { actors, assertions } = resolveActors(language, depth, found, article.metadata.outlet);
  const times = findTimes(words, timeAnchor(article.metadata));
  const reading: Reading = {
    version: 1,
    id,
    reader: { version: READER_VERSION, model: model.version },
    article: article.metadata,
    text: article.text,
    blocks: [...article.blocks],
    inserts: [...article.inserts],
    sentences: sentenceSpans(tokens, sentences),
    actors,
    times,
    assertions: assertions.map(roundConfidence),
    statements: findStatements(language, depth, actors, assertions, times),
    warnings: [...article.warnings],
  };
  return { reading, language };
}

function readArticle(input: ReadInput, model: Model): Article {
  const warnings: Warning[] = [];
  const body = decode(input, warnings);
  const options = { ...input, published: checkedDate(input.published, warnings) };
  const article = input.html === undefined ? readPlainText(body, options) : readPage(body, options, model.page);
  return { ...article, warnings: [...warnings, ...article.warnings] };
}

/** Three decimals: more would promise what no calibration can keep. */
function roundConfidence(assertion: Assertion): Assertion {
  return { ...assertion, confidence: Math.round(assertion.confidence * 1000) / 1000 };
}

function isForeign({ warnings }: Article): boolean {
  return warnings.some(({ code }) => code === 'language');
}

/** The blocks, a dateline apart from the sentence after it: "LENN, May 3 —" is no part of who said what. */
function beforeAndAfterDateline({ blocks, metadata: { dateline } }: Article): Span[] {
  if (dateline === undefined) return [...blocks];
  return blocks.flatMap(({ start, end }) =>
    start < dateline.end && dateline.end < end
      ? [
          { start, end: dateline.end },
          { start: dateline.end, end },
        ]
      : [{ start, end }],
  );
}

function decode({ html, text, contentType }: ReadInput, warnings: Warning[]): string {
  let body = html ?? text ?? '';
  if (typeof body !== 'string') {
    const decoded = decodePage(body, contentType);
    warnings.push(...decoded.warnings);
    body = decoded.html;
  }
  if (body.length <= MAX_INPUT_LENGTH) return body;
  const message = `it is longer than ${MAX_INPUT_LENGTH} characters: only what came before was read`;
  warnings.push({ code: 'truncated', message });
  return body.slice(0, MAX_INPUT_LENGTH);
}

function checkedDate(given: string | undefined, warnings: Warning[]): string | undefined {
  if (given === undefined) return undefined;
  const date = isoDate(given);
  if (date === undefined) warnings.push({ code: 'published', message: `"${given}" is no date: it was not used` });
  return date;
}

function timeAnchor({ published, dateline }: ArticleMetadata): TimeAnchor {
  return {
    ...(published === undefined ? {} : { published }),
    ...(dateline?.date === undefined ? {} : { dateline: dateline.date }),
  };
}

function sentenceSpans(tokens: Tokens, sentences: Sentences): Span[] {
  return Array.from(sentences.first, (first, at) => ({
    start: tokens.start[first],
    end: tokens.end[sentences.end[at] - 1],
  }));
}
