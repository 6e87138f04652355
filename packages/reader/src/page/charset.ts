import type { Warning } from '../reading.ts';

/** The bytes of a page are looked through this far for a declaration of their character set (HTML standard: 1024; pages in the wild need more). */
const PRESCAN = 4096;

export interface DecodedPage {
  html: string;
  /** The character set that the bytes were read in, by its name in the Encoding standard. */
  charset: string;
  warnings: Warning[];
}

/**
 * Decodes the bytes of a page in the order of the HTML standard: byte order mark, then `contentType` (the transport's header, "text/html;
 * charset=…"), then a declaration in the page, then UTF-8 if the bytes are valid UTF-8, else windows-1252. One thing the
 * standard does not do: a page that is said to be in UTF-8 and plainly is not is read in windows-1252. Never throws; bytes
 * that are wrong for the charset become U+FFFD and a warning.
 *
 * @example decodePage(bytes, 'text/html; charset=iso-8859-1').charset // 'windows-1252'
 */
export function decodePage(bytes: Uint8Array, contentType?: string): DecodedPage {
  const warnings: Warning[] = [];
  const mark = byteOrderMark(bytes);
  const declared = mark ?? charsetOf(contentType ?? '') ?? declaredInPage(bytes);
  const known = declared === undefined ? undefined : decoderFor(declared);
  if (declared !== undefined && known === undefined) {
    warnings.push({
      code: 'charset',
      message: `the page names a character set that does not exist: "${declared.slice(0, 40)}"`,
    });
  }
  const decoder = known ?? (isUtf8(bytes) ? new TextDecoder() : new TextDecoder('windows-1252'));
  const html = decoder.decode(bytes);
  if (decoder.encoding === 'utf-8' && html.includes('\uFFFD') && !isUtf8(bytes)) {
    if (mark === undefined && isMislabelled(html)) {
      warnings.push({ code: 'charset', message: 'the page is said to be in UTF-8 and is not: read as windows-1252' });
      return { html: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252', warnings };
    }
    warnings.push({ code: 'charset', message: 'some bytes are not valid UTF-8 and were replaced' });
  }
  return { html, charset: decoder.encoding, warnings };
}

/** As many bytes that are no UTF-8 say that a page is in another charset; fewer may be damage. */
const MISFITS = 4;

/** Whether a page decoded as UTF-8 has more characters that did not fit than such beyond ASCII that did. */
function isMislabelled(html: string): boolean {
  let misfits = 0;
  let fitting = 0;
  for (let at = 0; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === 0xfffd) misfits++;
    else if (code > 0x7f) fitting++;
  }
  return misfits >= MISFITS && misfits > fitting;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

function charsetOf(words: string): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"';/>]{1,40})/i.exec(words)?.[1];
}

function declaredInPage(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN));
  for (const tag of start.match(/<meta\s[^>]{0,400}>|<\?xml\s[^>]{0,200}>/gi) ?? []) {
    const declared = charsetOf(tag) ?? /encoding\s{0,9}=\s{0,9}["']([^"']{1,40})/i.exec(tag)?.[1];
    // A page that could be read this far is in no UTF-16, whatever it says (HTML standard, prescan).
    if (declared !== undefined) return /^utf-?16/i.test(declared) ? 'utf-8' : declared;
  }
  return undefined;
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
