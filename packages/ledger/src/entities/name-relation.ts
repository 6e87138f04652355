import { compatibleGivenNames, isAcronymOf, isMisspelling } from '@hearsay/reader/actors/same-name';
import { type ActorName, beginAlike, isAcronym, skeleton } from './actor-name.ts';

/**
 * How two names can be one actor's, closest first:
 * - `same`: the same words
 * - `transliterated`: every word sounds the same
 * - `fuller`: one has all words of the other after others: a title, a country
 * - `compatible`: one surname, and given names that can be one person's: an initial, a short form, a middle name more
 * - `beginning`: one breaks off before the other's last word
 * - `misspelled`: a typing error apart
 * - `acronym`: one is the first letters of the other
 * - `partial`: one is the surname, or the last word, of the other
 * - `none`: two names
 */
export type NameRelation =
  | 'same'
  | 'transliterated'
  | 'fuller'
  | 'compatible'
  | 'beginning'
  | 'misspelled'
  | 'acronym'
  | 'partial'
  | 'none';

export function nameRelation(a: ActorName, b: ActorName): NameRelation {
  if (a.joined === b.joined) return 'same';
  if (isAcronym(a) && isAcronymOf(a.tokens[0], b.tokens)) return 'acronym';
  if (isAcronym(b) && isAcronymOf(b.tokens[0], a.tokens)) return 'acronym';
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short.length === 0) return 'none';
  if (short.length === 1) return oneWord(short[0], long);
  if (short.length === long.length) {
    const likeness = short.map((word, at) => wordLikeness(word, long[at], SHORTEST_SOUND_OF_SEVERAL));
    if (likeness.every((like) => like === 'equal' || like === 'sound')) return 'transliterated';
    if (likeness.every((like) => like !== 'no')) return 'misspelled';
    const differs = likeness.findIndex((like) => like !== 'equal');
    if (isAllButOne(likeness) && isOneLetterApart(short[differs], long[differs])) return 'misspelled';
  }
  const tail = long.slice(-short.length);
  if (short.every((word, at) => word === tail[at])) return 'fuller';
  if (short.every((word, at) => word === long[at])) return 'beginning';
  const surname = wordLikeness(short[short.length - 1], long[long.length - 1]);
  if (surname === 'no') return 'none';
  const given = compatibleGivenNames(short[0], long[0]) || wordLikeness(short[0], long[0]) !== 'no';
  if (given) return surname === 'equal' ? 'compatible' : 'misspelled';
  // "Joel Harven" and "Stevan Joel Harven", one of the surnames mistyped.
  const inside = short.length === 2 && long.length > 2 && long.slice(1, -1).includes(short[0]);
  return inside ? (surname === 'equal' ? 'fuller' : 'misspelled') : 'none';
}

function oneWord(word: string, long: readonly string[]): NameRelation {
  const last = wordLikeness(word, long[long.length - 1]);
  if (long.length === 1) return last === 'no' ? 'none' : last === 'sound' ? 'transliterated' : 'misspelled';
  return last === 'no' ? 'none' : 'partial';
}

type Likeness = 'equal' | 'sound' | 'misspelled' | 'no';

/** Shorter sounds are those of too many words; where the other words are alike too, a shorter one will do. */
const SHORTEST_SOUND = 3;
const SHORTEST_SOUND_OF_SEVERAL = 2;
const SHORTEST_WORD_OF_SEVERAL = 5;

function wordLikeness(a: string, b: string, shortest = SHORTEST_SOUND): Likeness {
  if (a === b) return 'equal';
  if (Math.abs(a.length - b.length) > 3 || !beginAlike(a, b)) return 'no';
  const sound = skeleton(a);
  const isTelling =
    sound.length >= SHORTEST_SOUND || (sound.length >= shortest && a.length >= SHORTEST_WORD_OF_SEVERAL);
  if (isTelling && sound === skeleton(b)) return 'sound';
  return isMisspelling(a, b) ? 'misspelled' : 'no';
}

function isAllButOne(likeness: readonly Likeness[]): boolean {
  return likeness.filter((like) => like !== 'equal').length === 1;
}

/** Shortest word in which a wrong letter is taken for a typing error where the other words are equal. */
const SHORTEST_MISTYPED = 4;

/** Whether a letter is wrong, missing, too many or swapped with the next; the first letter too: "Jill" and "Gill". */
function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST_MISTYPED || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2));
}
