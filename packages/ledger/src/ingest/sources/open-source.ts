import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fetchPage } from '@hearsay/input/fetch-page';
import { fileError } from '@hearsay/input/file-error';
import { InputError } from '@hearsay/input/input-error';
import type { Incoming, Source, SourceProgress } from '../source.ts';
import { type Found, filesIn } from './folder.ts';
import { MAX_PAGE_BYTES } from './limits.ts';
import { skip } from './skip.ts';
import { streamArticles } from './stream.ts';

/** Bytes of a file read at a time. */
const CHUNK_BYTES = 262_144;

/** A source that says how far it is. */
export interface MeasuredSource extends Source {
  readonly progress: Readonly<SourceProgress>;
}

/**
 * The articles of files, folders, http(s) addresses and standard input (`-`), in the order given. To be gone through once;
 * letting go of it early lets go of what it reads. Fetches from public addresses only, unless `allowPrivate`.
 *
 *     for await (const incoming of openSource(['news/', 'https://lenn.example/feed'])) …
 */
export function openSource(
  names: readonly string[],
  options: { allowPrivate?: boolean; standardInput?: Readable } = {},
): MeasuredSource {
  const progress: SourceProgress = { bytes: 0, at: '' };
  const standardInput = options.standardInput ?? process.stdin;
  return {
    progress,
    [Symbol.asyncIterator]: () => articles(names, options.allowPrivate ?? false, standardInput, progress),
  };
}

async function* articles(
  names: readonly string[],
  allowPrivate: boolean,
  standardInput: Readable,
  progress: SourceProgress,
): AsyncGenerator<Incoming> {
  const listed: Listed[] = [];
  for (const name of names) listed.push(...(await list(name)));
  const total = totalBytes(listed);
  if (total !== undefined) progress.total = total;
  for (const item of listed) {
    if (item.kind === 'skipped') {
      yield item;
      continue;
    }
    const name = item.kind === 'file' ? item.path : item.name;
    progress.at = name;
    const before = progress.bytes;
    try {
      if (item.kind === 'address') yield* fetched(name, allowPrivate, progress);
      else {
        const chunks = item.kind === 'file' ? fileChunks(name) : standardInput;
        yield* streamArticles(counted(chunks, progress), { name, allowPrivate });
      }
    } catch (error) {
      yield skip(error, { input: name, place: name });
    }
    // What was turned away at its beginning is done with too.
    if (item.kind === 'file') progress.bytes = Math.max(progress.bytes, before + item.size);
  }
}

/** Whether a name given is that of a page or a feed, not of a file. */
export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

type Listed = Found | { kind: 'address'; name: string } | { kind: 'standard-input'; name: string };

async function list(name: string): Promise<Listed[]> {
  if (name === '-') return [{ kind: 'standard-input', name }];
  if (isAddress(name)) return [{ kind: 'address', name }];
  try {
    const found = await stat(name);
    if (found.isDirectory()) {
      const files: Found[] = [];
      for await (const file of filesIn(name)) files.push(file);
      if (files.length > 0) return files;
      throw new InputError('empty', 'the folder has no files that are not hidden');
    }
    return [{ kind: 'file', path: name, size: found.isFile() ? found.size : Number.NaN }];
  } catch (error) {
    return [skip(fileError(error), { input: name, place: name })];
  }
}

/** Undefined where some of it comes from where no size is known before it is read. */
function totalBytes(listed: readonly Listed[]): number | undefined {
  let total = 0;
  for (const item of listed) {
    if (item.kind === 'skipped') continue;
    total += item.kind === 'file' ? item.size : Number.NaN;
  }
  return Number.isNaN(total) ? undefined : total;
}

async function* fileChunks(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    throw fileError(error);
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, progress: SourceProgress): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    progress.bytes += chunk.length;
    yield chunk;
  }
}

async function* fetched(address: string, allowPrivate: boolean, progress: SourceProgress): AsyncGenerator<Incoming> {
  const page = await fetchPage(address, { allowPrivate, maxBytes: MAX_PAGE_BYTES });
  const { bytes, truncated, url, contentType } = page;
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (truncated !== undefined) {
      throw new InputError('truncated', `${truncated}: what came after was not read; save it and give the file`);
    }
  }
  const about = { name: address, url, allowPrivate, ...(contentType === undefined ? {} : { contentType }) };
  yield* streamArticles(counted(chunks(), progress), about);
}
