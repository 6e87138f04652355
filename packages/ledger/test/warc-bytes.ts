import { gzipSync } from 'node:zlib';

/** One WARC record (1.1 unless said otherwise): its named fields, then its block. */
export function warcRecord(fields: Record<string, string>, block: string | Uint8Array, version = '1.1'): Buffer {
  const bytes = Buffer.from(block);
  const named = {
    'WARC-Record-ID': '<urn:uuid:0>',
    'WARC-Date': '2031-04-03T08:00:00Z',
    'Content-Length': String(bytes.length),
    ...fields,
  };
  const header = Object.entries(named).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/${version}\r\n${header.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** A `response` record of what a server answered. */
export function warcResponse(
  url: string,
  body: string | Uint8Array,
  answer: { status?: string; headers?: Record<string, string>; fields?: Record<string, string>; version?: string } = {},
): Buffer {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', ...answer.headers };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const block = [Buffer.from(`HTTP/1.1 ${answer.status ?? '200 OK'}\r\n${head.join('')}\r\n`), Buffer.from(body)];
  const fields = {
    'WARC-Type': 'response',
    'WARC-Target-URI': url,
    'Content-Type': 'application/http; msgtype=response',
  };
  return warcRecord({ ...fields, ...answer.fields }, Buffer.concat(block), answer.version);
}

/** Records as they are kept in `.warc.gz`: each a gzip member of its own. */
export function gzipRecords(records: readonly Buffer[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)));
}
