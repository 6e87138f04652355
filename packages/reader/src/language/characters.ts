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

/** Later ones win: a joiner is a format character, and a mark. */
const CLASSES = [
  [/\p{N}+/gu, LETTER],
  [/\p{Nd}+/gu, DIGIT],
  [/\p{L}+/gu, LETTER],
  [/[\p{Lu}\p{Lt}]+/gu, CAPITAL],
  // Format characters (zero-width space, direction marks) separate nothing visible, but no word holds them.
  [/[\p{Z}\p{Cc}\p{Cf}]+/gu, SPACE],
  [/[\p{M}\xad\u200c\u200d]+/gu, MARK],
] as const;

/** One pass over all characters for each class: asking each character for its class takes five times as long, at every start. */
function classify(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE).fill(SYMBOL);
  const all = Array.from(table, (_, code) => String.fromCharCode(code)).join('');
  for (const [pattern, kind] of CLASSES) {
    for (const { index, 0: run } of all.matchAll(pattern)) table.fill(kind, index, index + run.length);
  }
  return table;
}

const TABLE = classify();
