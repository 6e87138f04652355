import { type Atoms, BREAK, DIGITS } from './atoms.ts';
import { LONG, UNITS, type Unit } from './lexicon.ts';
import type { Phrase } from './meaning.ts';
import { parseQuantity } from './numbers.ts';
import { durationValue } from './timex-values.ts';

/** Lengths of time and distances in it: "two weeks", "24-minute", "a year and a half", "two weeks ago", "for years" */
export function parseLength(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const quantity = parseQuantity(atoms, at);
  if (!quantity) return parseAllLong(atoms, at) ?? parsePlural(atoms, at);
  const hyphen = word[quantity.end] === '-';
  const noun = hyphen || FILLERS.has(word[quantity.end] ?? '') ? quantity.end + 1 : quantity.end;
  const unit = UNITS.get(word[noun] ?? '');
  if (!unit || isAge(atoms, noun + 1)) return undefined;
  const article = (word[at] === 'a' || word[at] === 'an') && quantity.value === 1;
  if (article && (hyphen || unit.plural)) return undefined;
  // "one second place", "a quarter of the vote"
  if (unit.unit === 'second' && !unit.plural && !hyphen) return undefined;

  let amount = quantity.value === null ? null : quantity.value * unit.count;
  let end = noun + 1;
  const half = word[end] === 'and' && word[end + 1] === 'a' && word[end + 2] === 'half' && amount !== null;
  if (half) {
    amount = (amount ?? 0) + 0.5;
    end += 3;
  }
  if (hyphen && isLong(atoms, end)) end += 2;
  const distance = hyphen && word[end] !== 'ago' ? undefined : parseDistance(atoms, end, amount, unit.unit);
  if (distance) return distance;
  if (unit.unit === 'quarter' && (hyphen || !unit.plural)) return undefined;
  if (!article || half || (!hyphen && noun > quantity.end))
    return { end, meaning: { kind: 'duration', amount, unit: unit.unit } };
  return parseIndefinite(atoms, at, end, amount, unit.unit);
}

/** Words between a number and its unit. */
const FILLERS: ReadonlySet<string> = new Set(['additional', 'full', 'more', 'whole']);

const SIGNS: ReadonlyMap<string, -1 | 1> = new Map<string, -1 | 1>([
  ['ago', -1],
  ['earlier', -1],
  ['hence', 1],
  ['later', 1],
]);

/** Prepositions that count from the date mentioned where nothing follows that they could govern. */
const ADVERBS: ReadonlyMap<string, -1 | 1> = new Map<string, -1 | 1>([
  ['after', 1],
  ['before', -1],
]);

/** "[two weeks] ago", "[a year or so] earlier", "[six months] from now", "[the day] before." */
export function parseDistance(atoms: Atoms, at: number, amount: number | null, unit: Unit): Phrase | undefined {
  const { word } = atoms;
  if (word[at] === 'from' && (word[at + 1] === 'now' || word[at + 1] === 'today'))
    return { end: at + 2, meaning: { kind: 'distance', amount, unit, sign: 1, base: 'anchor' } };
  const loose = word[at] === 'or' && word[at + 1] === 'so';
  const last = loose ? at + 2 : at;
  const sign = SIGNS.get(word[last] ?? '') ?? (endsClause(atoms, last + 1) ? ADVERBS.get(word[last] ?? '') : undefined);
  if (sign === undefined) return undefined;
  const base = word[last] === 'ago' || word[last] === 'hence' ? 'anchor' : 'mention';
  const meaning: Phrase['meaning'] = { kind: 'distance', amount, unit, sign, base };
  return loose ? { end: last + 1, meaning, mod: 'APPROX' } : { end: last + 1, meaning };
}

/** Whether no word follows in the clause. */
function endsClause(atoms: Atoms, at: number): boolean {
  return at >= atoms.count || CLAUSE_ENDS.has(atoms.word[at]!);
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set(['!', '"', ')', ',', '.', ':', ';', '?', '”', BREAK]);

/** Units that sums are counted by: "$2 million a year". */
const RATED: ReadonlySet<Unit> = new Set<Unit>(['day', 'hour', 'month', 'week', 'year']);

/** Words before "a year" that make it a rate. */
const RATE_CONTEXT: ReadonlySet<string> = new Set([DIGITS, 'billion', 'million', 'once', 'thousand', 'times', 'twice']);

/** Words before "a day", "a year" that make it a length of time rather than a topic. */
const LENGTH_CONTEXT: ReadonlySet<string> = new Set([
  'about',
  'after',
  'almost',
  'approximately',
  'around',
  'for',
  'in',
  'just',
  'least',
  'nearly',
  'over',
  'roughly',
  'than',
  'within',
]);

/** "a week": a rate after a sum, else a length of time where the words before it or its unit make it one. */
function parseIndefinite(atoms: Atoms, at: number, end: number, amount: number | null, unit: Unit): Phrase | undefined {
  const previous = atoms.word[at - 1] ?? '';
  if (atoms.word[end] === '-' || unit === 'quarter') return undefined;
  if (RATED.has(unit) && (RATE_CONTEXT.has(previous) || UNITS.get(previous)?.plural))
    return { end, meaning: { kind: 'literal', type: 'SET', value: durationValue(amount, unit) } };
  if (unit !== 'week' && unit !== 'month' && !LENGTH_CONTEXT.has(previous)) return undefined;
  return { end, meaning: { kind: 'duration', amount, unit } };
}

/** "day-long", "decades-long", "years-old", "yearlong" */
function parseAllLong(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const whole = LONG.get(word[at]!);
  if (whole !== undefined) return { end: at + 1, meaning: { kind: 'duration', amount: 1, unit: whole } };
  const unit = UNITS.get(word[at]!);
  if (!unit || !(isLong(atoms, at + 1) || (unit.plural && word[at + 1] === '-' && word[at + 2] === 'old')))
    return undefined;
  return { end: at + 3, meaning: { kind: 'duration', amount: unit.plural ? null : unit.count, unit: unit.unit } };
}

/** "[year]-long" */
function isLong(atoms: Atoms, at: number): boolean {
  return atoms.word[at] === '-' && atoms.word[at + 1] === 'long';
}

/** A plural without a number: "[for] weeks", "[the] days [before]", "decades later". */
function parsePlural(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const unit = UNITS.get(word[at]!);
  if (!unit?.plural) return undefined;
  const distance = parseDistance(atoms, at + 1, null, unit.unit);
  if (distance) return distance;
  if (!OPEN_CONTEXT.has(word[at - 1] ?? '') || unit.unit === 'quarter' || word[at + 1] === '-') return undefined;
  return { end: at + 1, meaning: { kind: 'duration', amount: null, unit: unit.unit } };
}

/** Words before a plural without a number that make it a length of time. */
const OPEN_CONTEXT: ReadonlySet<string> = new Set(['for', 'in', 'the', 'within']);

/** "[44]-year-old", "[52 years] old", "[18-to-34-year]-olds" */
function isAge(atoms: Atoms, at: number): boolean {
  const { word } = atoms;
  const next = word[at] === '-' ? at + 1 : at;
  return word[next] === 'old' || word[next] === 'olds';
}
