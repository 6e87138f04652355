/** What a UTF-16 code unit is to the tokenizer and to every stage that looks at single characters. */
export const SPACE = 0;
export const LETTER = 1;
export const CAPITAL = 2;
export const DIGIT = 3;
/** Combining marks, joiners and the soft hyphen: they continue what they follow. */
export const MARK = 4;
export const SYMBOL = 5;
/** Half of a character beyond U+FFFF. */
export const SURROGATE = 6;

/** The class of the code unit `code`; `NaN`, as read past the end of a string, is `SPACE`. */
export function characterClass(code: number): number {
  if (code < TABLE_SIZE) return TABLE[code];
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  if (Number.isNaN(code) || code === 0x3000 || code === 0xfeff || code >= 0xfff0) return SPACE;
  if ((code >= 0x3001 && code <= 0x3004) || (code >= 0x3007 && code <= 0x3020) || code === 0x3030) return SYMBOL;
  if (code >= 0xe000 && code <= 0xf8ff) return SYMBOL;
  if (code >= 0xfe00 && code <= 0xfe2f) return MARK;
  if (code >= 0xfe30 && code <= 0xfe6f) return SYMBOL;
  if (code >= 0xff10 && code <= 0xff19) return DIGIT;
  if (code >= 0xff21 && code <= 0xff3a) return CAPITAL;
  if (code >= 0xff01 && code <= 0xff65 && !(code >= 0xff41 && code <= 0xff5a)) return SYMBOL;
  return LETTER;
}

export function isSpace(code: number): boolean {
  return characterClass(code) === SPACE;
}

/** Letters and digits of any script. */
export function isAlphanumeric(code: number): boolean {
  const kind = characterClass(code);
  return kind >= LETTER && kind <= DIGIT;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters and digits from `at`, `limit` at the most; empty where the word is longer. */
export function wordSlice(text: string, at: number, limit: number): string {
  let end = at;
  while (end - at <= limit && isAlphanumeric(text.charCodeAt(end))) end++;
  return end - at > limit ? '' : text.slice(at, end);
}

/** Scripts with upper and lower case, Indic, Arabic and all punctuation lie below; above it a few ranges suffice. */
const TABLE_SIZE = 0x3000;
const TABLE = classify();

function classify(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE).fill(SYMBOL);
  for (let code = 0; code < TABLE_SIZE; code++) {
    const character = String.fromCharCode(code);
    // Format characters (zero-width space, direction marks) separate nothing visible, but no word holds them.
    if (code <= 0x20 || /[\p{Z}\p{Cc}]/u.test(character)) table[code] = SPACE;
    else if (code === 0xad || code === 0x200c || code === 0x200d || /\p{M}/u.test(character)) table[code] = MARK;
    else if (/\p{Cf}/u.test(character)) table[code] = SPACE;
    else if (/[\p{Lu}\p{Lt}]/u.test(character)) table[code] = CAPITAL;
    else if (/\p{L}/u.test(character)) table[code] = LETTER;
    else if (/\p{N}/u.test(character)) table[code] = /\p{Nd}/u.test(character) ? DIGIT : LETTER;
  }
  return table;
}
