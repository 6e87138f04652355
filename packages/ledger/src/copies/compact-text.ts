import type { Span } from '@hearsay/reader/reading';
import { NumberReader, pushNumber } from '../store/packed-numbers.ts';
import type { MarkedWords } from './marked-words.ts';

/** Words whose bytes are under it are function words. */
export const FUNCTION_WORDS = 64;

/** A text as it is compared: a byte a word, its kind, the sentences. */
export interface CompactText {
  readonly count: number;
  /** A byte of each word, those under `FUNCTION_WORDS` of function words: three in a row are hardly met by chance. */
  readonly word: Uint8Array;
  /** As in `MarkedWords`. */
  readonly kind: Uint8Array;
  /** Word to sentence. */
  readonly sentenceOf: Uint16Array | Uint32Array;
  readonly sentences: readonly Span[];
}

/**
 * The bytes of a text: number of words, number of sentences; for each sentence the words in it, the characters before it
 * since the last, and its length; the words' bytes; their kinds, four a byte. Numbers are LEB128.
 */
export function packText(words: MarkedWords): Uint8Array {
  const { count, sentences } = words;
  const head: number[] = [];
  pushNumber(head, count);
  pushNumber(head, sentences.length);
  let last = 0;
  sentences.forEach(({ first, start, end }, index) => {
    pushNumber(head, (sentences[index + 1]?.first ?? count) - first);
    pushNumber(head, start - last);
    pushNumber(head, end - start);
    last = end;
  });
  const bytes = new Uint8Array(head.length + count + Math.ceil(count / 4));
  bytes.set(head);
  for (let at = 0; at < count; at++) {
    const hash = words.hash[at];
    bytes[head.length + at] = words.isFunctionWord[at]
      ? hash % FUNCTION_WORDS
      : FUNCTION_WORDS + (hash % (256 - FUNCTION_WORDS));
    bytes[head.length + count + (at >> 2)] |= words.kind[at] << ((at & 3) * 2);
  }
  return bytes;
}

/** Reads what `packText` wrote. */
export function unpackText(bytes: Uint8Array): CompactText {
  const reader = new NumberReader(bytes);
  const count = reader.number();
  const sentenceCount = reader.number();
  const sentences: Span[] = [];
  const sentenceOf = sentenceCount < 65536 ? new Uint16Array(count) : new Uint32Array(count);
  let first = 0;
  let last = 0;
  for (let index = 0; index < sentenceCount; index++) {
    const words = reader.number();
    const start = last + reader.number();
    last = start + reader.number();
    sentenceOf.fill(index, first, first + words);
    first += words;
    sentences.push({ start, end: last });
  }
  const { at } = reader;
  const kind = new Uint8Array(count);
  for (let word = 0; word < count; word++) kind[word] = (bytes[at + count + (word >> 2)] >> ((word & 3) * 2)) & 3;
  return { count, word: bytes.subarray(at, at + count), kind, sentenceOf, sentences };
}
