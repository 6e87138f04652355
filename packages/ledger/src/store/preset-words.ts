import { readFileSync } from 'node:fs';

/**
 * What the strings of a reading are likely to hold, so that the first of them is as cheap as the second: frequent words,
 * turns of phrase, names of properties. Deflate finds what stands last soonest. A ledger cannot be read without the very
 * bytes that it was written with: never change them, add a version of `packJson` instead.
 */
export const PRESET_WORDS: Uint8Array = readFileSync(new URL('./preset-words.txt', import.meta.url));
