import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Warning } from '@hearsay/reader/reading';
import { collectBytes } from './collect-bytes.ts';
import { fileError } from './file-error.ts';
import { InputError } from './input-error.ts';

/** The bytes of one input, and what is known of them. */
export interface LoadedInput {
  bytes: Uint8Array;
  /** Of a fetched page. */
  contentType?: string;
  /** Where a fetched page was in the end. */
  url?: string;
  warnings: Warning[];
}

/** Longest input taken in, in bytes after decompression. The largest saved news pages stay under 5 MB. */
const MAX_BYTES = 20_000_000;
const TOO_LONG = `it is longer than ${MAX_BYTES / 1e6} MB`;

/** How far into the bytes a NUL is looked for. */
const BINARY_PROBE = 4096;

/**
 * Brings in one input: a file, `-` for standard input, or an http(s) URL; gzip is undone, wherever it stands.
 * @throws {InputError} where there is nothing to read.
 */
export async function loadInput(name: string, options: { allowPrivate: boolean }): Promise<LoadedInput> {
  const loaded = /^https?:\/\//i.test(name) ? await loadUrl(name, options.allowPrivate) : await loadFile(name);
  const plain = await undoGzip(loaded);
  if (plain.bytes.every(isWhiteSpace)) {
    throw new InputError(
      'empty',
      name === '-' ? 'nothing came; pipe a report into it' : 'it is empty: nothing to read',
    );
  }
  if (isBinary(plain.bytes)) {
    throw new InputError('binary', 'it is neither HTML nor plain text; convert it to one of them first');
  }
  return plain;
}

function isWhiteSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

async function loadUrl(url: string, allowPrivate: boolean): Promise<LoadedInput> {
  const { fetchPage } = await import('./fetch-page.ts');
  const page = await fetchPage(url, { allowPrivate, maxBytes: MAX_BYTES });
  return {
    bytes: page.bytes,
    url: page.url,
    ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
    warnings: page.truncated === undefined ? [] : [truncated(page.truncated)],
  };
}

async function loadFile(name: string): Promise<LoadedInput> {
  const stream: Readable = name === '-' ? process.stdin : createReadStream(name);
  try {
    const { bytes, truncated: cut } = await collectBytes(stream, MAX_BYTES);
    return { bytes, warnings: cut ? [truncated(TOO_LONG)] : [] };
  } catch (error) {
    throw fileError(error);
  }
}

async function undoGzip(loaded: LoadedInput): Promise<LoadedInput> {
  if (loaded.bytes[0] !== 0x1f || loaded.bytes[1] !== 0x8b) return loaded;
  const gunzip = createGunzip();
  gunzip.end(loaded.bytes);
  const { bytes, truncated: cut, failure } = await collectBytes(gunzip, MAX_BYTES, { keepPart: true });
  if (failure !== undefined && bytes.length === 0) {
    throw new InputError('gzip', `its gzip data is broken (${failure.message}); fetch or compress it again`);
  }
  const warnings = [...loaded.warnings];
  if (failure !== undefined) {
    warnings.push(truncated(`its gzip data breaks off or is damaged (${failure.message})`));
  } else if (cut) {
    warnings.push(truncated(TOO_LONG));
  }
  return { ...loaded, bytes, warnings };
}

function truncated(why: string): Warning {
  return { code: 'truncated', message: `${why}: only what came before was read` };
}

/** Text has no NUL, except in UTF-16, which says so by its byte order mark. */
function isBinary(bytes: Uint8Array): boolean {
  const mark = (bytes[0] << 8) | (bytes[1] ?? 0);
  if (mark === 0xfeff || mark === 0xfffe) return false;
  return bytes.subarray(0, BINARY_PROBE).includes(0) || startsLike(bytes, '%PDF-');
}

function startsLike(bytes: Uint8Array, ascii: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(ascii.length, bytes.length)).toString('latin1') === ascii;
}
