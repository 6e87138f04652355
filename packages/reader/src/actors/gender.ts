import { GIVEN_NAMES_OF_MEN } from './mens-names.ts';
import { GIVEN_NAMES_OF_WOMEN } from './womens-names.ts';

export type Gender = 'feminine' | 'masculine';

/** The gender that a title or a noun for a person tells ("Mrs.", "spokesman", "actress"); null where it tells none. */
export function genderOfNoun(noun: string): Gender | null {
  const plain = noun.toLowerCase().replace('.', '');
  if (FEMININE_NOUNS.has(plain) || plain.endsWith('woman')) return 'feminine';
  if (MASCULINE_NOUNS.has(plain) || (plain.endsWith('man') && !NEUTRAL_NOUNS.has(plain))) return 'masculine';
  return null;
}

/** The gender that a given name mostly goes with in English news; null where it goes with either or is not known. */
export function genderOfGivenName(name: string): Gender | null {
  if (GIVEN_NAMES_OF_WOMEN.has(name)) return 'feminine';
  return GIVEN_NAMES_OF_MEN.has(name) ? 'masculine' : null;
}

const FEMININE_NOUNS: ReadonlySet<string> = new Set([
  'actress',
  'aunt',
  'daughter',
  'duchess',
  'girl',
  'girlfriend',
  'grandmother',
  'lady',
  'mother',
  'mrs',
  'ms',
  'mum',
  'nun',
  'princess',
  'queen',
  'sister',
  'waitress',
  'widow',
  'wife',
]);

const MASCULINE_NOUNS: ReadonlySet<string> = new Set([
  'boy',
  'boyfriend',
  'brother',
  'dad',
  'duke',
  'emir',
  'father',
  'grandfather',
  'husband',
  'imam',
  'king',
  'lord',
  'mr',
  'pope',
  'prince',
  'sheik',
  'sheikh',
  'sir',
  'son',
  'sultan',
  'uncle',
  'widower',
]);

/** End in "man" and tell nothing. */
const NEUTRAL_NOUNS: ReadonlySet<string> = new Set(['german', 'human', 'ottoman', 'roman', 'shaman', 'talisman']);
