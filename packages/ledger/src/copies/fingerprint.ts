import { type MarkedWords, NAME } from './marked-words.ts';

/** Words of narrative in a row that make one key. */
const LENGTH = 4;
/**
 * One key in so many is kept: those that are 0 modulo this (Manber 1994). Each is chosen by its own words alone, so short
 * runs that a rewrite left standing meet as often as long ones. Of the related pairs it was set on the least alike share 7
 * keys before this choice, the median 60 and more.
 */
const KEPT_ONE_IN = 4;

/**
 * The keys of an article: numbers under 2^31, sorted, each once. They come from narrative only, from words in a row of
 * which at least two are no function words; the last is one of the whole text, quotations included.
 */
export function fingerprint(words: MarkedWords): Int32Array<ArrayBuffer> {
  const keys = new Set<number>();
  const { count, hash, kind, isFunctionWord } = words;
  let run = 0;
  let whole = 0x9747b28c;
  for (let at = 0; at < count; at++) {
    whole = mix(whole, hash[at]);
    run = kind[at] <= NAME ? run + 1 : 0;
    if (run < LENGTH) continue;
    let key = 0;
    let functionWords = 0;
    for (let of = at - LENGTH + 1; of <= at; of++) {
      key = mix(key, hash[of]);
      functionWords += isFunctionWord[of];
    }
    if (functionWords > LENGTH - 2) continue;
    const even = key >>> 0;
    if (even % KEPT_ONE_IN === 0) keys.add(even >>> 1);
  }
  if (count > 0) keys.add(whole >>> 1);
  return Int32Array.from(keys).sort();
}

function mix(state: number, value: number): number {
  const mixed = Math.imul(state ^ value, 0x5bd1e995);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) ^ (mixed >>> 13);
}
