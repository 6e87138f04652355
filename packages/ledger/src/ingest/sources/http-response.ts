import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { InputError } from '@hearsay/input/input-error';
import { AsyncIterReader, StatusAndHeadersParser } from 'warcio';
import { MAX_PAGE_BYTES } from './limits.ts';

/** A response as an archive keeps it. */
export interface HttpResponse {
  status: number;
  contentType: string;
  /** What stands around `body`; see `decodedBody`. */
  contentEncoding: string;
  /** Its transfer encoding undone. */
  body: Buffer;
}

/** The content type of a response that names none. */
export const UNSET = '';

const LINE_FEED = 0x0a;

/** More encodings on top of each other than any server uses. */
const MAX_ENCODINGS = 4;

/**
 * The response (RFC 9112) in the block of a record; undefined where it is none. Its transfer encoding is undone,
 * unless its archive did so already and kept the header.
 */
export async function httpResponse(block: Buffer): Promise<HttpResponse | undefined> {
  const reader = new AsyncIterReader([block], null);
  const parsed = await new StatusAndHeadersParser().parse(reader, { headersClass: Headers });
  if (parsed === null || !parsed.statusline.startsWith('HTTP/')) return undefined;
  const sent = Buffer.from(await reader.readFully());
  const chunked = /\bchunked\b/i.test(parsed.headers.get('transfer-encoding') ?? '');
  return {
    status: Number(parsed.statusCode),
    contentType: parsed.headers.get('content-type') ?? UNSET,
    contentEncoding: parsed.headers.get('content-encoding') ?? '',
    body: chunked ? dechunked(sent) : sent,
  };
}

/**
 * Undoes chunked transfer encoding (RFC 9112, 7.1) in one pass; warcio's takes microseconds a chunk, which a body of
 * chunks of one byte makes half a minute. What does not begin with a chunk was undone before; a chunk that is broken
 * is the last.
 */
function dechunked(sent: Buffer): Buffer {
  const joined = Buffer.allocUnsafe(sent.length);
  let size = 0;
  let at = 0;
  while (at < sent.length) {
    const length = /^[ \t]*([0-9a-f]{1,8})[ \t]*[;\r\n]/i.exec(sent.toString('latin1', at, at + 32))?.[1];
    const lineEnd = sent.indexOf(LINE_FEED, at);
    if (length === undefined || lineEnd === -1) return at === 0 ? sent : joined.subarray(0, size);
    const from = lineEnd + 1;
    const to = from + Number.parseInt(length, 16);
    size += sent.copy(joined, size, from, Math.min(to, sent.length));
    if (to === from) break;
    at = to + 2;
  }
  return joined.subarray(0, size);
}

/**
 * The body with its content encoding undone, unless its archive did so already; null where it is longer than a page may be.
 * @throws {InputError} with code `content-encoding`.
 */
export function decodedBody({ body, contentEncoding }: HttpResponse): Buffer | null {
  const encodings = contentEncoding.toLowerCase().split(',', MAX_ENCODINGS);
  let bytes = body;
  for (const encoding of encodings.reverse()) {
    const undone = undo(bytes, encoding.trim());
    if (undone === null) return null;
    bytes = undone;
  }
  return bytes;
}

function undo(bytes: Buffer, encoding: string): Buffer | null {
  const options = { maxOutputLength: MAX_PAGE_BYTES };
  if (bytes.length === 0) return bytes;
  try {
    switch (encoding) {
      case '':
      case 'identity':
        return bytes;
      case 'br':
        return brotliDecompressSync(bytes, options);
      case 'deflate':
        // Half of the servers that say deflate send it without its zlib wrapper (RFC 9110, 8.4.1.2).
        return (bytes[0] & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(bytes, options);
      case 'zstd':
        return zstdDecompressSync(bytes, options);
      default:
        throw new Error('no such encoding is known');
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    if (looksPlain(bytes)) return bytes;
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(
      'content-encoding',
      `its content encoding "${encoding.slice(0, 20)}" cannot be undone (${why})`,
    );
  }
}

/** Whether these are the bytes of a page as it was before its encoding. */
function looksPlain(bytes: Buffer): boolean {
  return /^[\s\xef\xbb\xbf]*[<\w"'(]/.test(bytes.toString('latin1', 0, 64)) && !bytes.subarray(0, 512).includes(0);
}
