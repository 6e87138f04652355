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
  /** News says the same words again and again: each is stemmed once. */
  readonly #stems = new Map<string, string>();

  constructor({ words, phrases }: WantedWords) {
    this.#words = words.map(stemmer);
    this.#phrases = phrases.map((phrase) => phrase.map(stemmer));
  }

  /** Whether a text has all words and phrases. */
  matches(text: string): boolean {
    const stems = foldedWords(text).map((word) => this.#stem(word));
    const have = new Set(stems);
    return this.#words.every((word) => have.has(word)) && this.#phrases.every((phrase) => placeOf(stems, phrase) >= 0);
  }

  /** The words around the first place in a text where one of those looked for stands; its beginning where none does. */
  snippet(text: string): string {
    const at = this.#placeIn(text);
    const start = at <= SNIPPET_BEFORE ? 0 : text.indexOf(' ', at - SNIPPET_BEFORE) + 1;
    const end = text.length <= at + SNIPPET_AFTER ? text.length : text.lastIndexOf(' ', at + SNIPPET_AFTER);
    const words = text.slice(Math.min(start, at), Math.max(end, at)).replace(/\s+/g, ' ').trim();
    return `${start > 0 ? '… ' : ''}${words}${end < text.length ? ' …' : ''}`;
  }

  /** Where the first phrase begins, which says more than a word does; else the first word; else the text. */
  #placeIn(text: string): number {
    const starts: number[] = [];
    const stems: string[] = [];
    let first: number | undefined;
    for (const { word, start } of wordPlaces(text)) {
      const stem = this.#stem(word);
      if (this.#words.includes(stem)) first ??= start;
      if (this.#phrases.length === 0) {
        if (first !== undefined) return first;
        continue;
      }
      starts.push(start);
      stems.push(stem);
      for (const phrase of this.#phrases) {
        const from = stems.length - phrase.length;
        if (from >= 0 && phrase.every((each, offset) => stems[from + offset] === each)) return starts[from];
      }
    }
    return first ?? 0;
  }

  #stem(word: string): string {
    let stem = this.#stems.get(word);
    if (stem === undefined) {
      stem = stemmer(word);
      this.#stems.set(word, stem);
    }
    return stem;
  }
}

function placeOf(stems: readonly string[], phrase: readonly string[]): number {
  return stems.findIndex((_, at) => phrase.every((stem, offset) => stems[at + offset] === stem));
}
