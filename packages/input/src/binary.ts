/** How far into the bytes a NUL is looked for. */
const PROBE = 4096;

/** First bytes, as Latin-1, of what is neither HTML nor text and is met where articles are looked for. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['\x89PNG', 'a PNG image'],
  ['\xd0\xcf\x11\xe0', 'a document of an older Microsoft Office'],
  ['\xfd7zXZ', 'xz-compressed data'],
  ['\x28\xb5\x2f\xfd', 'Zstandard-compressed data'],
  ['BZh', 'bzip2-compressed data'],
  ['GIF8', 'a GIF image'],
  ['ID3', 'an MP3 recording'],
  ['OggS', 'an Ogg recording'],
  ['PK\x03\x04', 'a ZIP archive, or a document that is one (.docx, .odt, .epub)'],
  ['Rar!', 'a RAR archive'],
  ['SQLite format 3', 'an SQLite database'],
  ['{\\rtf', 'an RTF document'],
];

/** What the bytes are where they are neither HTML nor plain text: by their signature, else because they hold a NUL. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes, 16);
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known !== undefined && (known[0] !== 'BZh' || /^BZh[1-9]1AY/.test(start))) return known[1];
  if (start.startsWith('RIFF') && bytes.subarray(0, PROBE).includes(0)) return 'an image or recording (RIFF)';
  // Text has no NUL, except in UTF-16, which says so by its byte order mark.
  const mark = (bytes[0] << 8) | (bytes[1] ?? 0);
  if (mark === 0xfeff || mark === 0xfffe) return undefined;
  return bytes.subarray(0, PROBE).includes(0) ? 'binary data' : undefined;
}

/** Whether there is nothing but ASCII white space. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');
}
