import { type Atoms, DIGITS, isCapitalized, spaced } from './atoms.ts';
import { parseClock } from './clock.ts';
import { parseDate } from './dates.ts';
import { DAY_PARTS, UNITS } from './lexicon.ts';
import type { Expression, Meaning, Parsed } from './meaning.ts';
import {
  parseDetermined,
  parseDuration,
  parseQuarter,
  parseReference,
  parseSet,
  parseYearEarlier,
  type Relative,
} from './relative.ts';

/**
 * The temporal expression that begins at an atom, the longest there is. Looks ahead at most a few words whatever the
 * text, so that a scan of all atoms is linear.
 */
export function parseExpression(atoms: Atoms, at: number): Expression | undefined {
  const found: (Parsed<Relative> & { first?: number }) | undefined =
    parseModified(atoms, at) ?? parseApproximate(atoms, at) ?? parsePlain(atoms, at);
  if (!found) return undefined;
  const { meaning, mod } = found.value;
  return { first: found.first ?? at, end: found.end, meaning, ...(mod === undefined ? {} : { mod }) };
}

/** Words before a date that pick a part of it, as TIMEX3 mods. */
const PART_MODS: ReadonlyMap<string, string> = new Map([
  ['earlier', 'START'],
  ['early', 'START'],
  ['late', 'END'],
  ['later', 'END'],
  ['mid', 'MID'],
]);

/** "the end of" */
const PART_NOUNS: ReadonlyMap<string, string> = new Map([
  ['beginning', 'START'],
  ['end', 'END'],
  ['middle', 'MID'],
  ['start', 'START'],
]);

/** "early 1998", "mid-November", "the late 1970s", "later this month", "the end of the year" */
function parseModified(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  const article = word[at] === 'the';
  const next = article ? at + 1 : at;
  const mod = PART_MODS.get(word[next]!);
  if (mod !== undefined) {
    let rest = word[next + 1] === '-' ? next + 2 : next + 1;
    const inside = word[next] === 'earlier' && (word[rest] === 'in' || word[rest] === 'on');
    if (inside) rest++;
    const part = DAY_PARTS.get(word[rest] ?? '');
    if (part !== undefined && mod === 'MID') {
      const day = parseReference(atoms, rest + 1) ?? asRelative(parseDate(atoms, rest + 1));
      if (day && isDay(day.value.meaning))
        return withMod({ end: day.end, value: { meaning: { kind: 'part', part, of: day.value.meaning } } }, mod);
      return withMod({ end: rest + 1, value: { meaning: partOfThatDay(part) } }, mod);
    }
    const core = parsePlain(atoms, rest);
    if (core && isPeriod(core.value.meaning) && !(article && word[rest] === 'the'))
      return withDayPart(atoms, withMod(core, mod));
    return undefined;
  }
  const noun = PART_NOUNS.get(word[next]!);
  if (noun !== undefined && article && word[next + 1] === 'of') {
    const core = parsePlain(atoms, next + 2) ?? parseDefiniteUnit(atoms, next + 2);
    if (core && isPeriod(core.value.meaning)) return withMod(core, noun);
  }
  return undefined;
}

/** "[the end of] the month" */
function parseDefiniteUnit(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  if (atoms.word[at] !== 'the') return undefined;
  const unit = UNITS.get(atoms.word[at + 1] ?? '');
  if (!unit || unit.plural || (unit.unit !== 'month' && unit.unit !== 'week')) return undefined;
  return { end: at + 2, value: { meaning: { kind: 'unit', unit: unit.unit, shift: 0, base: 'anchor' } } };
}

/** Words before an amount of time, as TIMEX3 mods. */
const AMOUNT_MODS: readonly (readonly [words: readonly string[], mod: string])[] = [
  [['about'], 'APPROX'],
  [['almost'], 'LESS_THAN'],
  [['approximately'], 'APPROX'],
  [['around'], 'APPROX'],
  [['at', 'least'], 'EQUAL_OR_MORE'],
  [['less', 'than'], 'LESS_THAN'],
  [['more', 'than'], 'MORE_THAN'],
  [['nearly'], 'LESS_THAN'],
  [['no', 'less', 'than'], 'EQUAL_OR_MORE'],
  [['no', 'more', 'than'], 'EQUAL_OR_LESS'],
  [['roughly'], 'APPROX'],
];

/** "more than two years", "nearly a decade ago" */
function parseApproximate(atoms: Atoms, at: number): (Parsed<Relative> & { first?: number }) | undefined {
  const { word } = atoms;
  for (const [words, mod] of AMOUNT_MODS) {
    if (!words.every((wanted, index) => word[at + index] === wanted)) continue;
    const core = parseDuration(atoms, at + words.length);
    if (
      core &&
      (core.value.meaning.kind === 'duration' || core.value.meaning.kind === 'distance') &&
      word[core.end - 1] !== '-'
    )
      return { ...withMod(core, mod), ...(mod === 'APPROX' ? { first: at + words.length } : {}) };
    return undefined;
  }
  return undefined;
}

/** An expression without a modifier before it. */
function parsePlain(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  let longest: Parsed<Relative> | undefined;
  const offer = (found: Parsed<Relative> | undefined) => {
    if (found && (!longest || found.end > longest.end)) longest = found;
  };
  offer(asRelative(parseClock(atoms, at)));
  offer(parseDateOrDecade(atoms, at));
  offer(parseDetermined(atoms, at));
  offer(parseQuarter(atoms, at));
  offer(parseYearEarlier(atoms, at));
  offer(parseSet(atoms, at));
  offer(parseDuration(atoms, at));
  offer(parseReference(atoms, at));
  if (!longest) return undefined;
  if (word[longest.end] === 'or' && word[longest.end + 1] === 'so' && longest.value.mod === undefined)
    longest = { end: longest.end + 2, value: { ...longest.value, mod: 'APPROX' } };
  return withDayPart(atoms, longest);
}

/** A date, with its article where it takes one: "the 1990s", "the 19th century", "fiscal 1988". */
function parseDateOrDecade(atoms: Atoms, at: number): Parsed<Relative> | undefined {
  const { word } = atoms;
  if (word[at] === 'fiscal') {
    const core = word[at + 1] === DIGITS ? parseDate(atoms, at + 1) : undefined;
    return core?.value.kind === 'literal' ? asRelative(core) : undefined;
  }
  if (word[at] !== 'the') return asRelative(parseDate(atoms, at));
  const core = parseDate(atoms, at + 1);
  if (!core) return undefined;
  if (core.value.kind === 'literal' && core.value.value.length >= 4 && core.value.type === 'DATE') return undefined;
  if (core.value.kind !== 'literal' && core.value.kind !== 'season') return undefined;
  return asRelative(core);
}

/** A day and the part of it named next: "Friday morning", "yesterday afternoon". */
function withDayPart(atoms: Atoms, found: Parsed<Relative>): Parsed<Relative> {
  const { meaning } = found.value;
  const part = isDay(meaning) ? DAY_PARTS.get(atoms.word[found.end] ?? '') : undefined;
  if (part === undefined || !spaced(atoms, found.end) || isCapitalized(atoms, found.end)) return found;
  return { end: found.end + 1, value: { ...found.value, meaning: { kind: 'part', part, of: meaning } } };
}

function isDay(meaning: Meaning): boolean {
  return meaning.kind === 'weekday' || meaning.kind === 'day' || (meaning.kind === 'unit' && meaning.unit === 'day');
}

/** Whether "early" or "the end of" can pick a part of it. */
function isPeriod(meaning: Meaning): boolean {
  if (meaning.kind === 'duration' || meaning.kind === 'distance') return false;
  return meaning.kind !== 'literal' || (meaning.type === 'DATE' && !meaning.value.endsWith('REF'));
}

function partOfThatDay(part: string): Meaning {
  return { kind: 'part', part, of: { kind: 'unit', unit: 'day', shift: 0, base: 'mention' } };
}

function withMod(found: Parsed<Relative>, mod: string): Parsed<Relative> {
  return { end: found.end, value: { meaning: found.value.meaning, mod } };
}

function asRelative(found: Parsed<Meaning> | undefined): Parsed<Relative> | undefined {
  return found && { end: found.end, value: { meaning: found.value } };
}
