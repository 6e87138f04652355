/** How much of the input is looked at, in bytes. */
const PROBE = 65_536;

/** Closing tags that make a fragment without a document's head HTML rather than text that mentions a tag. */
const FRAGMENT_TAGS = 3;

/** Tells HTML from plain text by its content: HTML begins with a tag, or has several closing tags. */
export function detectType(bytes: Uint8Array): 'html' | 'text' {
  const probe = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PROBE));
  // Latin-1 leaves ASCII as it is in any of the usual encodings; UTF-16 puts a NUL beside each letter.
  const start = probe.toString('latin1').replaceAll('\0', '');
  if (/^[^\w<]*<(?:!doctype|!--|\?xml|[a-z][\w-]*[\s/>])/i.test(start)) return 'html';
  const closing = start.match(/<\/(?:a|article|b|body|div|em|h[1-6]|head|html|i|li|p|section|span|strong|title|ul)>/gi);
  return (closing?.length ?? 0) >= FRAGMENT_TAGS ? 'html' : 'text';
}
