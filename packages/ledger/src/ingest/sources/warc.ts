import { detectType } from '@hearsay/input/detect-type';
import { InputError } from '@hearsay/input/input-error';
import { AsyncIterReader, LimitReader, StatusAndHeadersParser } from 'warcio';
import type { Incoming } from '../source.ts';
import { decodedBody, type HttpResponse, httpResponse, UNSET } from './http-response.ts';
import { MAX_PAGE_BYTES } from './limits.ts';
import { pageInput } from './page.ts';
import { skip } from './skip.ts';

/** Longest header of a record, in bytes. */
const MAX_HEADER_BYTES = 1_000_000;

/** As much of a record that is too long is kept, to see whether it would have been a page. */
const MAX_BEGINNING_BYTES = 65_536;

/** Longest stretch that is looked at at once for a record's first line. */
const MAX_LINE_BYTES = 8192;

/** What stands between a record's first line and its block (WARC 1.1, 5). */
interface RecordHeader {
  type: string;
  url: string;
  /** In bytes. */
  length: number;
  contentType?: string;
  /** WARC-Date: when it was fetched. */
  date?: string;
  /** WARC-Truncated: why its end is missing. */
  truncated?: string;
  segmented: boolean;
}

/**
 * The pages of a WARC (1.0 and 1.1, gzip undone): `response` records that answered 200 and `resource` records, of HTML or
 * plain text, from http(s). One record is held at a time. Where it is damaged it goes on at the next record; where it
 * breaks off, the records before are in, and one skip names the byte; bytes are counted from the last damage to its gzip, if
 * there was any (`damages` before).
 *
 * Records are framed here with warcio's readers rather than by its `WARCParser`, which never returns from a record that
 * breaks off, and knows no limit for a header.
 */
export async function* warcPages(bytes: AsyncIterable<Buffer>, name: string, damages = 0): AsyncGenerator<Incoming> {
  const headerBytes = { left: Number.POSITIVE_INFINITY };
  const reader = new AsyncIterReader(limited(bytes, headerBytes), null);
  const past = damages === 0 ? '' : ` past damage ${damages}`;
  const placeOf = (at: number) => ({ input: name, place: `${name}, record at byte ${at}${past}` });
  let damagedFrom: number | undefined;
  let records = 0;
  let pages = 0;
  let at = 0;
  try {
    while (true) {
      at = reader.getReadOffset();
      const line = await reader.readlineRaw(MAX_LINE_BYTES);
      if (line === null) break;
      const firstLine = Buffer.from(line).toString('latin1');
      if (firstLine.trim() === '') continue;
      const header = /^WARC\/\d\.\d+\s*$/.test(firstLine)
        ? await recordHeader(reader, firstLine, headerBytes)
        : undefined;
      if (header === undefined) {
        damagedFrom ??= at;
        continue;
      }
      if (damagedFrom !== undefined) {
        yield skip(damage(damagedFrom, at), placeOf(damagedFrom));
        damagedFrom = undefined;
      }
      records++;
      const block = new LimitReader(reader, header.length);
      const content = await blockBytes(block, isPage(header));
      if (block.limit > 0) {
        yield skip(brokenOff(header.length - block.limit, header.length), placeOf(at));
        return;
      }
      if (!isPage(header)) continue;
      const page = await pageOf(header, content, placeOf(at).place);
      if (page === undefined) continue;
      pages++;
      yield page;
    }
    if (damagedFrom !== undefined) yield skip(damage(damagedFrom, at), placeOf(damagedFrom));
    else if (pages === 0 && damages === 0) yield skip(noPage(records), { input: name, place: name });
  } catch (error) {
    yield skip(error, placeOf(damagedFrom ?? at));
  }
}

/** The bytes, until more than the header that is being read may have were read for it. */
async function* limited(bytes: AsyncIterable<Buffer>, header: { left: number }): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    if (header.left < 0) {
      const why = `a record's header does not end within ${MAX_HEADER_BYTES / 1e6} MB`;
      throw new InputError('warc', `${why}: what comes from there on was not read; fetch it again`);
    }
    header.left -= chunk.length;
    yield chunk;
  }
}

async function recordHeader(
  reader: AsyncIterReader,
  firstLine: string,
  headerBytes: { left: number },
): Promise<RecordHeader | undefined> {
  headerBytes.left = MAX_HEADER_BYTES;
  const parsed = await new StatusAndHeadersParser().parse(reader, { firstLine, headersClass: Headers });
  headerBytes.left = Number.POSITIVE_INFINITY;
  const of = (field: string): string | undefined => parsed?.headers.get(field) ?? undefined;
  const length = of('content-length') ?? '';
  const type = of('warc-type');
  if (type === undefined || !/^\d{1,15}$/.test(length)) return undefined;
  const contentType = of('content-type');
  const date = of('warc-date');
  const truncated = of('warc-truncated');
  return {
    type: type.toLowerCase(),
    // Some tools write the address in angle brackets, as WARC 1.0's grammar has it.
    url: (of('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1'),
    length: Number(length),
    segmented: of('warc-segment-number') !== undefined,
    ...(contentType === undefined ? {} : { contentType }),
    ...(date !== undefined && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(date) ? { date } : {}),
    ...(truncated === undefined ? {} : { truncated }),
  };
}

/** Whether a record may be a page. What rules for crawlers say is text that nobody published to be read. */
function isPage({ type, url, contentType }: RecordHeader): boolean {
  if (!/^https?:\/\//i.test(url) || /^https?:\/\/[^/]+\/robots\.txt$/i.test(url)) return false;
  return type === 'response' || (type === 'resource' && isReadable(contentType));
}

function isReadable(contentType: string | undefined): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(contentType ?? '');
}

/** The block of a record, or its beginning where it is longer than a page may be. */
interface Block {
  bytes: Buffer;
  whole: boolean;
}

/** The block where it is wanted; either way it is gone past. */
async function blockBytes(block: LimitReader, wanted: boolean): Promise<Block> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of block) {
    size += chunk.length;
    if (wanted && size <= MAX_PAGE_BYTES) parts.push(chunk);
    else if (wanted) parts = [Buffer.concat(parts).subarray(0, MAX_BEGINNING_BYTES)];
  }
  return { bytes: Buffer.concat(parts), whole: size <= MAX_PAGE_BYTES };
}

/** Undefined for what is no page. */
async function pageOf(header: RecordHeader, block: Block, place: string): Promise<Incoming | undefined> {
  try {
    if (header.segmented) {
      const way = 'join the segments with a WARC tool first';
      throw new InputError('segmented', `the page is split over several records; ${way}`);
    }
    const response = await answer(header, block.bytes);
    if (response.status !== 200 || !isPageBody(response.body, response.contentType)) return undefined;
    const { contentType } = response;
    return {
      kind: 'article',
      input: pageInput(block.whole ? decodedBody(response) : null, {
        url: header.url,
        ...(contentType === UNSET ? {} : { contentType }),
      }),
      place,
      ...(header.date === undefined ? {} : { fetched: header.date }),
      ...(header.truncated === undefined ? {} : { warnings: [cutByArchive(header.truncated)] }),
    };
  } catch (error) {
    return skip(error, { input: header.url, place });
  }
}

async function answer({ type, contentType }: RecordHeader, block: Buffer): Promise<HttpResponse> {
  if (type === 'resource') return { status: 200, contentType: contentType ?? UNSET, contentEncoding: '', body: block };
  const response = await httpResponse(block);
  if (response !== undefined) return response;
  throw new InputError('http', 'the record holds no HTTP response; fetch the page again');
}

/** Where the answer names no type, only what looks like a page is one: scripts and style sheets are text too. */
function isPageBody(body: Buffer, contentType: string): boolean {
  return contentType === UNSET ? detectType(body) === 'html' : isReadable(contentType);
}

function cutByArchive(why: string) {
  return { code: 'truncated', message: `its archive kept only the beginning (${why.slice(0, 40)})` };
}

function damage(from: number, to: number): InputError {
  return new InputError(
    'warc',
    `${to - from} bytes are no WARC record: they were passed over; fetch the archive again`,
  );
}

function brokenOff(had: number, length: number): InputError {
  const why = `it breaks off ${had} bytes into a record of ${length}`;
  return new InputError('truncated', `${why}; the records before are in; fetch the archive again for the rest`);
}

function noPage(records: number): InputError {
  const why = `none of its ${records} records is a page: a response or resource of HTML or text, answered with 200`;
  return new InputError('no-page', `${why}; of extracts (WET, WAT) give the archives they were made from`);
}
