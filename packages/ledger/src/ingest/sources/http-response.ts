import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { InputError } from '@hearsay/input/input-error';
import { AsyncIterReader, StatusAndHeadersParser } from 'warcio';
import { MAX_PAGE_BYTES } from './limits.ts';

/** A response as an archive keeps it, its encodings undone. */
export interface HttpResponse {
  status: number;
  contentType: string;
  /** Null where it is longer than a page may be. */
  body: Buffer | null;
}

/** The content type of a response that names none. */
export const UNSET = '';

/** More encodings on top of each other than any server uses. */
const MAX_ENCODINGS = 4;

/**
 * The response (RFC 9112) in the block of a record; undefined where it is none. Transfer and content encoding are undone;
 * archives that undid them already and kept the header are taken as they are.
 * @throws {InputError} with code `content-encoding`.
 */
export async function httpResponse(block: Buffer): Promise<HttpResponse | undefined> {
  const reader = new AsyncIterReader([block], null);
  const parsed = await new StatusAndHeadersParser().parse(reader, { headersClass: Headers });
  if (parsed === null || !parsed.statusline.startsWith('HTTP/')) return undefined;
  const sent = Buffer.from(await reader.readFully());
  const chunked = /\bchunked\b/i.test(parsed.headers.get('transfer-encoding') ?? '');
  const whole = chunked ? Buffer.from(await new AsyncIterReader([sent], null, true).readFully()) : sent;
  return {
    status: Number(parsed.statusCode),
    contentType: parsed.headers.get('content-type') ?? UNSET,
    body: decoded(whole, parsed.headers.get('content-encoding') ?? ''),
  };
}

function decoded(body: Buffer, contentEncoding: string): Buffer | null {
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
