import { hash } from 'node:crypto';
import type { Article } from './article/article.ts';
import { findAssertions } from './attribution/assertions.ts';
import { namePlainly } from './attribution/plain-actors.ts';
import type { Sentences, Tokens } from './language/language.ts';
import { splitSentences } from './language/sentences.ts';
import { tokenize } from './language/tokens.ts';
import type { ArticleMetadata, Reading, Span, Warning } from './reading.ts';
import { parseDay } from './time/calendar.ts';
import { findTimes, type TimeAnchor } from './time/times.ts';

/** One report to read: a page (`html`) or plain text (`text`), as a string or as the bytes that came. */
export interface ReadInput {
  /** Names the report; without it the SHA-256 of its bytes does. */
  id?: string | undefined;
  html?: string | Uint8Array | undefined;
  text?: string | Uint8Array | undefined;
  /** What the transport said of the bytes' character set, as in `Content-Type`. */
  charset?: string | undefined;
  url?: string | undefined;
  outlet?: string | undefined;
  /** ISO 8601 date or time, the anchor of "Tuesday" and "last week". */
  published?: string | undefined;
  title?: string | undefined;
}

/** What the reader is given to read with, loaded by whoever does I/O. */
export interface Model {
  /** Names the weights, so that an old reading can be read again. */
  version: string;
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
  const article = readArticle(input);
  const warnings = [...article.warnings];
  const metadata = withOptions(article.metadata, input, warnings);
  const tokens = tokenize(article.text);
  const sentences = splitSentences(tokens, article.blocks);
  const { actors, assertions } = namePlainly(tokens, findAssertions(tokens, sentences, article.blocks));
  return {
    version: 1,
    id: input.id ?? hash('sha256', input.html ?? input.text ?? '', 'hex'),
    reader: { version: READER_VERSION, model: model.version },
    article: metadata,
    text: article.text,
    blocks: [...article.blocks],
    inserts: [...article.inserts],
    sentences: sentenceSpans(tokens, sentences),
    actors,
    times: findTimes(article.text, timeAnchor(metadata)),
    assertions,
    statements: [],
    warnings,
  };
}

function readArticle(input: ReadInput): Article {
  const given = input.text ?? input.html ?? '';
  const text = typeof given === 'string' ? given : new TextDecoder().decode(given);
  return { text, blocks: [], inserts: [], metadata: { language: 'und', bylines: [], origins: {} }, warnings: [] };
}

/** What the caller says goes before what the page says; where it says nothing new, the page's evidence stands. */
function withOptions(metadata: ArticleMetadata, input: ReadInput, warnings: Warning[]): ArticleMetadata {
  const given: Partial<ArticleMetadata> = {};
  for (const field of ['title', 'outlet', 'url', 'published'] as const) {
    const value = input[field];
    if (value === undefined || value === '') continue;
    if (field === 'published' && parseDay(value) === undefined) {
      warnings.push({ code: 'published', message: `"${value}" is no ISO 8601 date: it was not used` });
    } else {
      given[field] = value;
    }
  }
  const origins = Object.fromEntries(Object.keys(given).map((field) => [field, 'option']));
  return { ...metadata, ...given, origins: { ...metadata.origins, ...origins } };
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
