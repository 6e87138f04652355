import { binaryKind, isBlank } from '@hearsay/input/binary';
import { detectType } from '@hearsay/input/detect-type';
import { InputError } from '@hearsay/input/input-error';
import type { ByteStream } from './byte-stream.ts';

/** What a stream of bytes holds. */
export type Format = 'feed' | 'html' | 'json-lines' | 'text' | 'warc';

/** Roots under which an XML document is a page. */
const PAGE_ROOTS = new Set(['article', 'body', 'div', 'head', 'html', 'main', 'p', 'section']);

/**
 * Tells by its beginning what a stream holds; the name counts only where it says JSON lines, so that a first line that is
 * damaged is one bad line.
 * @throws {InputError} for what is not read, with what it is and the way out.
 */
export function detectFormat({ start, whole }: Pick<ByteStream, 'start' | 'whole'>, name: string): Format {
  if (whole && isBlank(start)) throw new InputError('empty', 'it is empty: nothing to read');
  if (/^WARC\/\d/.test(start.toString('latin1', 0, 6))) return 'warc';
  const binary = binaryKind(start);
  if (binary !== undefined) throw unreadBinary(start, binary);
  if (/\.(?:jsonl|jsonlines|ndjson)(?:\.gz)?$/i.test(name)) return 'json-lines';
  const words = start.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  return jsonFormat(words, start, whole) ?? xmlFormat(words) ?? detectType(start);
}

function unreadBinary(start: Buffer, kind: string): InputError {
  if (kind === 'binary data' && isUtf16(start)) {
    const way = 'convert it: iconv -f utf-16le -t utf-8 (or utf-16be)';
    return new InputError('encoding', `it seems to be UTF-16 without a byte order mark; ${way}`);
  }
  return new InputError('binary', `it is ${kind}, neither HTML nor plain text; convert it to one of them first`);
}

/** Whether nearly every second byte is a NUL, as in UTF-16 of Latin letters. */
function isUtf16(start: Buffer): boolean {
  const probe = start.subarray(0, 1024);
  const nul = [0, 0];
  for (let at = 0; at < probe.length; at++) if (probe[at] === 0) nul[at % 2]++;
  const half = probe.length / 2;
  return half >= 4 && Math.max(...nul) > 0.8 * half && Math.min(...nul) < 0.2 * half;
}

function jsonFormat(words: string, start: Buffer, whole: boolean): Format | undefined {
  if (/^\s*\{/.test(words) && /(?<!\\)"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(words)) {
    return 'feed';
  }
  if (/^\s*\[\s*\{\s*"/.test(words) || /^\s*\{[ \t]*\r?\n\s*"/.test(words)) throw jsonDocument();
  if (!/^\s*\{\s*"(?:[^"\\]|\\.){0,80}"\s*:/.test(words)) return undefined;
  // `{"id": 1,` and the rest below it is one document; a line that is broken among lines is not.
  if (whole && !isJson(words.trimStart().split('\n', 1)[0]) && isJson(start.toString())) throw jsonDocument();
  return 'json-lines';
}

function jsonDocument(): InputError {
  const way = 'write a record a line, as: jq -c ".[]" FILE > FILE.jsonl';
  return new InputError('json-document', `it is one JSON document, not JSON lines; ${way}`);
}

function isJson(words: string): boolean {
  try {
    JSON.parse(words);
    return true;
  } catch {
    return false;
  }
}

function xmlFormat(words: string): Format | undefined {
  const root = rootName(words);
  if (root === undefined) return undefined;
  if (root === 'rss' || root === 'feed' || /^(?:[\w.-]+:)?rdf$/.test(root)) return 'feed';
  if (root === 'opml') {
    throw new InputError('opml', 'it is a list of feeds (OPML); give the feeds it names, one by one');
  }
  if (/^\s*<\?xml/i.test(words) && !PAGE_ROOTS.has(root)) {
    const way = 'convert it to HTML, text or JSON lines first';
    throw new InputError('xml', `it is XML of a kind that is not read (<${root.slice(0, 40)}>); ${way}`);
  }
  return undefined;
}

/** The first element's name, in lower case, past declaration, comments and document type. */
function rootName(words: string): string | undefined {
  let at = 0;
  while (true) {
    while (/\s/.test(words.charAt(at))) at++;
    if (words[at] !== '<') return undefined;
    const end = words.startsWith('<!--', at) ? words.indexOf('-->', at + 4) : words.indexOf('>', at);
    if (end === -1) return undefined;
    if (words[at + 1] !== '?' && words[at + 1] !== '!') break;
    at = words.indexOf('>', end) + 1;
  }
  return /^<([\w:.-]{1,80})/.exec(words.slice(at, at + 90))?.[1].toLowerCase();
}
