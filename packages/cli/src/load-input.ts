import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { binaryKind, isBlank } from '@hearsay/input/binary';
import { collectBytes } from '@hearsay/input/collect-bytes';
import { fileError } from '@hearsay/input/file-error';
import { InputError } from '@hearsay/input/input-error';
import type { Warning } from '@hearsay/reader/reading';

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

/**
 * Brings in one input: a file, `-` for standard input, or an http(s) URL; gzip is undone, wherever it stands.
 * @throws {InputError} where there is nothing to read.
 */
export async function loadInput(name: string, options: { allowPrivate: boolean }): Promise<LoadedInput> {
  const loaded = /^https?:\/\//i.test(name) ? await loadUrl(name, options.allowPrivate) : await loadFile(name);
  const plain = await undoGzip(loaded);
  if (isBlank(plain.bytes)) {
    throw new InputError(
      'empty',
      name === '-' ? 'nothing came; pipe a report into it' : 'it is empty: nothing to read',
    );
  }
  const binary = binaryKind(plain.bytes);
  if (binary !== undefined) {
    throw new InputError('binary', `it is ${binary}, neither HTML nor plain text; convert it to one of them first`);
  }
  return plain;
}

async function loadUrl(url: string, allowPrivate: boolean): Promise<LoadedInput> {
  const { fetchPage } = await import('@hearsay/input/fetch-page');
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
