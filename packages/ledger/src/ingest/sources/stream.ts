import { decodePage } from '@hearsay/reader/page/charset';
import type { Incoming } from '../source.ts';
import { type ByteStream, look, takeIn } from './byte-stream.ts';
import { detectFormat } from './format.ts';
import { MAX_PAGE_BYTES, PROBE_BYTES } from './limits.ts';
import { pageInput } from './page.ts';
import { isGzip, undoGzip } from './undo-gzip.ts';
import { checkIsArticle, namesFeed } from './wanted-feed.ts';

/** What is known of a stream beside its bytes. */
export interface StreamOrigin {
  name: string;
  /** Where it was fetched in the end. */
  url?: string;
  contentType?: string;
  allowPrivate: boolean;
}

/**
 * The articles of one file, answer or pipe, told by its content: a page, a text, JSON lines, a WARC or a feed, each plain or
 * in gzip.
 * @throws {InputError} where nothing of it can be read.
 */
export async function* streamArticles(chunks: AsyncIterable<Buffer>, origin: StreamOrigin): AsyncGenerator<Incoming> {
  const stored = await look(chunks, PROBE_BYTES);
  try {
    if (!isGzip(stored.start)) {
      yield* formatArticles(stored, origin);
      return;
    }
    const stretches = undoGzip(stored.bytes);
    const first = await stretches.next();
    if (first.done) return;
    const plain = await look(first.value, PROBE_BYTES);
    try {
      yield* formatArticles(plain, origin, stretches);
    } finally {
      await plain.close();
      await stretches.return(undefined);
    }
  } finally {
    await stored.close();
  }
}

/** `pastDamage` is what of the stream comes after damage, where it can be gone on with: in a WARC, whose records are known by their beginning. */
async function* formatArticles(
  stream: ByteStream,
  origin: StreamOrigin,
  pastDamage?: AsyncIterable<AsyncIterable<Buffer>>,
): AsyncGenerator<Incoming> {
  const { name } = origin;
  // A stream that fails before it gives anything is told by its failure, not as empty.
  if (stream.start.length === 0) for await (const _ of stream.bytes);
  const format = detectFormat(stream, name);
  switch (format) {
    case 'json-lines': {
      const { jsonLines } = await import('./json-lines.ts');
      yield* jsonLines(stream.bytes, name);
      return;
    }
    case 'warc': {
      const { warcPages } = await import('./warc.ts');
      yield* warcPages(stream.bytes, name);
      let damages = 0;
      for await (const stretch of pastDamage ?? []) yield* warcPages(stretch, name, ++damages);
      return;
    }
    case 'feed': {
      const { feedArticles } = await import('./feed.ts');
      yield* feedArticles(await takeIn(stream.bytes, MAX_PAGE_BYTES), origin);
      return;
    }
    case 'html':
    case 'text': {
      const { url, contentType } = origin;
      const { bytes, failure } = await takeIn(stream.bytes, MAX_PAGE_BYTES);
      if (failure !== undefined) throw failure.thrown;
      if (format === 'html' && bytes !== null && namesFeed(url ?? name, contentType)) {
        checkIsArticle(decodePage(bytes, contentType).html, url);
      }
      yield { kind: 'article', input: pageInput(bytes, { url, contentType }), place: name };
    }
  }
}
