import { NICKNAMES } from './nicknames.ts';

/**
 * A name's word as it is compared: lower case, without accents, dots or the Arabic article, so that "al-Velani",
 * "Al Velani" and "Velani" meet.
 */
export function comparableWord(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase();
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.'’‘]/g, '')
    .toLowerCase();
  return /^(?:al|el|an|ad|as|ar|ash)-./.test(plain) ? plain.slice(plain.indexOf('-') + 1) : plain;
}

/** Letters without accents or marks, as nearly all words are. */
const PLAIN_WORD = /^[A-Za-z]+$/;

/** Whether two given names can be one person's: equal, an initial of the other, or its usual short form. */
export function compatibleGivenNames(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short);
  return NICKNAMES.get(short) === long || NICKNAMES.get(long) === short || isMisspelling(short, long);
}

/** Shortest word in which one wrong letter is taken for a typing error: below it, "Khan" and "Khal" are two names. */
const MISSPELLABLE_LENGTH = 6;

/**
 * Whether two words differ by one typing error: a letter too many, missing, wrong or swapped with its neighbour
 * (Damerau-Levenshtein distance 1), the first letter kept.
 */
export function isMisspelling(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < MISSPELLABLE_LENGTH || long.length - short.length > 1 || short[0] !== long[0]) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1);
  const swapped = short[same] === long[same + 1] && short[same + 1] === long[same];
  return short.slice(same + 1) === long.slice(same + 1) || (swapped && short.slice(same + 2) === long.slice(same + 2));
}

/** Whether an acronym stands for a name: the first letters of its words, small words left out or counted. */
export function isAcronymOf(acronym: string, words: readonly string[]): boolean {
  if (words.length < 2 || acronym.length < 2) return false;
  const letters = acronym.replaceAll('.', '').toLowerCase();
  const initials = (chosen: readonly string[]) => chosen.map((word) => word[0]?.toLowerCase() ?? '').join('');
  return (
    initials(words) === letters || initials(words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()))) === letters
  );
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['and', 'at', 'de', 'for', 'in', 'of', 'on', 'the', 'to', '&']);
