import { hash } from 'node:crypto';
import type { ReadInput } from '@hearsay/reader/read';
import { canonicalUrl } from './canonical-url.ts';

/** How an input is known again before it is read. */
export interface Fingerprint {
  /** The canonical address, else the id given, else the SHA-256 of the bytes. */
  key: string;
  /** SHA-256 of the bytes, hexadecimal. */
  bytes: string;
  /** 128 bits of the SHA-256 over the bytes and what was said beside them, base64url: it stands twice for every input. */
  input: string;
}

/** Characters of base64url for 128 bits. */
const INPUT_HASH = 22;

/** Names an input by its address or id, and by its bytes. */
export function fingerprint({ id, html, text, url, outlet, published, title }: ReadInput): Fingerprint {
  const bytes = hash('sha256', html ?? text ?? '', 'hex');
  const type = html === undefined ? 'text' : 'html';
  const key = (url === undefined ? undefined : canonicalUrl(url)) ?? id ?? bytes;
  const input = hash('sha256', JSON.stringify([type, bytes, outlet, published, title]), 'base64url');
  return { key, bytes, input: input.slice(0, INPUT_HASH) };
}
