import { type Atoms, DIGITS, isCapitalized, spaced } from './atoms.ts';
import { parseClock } from './clock.ts';
import { parseDate } from './dates.ts';
import { parseDetermined } from './determined.ts';
import { OPENING_WORDS } from './function-words.ts';
import { HOLIDAYS } from './holidays.ts';
import { parseLength } from './lengths.ts';
import {
  DAY_PARTS,
  DAYS,
  DETERMINERS,
  FREQUENCIES,
  LONG,
  MONTHS,
  REFERENCES,
  SEASONS,
  UNITS,
  WEEKDAYS,
} from './lexicon.ts';
import { type Meaning, mentionedDay, type Phrase } from './meaning.ts';
import { CARDINALS, DECADES, ORDINALS } from './numerals.ts';
import { parseQuarter, parseYearEarlier } from './quarters.ts';
import { parseReference, parseSet } from './references.ts';
import { parseEra } from './years.ts';

/** A temporal expression as parsed. It begins at the atom `first`. */
export interface Expression extends Phrase {
  first: number;
}

/**
 * The temporal expression that is read from an atom on, the longest there is. Looks ahead at most a few words whatever
 * the text, so that a scan of all atoms is linear.
 */
export function parseExpression(atoms: Atoms, at: number): Expression | undefined {
  const word = atoms.word[at]!;
  if (!OPENERS.has(word) || (atoms.word[at + 1] === '' && NEVER_ALONE.has(word))) return undefined;
  const approximate = parseApproximate(atoms, at);
  if (approximate) return approximate;
  const phrase = parseModified(atoms, at) ?? parsePlain(atoms, at);
  return phrase && { first: at, ...phrase };
}

/** All that an expression can begin with: most words of most texts are none, and cost no more than this look-up. */
const OPENERS: ReadonlySet<string> = new Set([
  ...CARDINALS.keys(),
  ...DAYS.keys(),
  ...DECADES.keys(),
  ...DETERMINERS.keys(),
  ...FREQUENCIES.keys(),
  ...HOLIDAYS.keys(),
  ...LONG.keys(),
  ...MONTHS.keys(),
  ...OPENING_WORDS,
  ...ORDINALS.keys(),
  ...REFERENCES.keys(),
  ...SEASONS.keys(),
  ...UNITS.keys(),
  ...WEEKDAYS.keys(),
  DIGITS,
  "'",
  '`',
  '‘',
  '’',
]);

/** Openers that say nothing of time without a word of the lexicon after them. They are most openers in most texts. */
const NEVER_ALONE: ReadonlySet<string> = new Set([
  'a',
  'about',
  'almost',
  'an',
  'another',
  'around',
  'as',
  'at',
  'each',
  'every',
  'few',
  'half',
  'last',
  'many',
  'more',
  'next',
  'no',
  'one',
  'past',
  'recent',
  'right',
  'same',
  'several',
  'that',
  'the',
  'this',
]);

/** Words before an amount of time, as TIMEX3 mods. Those that only blur it stay outside of the expression. */
const AMOUNT_MODS: readonly (readonly [words: readonly string[], mod: string, inside: boolean])[] = [
  [['about'], 'APPROX', false],
  [['almost'], 'LESS_THAN', true],
  [['approximately'], 'APPROX', false],
  [['around'], 'APPROX', false],
  [['at', 'least'], 'EQUAL_OR_MORE', true],
  [['less', 'than'], 'LESS_THAN', true],
  [['more', 'than'], 'MORE_THAN', true],
  [['nearly'], 'LESS_THAN', true],
  [['no', 'less', 'than'], 'EQUAL_OR_MORE', true],
  [['no', 'more', 'than'], 'EQUAL_OR_LESS', true],
  [['roughly'], 'APPROX', false],
];

/** "more than two years", "nearly a decade ago", "about [five hours]" */
function parseApproximate(atoms: Atoms, at: number): Expression | undefined {
  for (const [words, mod, inside] of AMOUNT_MODS) {
    if (!words.every((wanted, index) => atoms.word[at + index] === wanted)) continue;
    const start = at + words.length;
    const amount = parseLength(atoms, start);
    return amount && { ...amount, mod, first: inside ? at : start };
  }
  return undefined;
}

/** Words before a date that pick a part of it, as TIMEX3 mods. */
const PART_MODS: ReadonlyMap<string, string> = new Map([
  ['earlier', 'START'],
  ['early', 'START'],
  ['late', 'END'],
  ['later', 'END'],
  ['mid', 'MID'],
]);

/** "early 1998", "mid-November", "the late 1970s", "later this month", "earlier in the year" */
function parseModified(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const article = word[at] === 'the';
  const first = article ? at + 1 : at;
  const mod = PART_MODS.get(word[first] ?? '');
  if (mod === undefined) return article ? parsePartOf(atoms, first) : undefined;
  let next = first + 1;
  if (word[next] === '-' || ((word[next] === 'in' || word[next] === 'on') && word[first]!.endsWith('er'))) next++;
  if (mod === 'MID' && DAY_PARTS.has(word[next] ?? '')) return parseMiddleOfPart(atoms, next);
  if (article && word[next] === 'the') return undefined;
  const core = parsePlain(atoms, next);
  return core && isPeriod(core.meaning) ? { ...core, mod } : undefined;
}

/** "[mid-]afternoon yesterday", "[mid] afternoon" */
function parseMiddleOfPart(atoms: Atoms, at: number): Phrase {
  const part = DAY_PARTS.get(atoms.word[at]!)!;
  const day = at + 1 < atoms.count ? (parseReference(atoms, at + 1) ?? parseDate(atoms, at + 1)) : undefined;
  if (day && isDay(day.meaning)) return { end: day.end, meaning: { kind: 'part', part, of: day.meaning }, mod: 'MID' };
  return { end: at + 1, meaning: { kind: 'part', part, of: mentionedDay(0) }, mod: 'MID' };
}

/** "the end of" */
const PART_NOUNS: ReadonlyMap<string, string> = new Map([
  ['beginning', 'START'],
  ['end', 'END'],
  ['middle', 'MID'],
  ['start', 'START'],
]);

/** "[the] end of the year", "[the] middle of October", "[the] end of the month" */
function parsePartOf(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const mod = PART_NOUNS.get(word[at] ?? '');
  if (mod === undefined || word[at + 1] !== 'of') return undefined;
  const core = parsePlain(atoms, at + 2);
  if (core) return isPeriod(core.meaning) ? { ...core, mod } : undefined;
  const unit = word[at + 2] === 'the' ? UNITS.get(word[at + 3] ?? '')?.unit : undefined;
  if (unit !== 'month' && unit !== 'week') return undefined;
  return { end: at + 4, meaning: { kind: 'unit', unit, shift: 0, base: 'anchor' }, mod };
}

/** The longest expression without a modifier before it. */
function parsePlain(atoms: Atoms, at: number): Phrase | undefined {
  if (at >= atoms.count) return undefined;
  let longest: Phrase | undefined;
  for (const parse of PARSERS) {
    const found = parse(atoms, at);
    if (found && (!longest || found.end > longest.end)) longest = found;
  }
  if (!longest) return undefined;
  const { word } = atoms;
  if (word[longest.end] === 'or' && word[longest.end + 1] === 'so')
    longest = { ...longest, end: longest.end + 2, mod: 'APPROX' };
  return withDayPart(atoms, longest);
}

/** Of two that read equally far the first wins. */
const PARSERS: readonly ((atoms: Atoms, at: number) => Phrase | undefined)[] = [
  parseClock,
  parseArticledDate,
  parseDetermined,
  parseQuarter,
  parseYearEarlier,
  parseSet,
  parseLength,
  parseReference,
];

/** A date, with its article where it takes one: "the 1990s", "the 19th century", "fiscal 1988", "fiscal year 2016". */
function parseArticledDate(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  if (word[at] === 'fy') return parseEra(atoms, at + 1);
  if (word[at] === 'fiscal') return parseEra(atoms, word[at + 1] === 'year' ? at + 2 : at + 1);
  if (word[at] !== 'the') return parseDate(atoms, at);
  const date = at + 1 < atoms.count ? parseDate(atoms, at + 1) : undefined;
  if (date?.meaning.kind === 'season') return date;
  const year = date?.meaning.kind === 'literal' && date.meaning.value.length >= 4;
  return date?.meaning.kind === 'literal' && !year ? date : undefined;
}

/** A day and the part of it named next: "Friday morning", "yesterday afternoon". */
function withDayPart(atoms: Atoms, phrase: Phrase): Phrase {
  const part = isDay(phrase.meaning) ? DAY_PARTS.get(atoms.word[phrase.end] ?? '') : undefined;
  if (part === undefined || !spaced(atoms, phrase.end) || isCapitalized(atoms, phrase.end)) return phrase;
  return { ...phrase, end: phrase.end + 1, meaning: { kind: 'part', part, of: phrase.meaning } };
}

function isDay(meaning: Meaning): boolean {
  return meaning.kind === 'weekday' || meaning.kind === 'day' || (meaning.kind === 'unit' && meaning.unit === 'day');
}

/** Whether "early" or "the end of" can pick a part of it. */
function isPeriod(meaning: Meaning): boolean {
  if (meaning.kind === 'duration' || meaning.kind === 'distance') return false;
  return meaning.kind !== 'literal' || (meaning.type === 'DATE' && !meaning.value.endsWith('REF'));
}
