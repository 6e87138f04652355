/** Joins two emoji into one. */
const JOINER = 0x200d;

/** A surrogate pair that writes a letter: every script beyond U+FFFF except emoji and symbols. */
export function isLetterPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high > 0xdbff || (high >= 0xd83c && high <= 0xd83f)) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** One emoji with its skin tone, variation selector and joined parts, or one flag; a lone surrogate by itself. */
export function emojiEnd(text: string, at: number): number {
  let end = symbolEnd(text, at);
  if (isFlagHalf(text, at) && isFlagHalf(text, end)) return end + 2;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === 0xfe0f || code === 0x20e3) end++;
    else if (code === 0xd83c && text.charCodeAt(end + 1) >= 0xdffb) end += 2;
    else if (code === JOINER && isPictograph(text, end + 1)) end = symbolEnd(text, end + 1);
    else return end;
  }
}

function symbolEnd(text: string, at: number): number {
  const low = text.charCodeAt(at + 1);
  const high = text.charCodeAt(at);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff ? at + 2 : at + 1;
}

function isPictograph(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0xd83c && code <= 0xd83e) || (code >= 0x2190 && code < 0x2c00);
}

function isFlagHalf(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}
