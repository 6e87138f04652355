import { get as getHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { collectBytes } from './collect-bytes.ts';
import { InputError } from './input-error.ts';
import { isPublicAddress, lookupPublic, privateAddress } from './public-address.ts';

/** A page as its server sent it, content encoding undone. */
export interface FetchedPage {
  bytes: Uint8Array;
  /** Where it was after redirects. */
  url: string;
  /** Its `Content-Type`. */
  contentType?: string;
  /** Why the end is missing, where it is. */
  truncated?: string;
}

const TIME_LIMIT_MS = 30_000;
const MAX_REDIRECTS = 8;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches one page (RFC 9110) within limits of size, time and redirects, by default from public addresses only.
 * `node:http` rather than `fetch`, because its sockets take the look-up that checks the address.
 * @throws {InputError} where no page came.
 */
export async function fetchPage(
  url: string,
  options: { allowPrivate: boolean; maxBytes: number; timeLimit?: number },
): Promise<FetchedPage> {
  const timeLimit = options.timeLimit ?? TIME_LIMIT_MS;
  const signal = AbortSignal.timeout(timeLimit);
  try {
    let at = parseUrl(url, undefined);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await request(at, options.allowPrivate, signal);
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (REDIRECTS.has(status) && location !== undefined) {
        response.destroy();
        at = parseUrl(location, at);
        continue;
      }
      if (status < 200 || status > 299) {
        response.destroy();
        throw new InputError('http', `its server answered ${status} ${response.statusMessage ?? ''}`.trimEnd());
      }
      return await takeIn(response, at, options.maxBytes);
    }
    throw new InputError('redirects', `it redirected more than ${MAX_REDIRECTS} times; give the page's own address`);
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (signal.aborted) throw new InputError('timeout', `it took longer than ${timeLimit / 1000} seconds; try again`);
    throw new InputError('fetch', `it could not be fetched: ${reason(error)}`);
  }
}

function parseUrl(url: string, base: URL | undefined): URL {
  const parsed = URL.parse(url, base?.href);
  if (parsed === null) throw new InputError('url', `"${url}" is no URL; write it as https://host/path`);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new InputError('url', `${parsed.protocol} is not fetched, only http: and https:`);
  }
  return parsed;
}

function request(url: URL, allowPrivate: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress(host, host);
  const options: RequestOptions = {
    signal,
    headers: {
      accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'hearsay/0.1 (reads one page on request)',
    },
    ...(allowPrivate ? {} : { lookup: lookupPublic }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  get(url, options, resolve).on('error', reject);
  return promise;
}

async function takeIn(response: IncomingMessage, url: URL, maxBytes: number): Promise<FetchedPage> {
  const { bytes, truncated, failure } = await collectBytes(decoded(response), maxBytes, { keepPart: true });
  response.destroy();
  if (failure !== undefined && bytes.length === 0) throw failure;
  const contentType = response.headers['content-type'];
  const page = { bytes, url: url.href, ...(contentType === undefined ? {} : { contentType }) };
  if (failure !== undefined) return { ...page, truncated: `the connection broke off (${failure.message})` };
  return truncated ? { ...page, truncated: `it is longer than ${maxBytes / 1e6} MB` } : page;
}

function decoded(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return response;
  const decoder = encoding === 'br' ? createBrotliDecompress() : createUnzip();
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A host with several addresses fails with one error for each, and an empty message.
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  return error.message;
}
