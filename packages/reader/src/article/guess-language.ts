import { FUNCTION_WORDS, LANGUAGES, LONGEST_FUNCTION_WORD, SCRIPTS } from './function-words.ts';

/**
 * The language of a text by its script and its function words: a BCP 47 tag, or `und` where too few tell. Looks at the
 * first 4,000 units.
 */
export function guessLanguage(text: string): string {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}\p{M}’']+/gu) ?? [];
  const script = dominantScript(words);
  if (script) return script;
  const hits = new Uint16Array(LANGUAGES.length);
  for (const word of words) {
    if (word.length > LONGEST_FUNCTION_WORD) continue;
    for (const language of FUNCTION_WORDS.get(word) ?? []) hits[language]++;
  }
  const most = Math.max(...hits);
  const best = hits[ENGLISH] === most ? 'en' : LANGUAGES[hits.indexOf(most)];
  return most >= (words.length < SHORT_LINE ? 1 : 2) && most >= words.length * LEAST_SHARE ? best : 'und';
}

const SAMPLE = 4_000;
const ENGLISH = LANGUAGES.indexOf('en');
/** Function words make up a third of running text in every language listed; headlines and lists have far fewer. */
const LEAST_SHARE = 0.08;
/** One word of a short line is enough, one of a long text is chance. */
const SHORT_LINE = 10;

/** The language of the first script that half of the words are written in; Latin script tells none. */
function dominantScript(words: readonly string[]): string | undefined {
  let latin = 0;
  for (const word of words) if (word.charCodeAt(0) < 0x250) latin++;
  if (latin * 2 > words.length) return undefined;
  for (const [pattern, language] of SCRIPTS) {
    let count = 0;
    for (const word of words) if (pattern.test(word)) count++;
    if (count > 0 && count * 2 >= words.length) return language;
  }
  return undefined;
}
