import { Readable } from 'node:stream';
import { decodePage } from '@hearsay/reader/page/charset';
import type { Incoming, IncomingArticle, SkippedInput } from '../src/ingest/source.ts';
import { openSource } from '../src/ingest/sources/open-source.ts';

/** What came of names, articles and skips apart. */
export async function takeAll(names: readonly string[], options: Parameters<typeof openSource>[1] = {}) {
  const articles: IncomingArticle[] = [];
  const skips: SkippedInput[] = [];
  for await (const incoming of openSource(names, options)) {
    if (incoming.kind === 'article') articles.push(incoming);
    else skips.push(incoming);
  }
  return { articles, skips };
}

/** The same, of bytes that come through standard input in pieces. */
export function takePiped(bytes: Uint8Array, pieceBytes = 1000) {
  const pieces: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += pieceBytes)
    pieces.push(Buffer.from(bytes.subarray(from, from + pieceBytes)));
  return takeAll(['-'], { standardInput: Readable.from(pieces) });
}

/** What an article says, as a string. */
export function wordsOf(incoming: Incoming): string {
  if (incoming.kind === 'skipped') return `${incoming.code}: ${incoming.reason}`;
  const body = incoming.input.html ?? incoming.input.text ?? '';
  return typeof body === 'string' ? body : decodePage(body, incoming.input.contentType).html;
}
