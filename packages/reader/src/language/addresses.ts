import { CAPITAL, characterClass, isAlphanumeric, isSpace, LETTER } from './characters.ts';

const COLON = 0x3a;
const COMMA = 0x2c;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const AT = 0x40;
const UNDERSCORE = 0x5f;

/** Where the web address at `at` ends, closing punctuation left out; `at` where there is none. */
export function addressEnd(text: string, at: number): number {
  const first = text.charCodeAt(at) | 32;
  if (first === 0x68) {
    if (!text.startsWith('://', at + 4) && !text.startsWith('://', at + 5)) return at;
    const scheme = text.slice(at, at + 5).toLowerCase();
    if (!scheme.startsWith('http')) return at;
  } else if (first !== 0x77 || text.slice(at, at + 4).toLowerCase() !== 'www.') return at;
  let end = at;
  let brackets = 0;
  while (end < text.length && isAddress(text.charCodeAt(end))) {
    const code = text.charCodeAt(end);
    if (code === 0x28) brackets++;
    else if (code === 0x29 && brackets-- === 0) break;
    end++;
  }
  while (end > at && isClosing(text.charCodeAt(end - 1))) end--;
  return end;
}

function isAddress(code: number): boolean {
  if (isSpace(code) || code === 0x22 || code === 0x27 || code === 0x3c || code === 0x3e) return false;
  return !(code >= 0x2018 && code <= 0x201f) && code !== 0xab && code !== 0xbb;
}

function isClosing(code: number): boolean {
  return (
    code === DOT || code === COMMA || code === COLON || code === 0x3b || code === 0x21 || code === 0x3f || code === 0x5d
  );
}

/** The domain of an e-mail address within a hundred units: a dot between letters before the first odd character. */
export function isMailDomain(text: string, at: number): boolean {
  for (let i = at; i < at + 100; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) return isAlphanumeric(text.charCodeAt(i + 1));
    if (!isAlphanumeric(code) && code !== HYPHEN) return false;
  }
  return false;
}

/** A handle ("@name") or tag ("#topic"), else the mark alone. */
export function tagEnd(text: string, at: number): number {
  let end = at + 1;
  const first = characterClass(text.charCodeAt(end));
  if (first !== LETTER && first !== CAPITAL && !(text.charCodeAt(at) === AT && isAlphanumeric(text.charCodeAt(end)))) {
    while (text.charCodeAt(end) === UNDERSCORE) end++;
    return end;
  }
  while (isAlphanumeric(text.charCodeAt(end)) || text.charCodeAt(end) === UNDERSCORE) end++;
  return end;
}
