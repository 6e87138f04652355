const LETTERS = /\p{L}/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;

/**
 * How a paragraph runs: as most of its letters do. The browser goes by the first letter, and would turn an English paragraph
 * round that begins with a quotation in Hebrew. Pure.
 */
export function directionOf(words: string): 'ltr' | 'rtl' {
  const letters = words.match(LETTERS)?.length ?? 0;
  const turned = words.match(RIGHT_TO_LEFT)?.length ?? 0;
  return turned * 2 > letters ? 'rtl' : 'ltr';
}
