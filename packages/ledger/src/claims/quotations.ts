import type { Assertion } from '@hearsay/reader/reading';

/** Least words of a quotation that can be told from others by its words. */
const LEAST_WORDS = 3;

/** The quoted parts of an assertion's content as normalised words: marks, brackets and punctuation do not count. */
export function quotedParts(text: string, assertion: Assertion): string[][] {
  if (assertion.kind !== 'direct' && assertion.kind !== 'mixed') return [];
  const parts: string[][] = [];
  for (const { start, end } of assertion.content) {
    const words = text.slice(start, end);
    const quoted = assertion.kind === 'direct' ? [words] : [...words.matchAll(QUOTED)].map(([, inner]) => inner);
    for (const part of quoted) {
      const normal = quotationWords(part);
      if (normal.length >= LEAST_WORDS) parts.push(normal);
    }
  }
  return parts;
}

/** From one opening mark to the closing one, or to the end where none closes. */
const QUOTED = /["“”]([^"“”]+)/gu;

/** Words as they are compared: lower case, no marks; what an editor put in brackets or left out with dots is no word. */
export function quotationWords(quoted: string): string[] {
  return quoted
    .replace(/\[[^\]]*\]|\((?:sic|[^)]{0,40})\)/g, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]|['’‘]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
