import { countryOf } from '../country-names.ts';
import type { ActorName } from './actor-name.ts';

/**
 * Bodies of which a report seldom means two by the one noun, so that "the ministry" of one report of a story is that of the others.
 * Officials, witnesses and outlets are not among them, of those there are many; nor groups, which may be anything.
 */
const BODIES: ReadonlySet<string> = new Set([
  'administration',
  'airline',
  'army',
  'association',
  'authority',
  'bank',
  'board',
  'brigade',
  'cabinet',
  'charity',
  'church',
  'club',
  'coalition',
  'coastguard',
  'commission',
  'committee',
  'company',
  'council',
  'court',
  'department',
  'embassy',
  'family',
  'firm',
  'foundation',
  'government',
  'guard',
  'hospital',
  'institute',
  'jury',
  'military',
  'ministry',
  'mission',
  'navy',
  'operator',
  'opposition',
  'palace',
  'parliament',
  'party',
  'police',
  'presidency',
  'prosecution',
  'prosecutors',
  'rebels',
  'regime',
  'regulator',
  'retailer',
  'school',
  'senate',
  'service',
  'union',
  'university',
  'watchdog',
]);

/**
 * Whether a name or a description is that of such a body: "the ministry", "Verran's defence ministry", but not "a ministry" nor
 * "lawyers for the family".
 */
export function isBody({ written, words }: ActorName): boolean {
  return BODIES.has(words.at(-1) ?? '') && !INDEFINITE.test(written) && !words.some((word) => PREPOSITIONS.has(word));
}

const PREPOSITIONS: ReadonlySet<string> = new Set(['at', 'by', 'for', 'from', 'in', 'near', 'of', 'on', 'to', 'with']);

const INDEFINITE = /^(?:an?|another|any|each|every|many|most|no|one|other|several|some|such|two)\b/i;

/** Whether two names of bodies can be one's: the words of the shorter are all among those of the longer. */
export function isSameBody(one: ActorName, other: ActorName): boolean {
  if (one.words.at(-1) !== other.words.at(-1)) return false;
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one];
  const known = new Set(long.words.map(comparable));
  return short.words.every((word) => known.has(comparable(word)));
}

/** "Iraq's army" is the Iraqi army, and a defense ministry one for defence. */
function comparable(word: string): string {
  return SPELLINGS.get(word) ?? countryOf(word);
}

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['center', 'centre'],
  ['defense', 'defence'],
  ['labor', 'labour'],
]);
