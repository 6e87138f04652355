import { stripVTControlCharacters } from 'node:util';

/**
 * Text from outside, made safe to print in a terminal and honest to read: terminal escape sequences, control characters
 * and the marks that turn writing direction around or hide in it are taken out; white space becomes single spaces.
 */
export function visibleText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]/gu, '')
    .trim();
}
