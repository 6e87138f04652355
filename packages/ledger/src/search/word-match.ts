import { stemmer } from 'stemmer';
import { foldedWords, wordPlaces } from './folded-words.ts';
import type { WantedWords } from './search-dialect.ts';

/** How much of a text stands around the words that were found, in UTF-16 code units. */
const SNIPPET_BEFORE = 80;
const SNIPPET_AFTER = 160;

/** The words of a search as they are held against a text that the index led to: under Porter's stemmer, as the index has them. */
export class WordMatch {
  readonly #words: readonly string[];
  readonly #phrases: readonly (readonly string[])[];

  constructor({ words, phrases }: WantedWords) {
    this.#words = words.map(stemmer);
    this.#phrases = phrases.map((phrase) => phrase.map(stemmer));
  }

  /** Whether a text has all words and phrases. */
  matches(text: string): boolean {
    const stems = foldedWords(text).map(stemmer);
    const have = new Set(stems);
    return this.#words.every((word) => have.has(word)) && this.#phrases.every((phrase) => placeOf(stems, phrase) >= 0);
  }

  /** The words around the first place in a text where one of those looked for stands; its beginning where none does. */
  snippet(text: string): string {
    const places = [...wordPlaces(text)];
    const stems = places.map(({ word }) => stemmer(word));
    const found = [
      ...this.#phrases.map((phrase) => placeOf(stems, phrase)),
      ...this.#words.map((word) => stems.indexOf(word)),
    ].filter((at) => at >= 0);
    // A phrase says more than a word does, so phrases come first.
    const at = places[found[0] ?? 0]?.start ?? 0;
    const start = at <= SNIPPET_BEFORE ? 0 : text.indexOf(' ', at - SNIPPET_BEFORE) + 1;
    const end = text.length <= at + SNIPPET_AFTER ? text.length : text.lastIndexOf(' ', at + SNIPPET_AFTER);
    const words = text.slice(Math.min(start, at), Math.max(end, at)).replace(/\s+/g, ' ').trim();
    return `${start > 0 ? '… ' : ''}${words}${end < text.length ? ' …' : ''}`;
  }
}

function placeOf(stems: readonly string[], phrase: readonly string[]): number {
  return stems.findIndex((_, at) => phrase.every((stem, offset) => stems[at + offset] === stem));
}
