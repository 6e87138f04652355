/** What one pass over the characters of a block counts. */
export interface TextMeasure {
  /** Runs of letters, digits and underscores. */
  words: number;
  letters: number;
  /** Capitals of the Latin alphabet without accents. */
  capitals: number;
  commas: number;
  /** Marks that end a sentence with a space after them. */
  stops: number;
}

/** Measures a text. Approximate outside the scripts of Europe, where every character but punctuation counts as a letter. */
export function measureText(text: string): TextMeasure {
  let words = 0;
  let letters = 0;
  let capitals = 0;
  let commas = 0;
  let stops = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < ASCII.length ? ASCII[code] : isLetter(code) ? LETTER : OTHER;
    if (kind >= WORD) {
      if (!inWord) words++;
      inWord = true;
      if (kind >= LETTER) letters++;
      if (kind === CAPITAL) capitals++;
      continue;
    }
    inWord = false;
    if (kind === COMMA) commas++;
    else if (kind === STOP && text.charCodeAt(at + 1) === SPACE) stops++;
    else if (code === IDEOGRAPHIC_STOP) stops++;
  }
  return { words, letters, capitals, commas, stops };
}

const OTHER = 0;
const COMMA = 1;
const STOP = 2;
const WORD = 3;
const LETTER = 4;
const CAPITAL = 5;
const SPACE = 32;
const IDEOGRAPHIC_STOP = 0x3002;

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Z]/.test(character)) return CAPITAL;
  if (/[a-z]/.test(character)) return LETTER;
  if (/[0-9_]/.test(character)) return WORD;
  if (character === ',') return COMMA;
  return /[.!?]/.test(character) ? STOP : OTHER;
});

/** Letters begin at U+00C0; general punctuation, symbols and CJK punctuation are none. */
function isLetter(code: number): boolean {
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  return (code < 0x2000 || code > 0x2bff) && (code < 0x3000 || code > 0x303f) && (code < 0xfe10 || code > 0xff0f);
}
