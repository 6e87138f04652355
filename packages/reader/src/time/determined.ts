import { type Atoms, isApostrophe, isCapitalized } from './atoms.ts';
import { parseDate } from './dates.ts';
import { HOLIDAYS } from './holidays.ts';
import { parseDistance } from './lengths.ts';
import { DAY_PARTS, DETERMINERS, type Determiner, MONTHS, SEASONS, UNITS, type Unit, WEEKDAYS } from './lexicon.ts';
import { type Base, type Phrase, reference } from './meaning.ts';
import { parseQuantity, parseYear } from './numbers.ts';
import { parseQuarter, parseYearEarlier } from './quarters.ts';
import { parseYearAfter } from './years.ts';

/** A phrase around a determiner: "last week", "the past two months", "this fall", "the following Friday", "the year". */
export function parseDetermined(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const article = word[at] === 'the';
  const first = article ? at + 1 : at;
  const determiner = DETERMINERS.get(word[first]!);
  if (!determiner) return article ? parseDefinite(atoms, first) : undefined;
  if (article && (determiner.word === 'this' || determiner.word === 'that')) return undefined;

  let { shift } = determiner;
  let next = first + 1;
  if (determiner.word === 'this' && PAST_THIS.has(word[next] ?? '')) {
    shift = -1;
    next++;
  } else if (determiner.word === 'this' && word[next] === 'coming') {
    shift = 1;
    next++;
  } else if (determiner.word === 'that' && word[next] === 'same') next++;
  if (word[next] === 'fiscal' || word[next] === 'calendar') next++;

  if (determiner.word !== 'that') {
    const counted = parseCounted(atoms, next, shift);
    if (counted) return counted;
    const quarter = determiner.word === 'recent' ? undefined : parseQuarter(atoms, next);
    if (quarter) return quarter;
  }
  // "past November" is a preposition and its object
  if (determiner.word === 'past' && !article) return undefined;
  return parsePeriod(atoms, next, shift, determiner) ?? parseNamed(atoms, next, shift, determiner);
}

/** "this past spring" */
const PAST_THIS: ReadonlySet<string> = new Set(['last', 'past']);

/** "[the last] two months", "[the next] few days", "[recent] years" */
function parseCounted(atoms: Atoms, at: number, shift: number): Phrase | undefined {
  const quantity = parseQuantity(atoms, at);
  const noun = quantity?.end ?? at;
  const unit = UNITS.get(atoms.word[noun] ?? '');
  if (!unit) return undefined;
  if (quantity) {
    const amount = quantity.value === null ? null : quantity.value * unit.count;
    return { end: noun + 1, meaning: { kind: 'duration', amount, unit: unit.unit } };
  }
  if (!unit.plural) return undefined;
  if (shift > 0) return reference(noun + 1, 'FUTURE_REF');
  return { end: noun + 1, meaning: { kind: 'duration', amount: null, unit: unit.unit } };
}

/** "[last] week", "[the past] year", "[this] year's third quarter", "[the latest] period" */
function parsePeriod(atoms: Atoms, at: number, shift: number, determiner: Determiner): Phrase | undefined {
  const { word } = atoms;
  if (word[at] === 'period' && determiner.periods)
    return { end: at + 1, meaning: { kind: 'unit', unit: 'quarter', shift, base: 'mention' } };
  const unit = UNITS.get(word[at] ?? '');
  // "This Week" and "Last Minute" are titles
  if (!unit || unit.plural || isCapitalized(atoms, at) || determiner.word === 'recent') return undefined;
  if (unit.unit === 'second' || unit.unit === 'minute') return undefined;
  if (determiner.word === 'last' && word[at + 1] === 'of') return parseFinal(atoms, at + 1, unit.unit);
  const rolling = determiner.word === 'past' && unit.unit !== 'year' && unit.unit !== 'weekend';
  if (rolling || (unit.unit === 'hour' && determiner.word === 'last'))
    return { end: at + 1, meaning: { kind: 'duration', amount: unit.count, unit: unit.unit } };
  if (unit.unit === 'hour') return undefined;
  if (unit.unit === 'year' && isApostrophe(word[at + 1]) && word[at + 2] === 's') {
    const quarter = parseQuarter(atoms, at + 3);
    if (quarter?.meaning.kind === 'quarter')
      return { end: quarter.end, meaning: { ...quarter.meaning, yearShift: shift } };
  }
  // "the next day" follows the one mentioned; "next week" the anchor's.
  const base: Base = unit.unit === 'day' && determiner.word === 'next' ? 'mention' : determiner.base;
  return { end: at + 1, meaning: { kind: 'unit', unit: unit.unit, shift, base } };
}

/** "[the last quarter] of 2012". In "the last day of the trial" the trial is what has one. */
function parseFinal(atoms: Atoms, at: number, unit: Unit): Phrase | undefined {
  const year = unit === 'quarter' ? parseYearAfter(atoms, at) : undefined;
  return year && { end: year.end, meaning: { kind: 'quarter', quarter: 4, ...year.value } };
}

/** "[next] Friday", "[this] May", "[last] Oct. 23", "[last] night", "[this past] spring", "[last] Thanksgiving" */
function parseNamed(atoms: Atoms, at: number, shift: number, determiner: Determiner): Phrase | undefined {
  const name = atoms.word[at] ?? '';
  const part = DAY_PARTS.get(name);
  if (part !== undefined) {
    const base: Base = determiner.word === 'next' ? 'mention' : determiner.base;
    return { end: at + 1, meaning: { kind: 'part', part, of: { kind: 'unit', unit: 'day', shift, base } } };
  }
  const season = SEASONS.get(name);
  if (season !== undefined && determiner.word !== 'that')
    return { end: at + 1, meaning: { kind: 'season', season, shift } };
  if (!isCapitalized(atoms, at)) return undefined;
  const weekday = WEEKDAYS.get(name);
  if (weekday !== undefined && name.endsWith('day'))
    return { end: at + 1, meaning: { kind: 'weekday', weekday, shift, base: determiner.base } };
  const month = MONTHS.get(name);
  if (month !== undefined) {
    const date = parseDate(atoms, at);
    if (date?.meaning.kind === 'day') return { end: date.end, meaning: { ...date.meaning, shift } };
    const end = name.length <= 4 && name !== 'may' && atoms.word[at + 1] === '.' ? at + 2 : at + 1;
    return { end, meaning: { kind: 'month', month, shift } };
  }
  const holiday = HOLIDAYS.has(name) ? parseDate(atoms, at) : undefined;
  if (holiday?.meaning.kind === 'holiday') return { end: holiday.end, meaning: { ...holiday.meaning, shift } };
  return undefined;
}

/** What follows a bare "the": "year", "weekend", "third quarter", "year-earlier period", "summer", "six months" */
function parseDefinite(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  let next = at;
  if (FILLERS.has(word[next] ?? '')) next++;
  const earlier = parseYearEarlier(atoms, next);
  if (earlier) return earlier.end > next + 3 ? earlier : undefined;
  const quarter = parseQuarter(atoms, next);
  // In "the third-quarter loss" the article is the loss's.
  if (quarter) return word[quarter.end - 2] === '-' ? undefined : quarter;
  if (word[next] === 'fiscal' || word[next] === 'calendar') next++;
  return parseDefiniteUnit(atoms, next) ?? parseDefiniteSeason(atoms, next) ?? parseDefiniteCount(atoms, next);
}

/** Words between "the" and its noun. */
const FILLERS: ReadonlySet<string> = new Set(['comparable', 'entire', 'full']);

/** "[the] year 2000", "[the] year", "[the] year before", "[the] quarter", "[the] weekend", "[the] week of March 6", "[the] week's" */
function parseDefiniteUnit(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  if (word[at + 1] === '-') return undefined;
  const unit = UNITS.get(word[at] ?? '');
  const distance = unit && !unit.plural ? parseDistance(atoms, at + 1, unit.count, unit.unit) : undefined;
  if (distance) return distance;
  // "the year before the war": no calendar tells
  if (word[at + 1] === 'before' || word[at + 1] === 'after') return undefined;
  switch (word[at]) {
    case 'year': {
      const year = parseYear(atoms, at + 1);
      if (year) return { end: year.end, meaning: { kind: 'literal', type: 'DATE', value: String(year.value) } };
      if (word[at + 1] === 'ended' || word[at + 1] === 'ending')
        return { end: at + 1, meaning: { kind: 'duration', amount: 1, unit: 'year' } };
      return { end: at + 1, meaning: { kind: 'unit', unit: 'year', shift: 0, base: 'anchor' } };
    }
    case 'quarter':
      return { end: at + 1, meaning: { kind: 'unit', unit: 'quarter', shift: 0, base: 'mention' } };
    case 'weekend':
      return { end: at + 1, meaning: { kind: 'unit', unit: 'weekend', shift: 0, base: 'anchor' } };
    case 'week': {
      const day = word[at + 1] === 'of' ? parseDate(atoms, at + 2) : undefined;
      if (day?.meaning.kind === 'day') return { end: day.end, meaning: { kind: 'week', of: day.meaning } };
      if (!isApostrophe(word[at + 1])) return undefined;
      return { end: at + 1, meaning: { kind: 'unit', unit: 'week', shift: 0, base: 'anchor' } };
    }
    default:
      return undefined;
  }
}

/** "[the] summer", "[the] winter of 1994". "The fall" and "the spring" alone are other things as well. */
function parseDefiniteSeason(atoms: Atoms, at: number): Phrase | undefined {
  const name = atoms.word[at] ?? '';
  const season = SEASONS.get(name);
  if (season === undefined || name === 'fall' || name === 'spring') return undefined;
  const year = parseYearAfter(atoms, at + 1);
  return { end: year?.end ?? at + 1, meaning: { kind: 'season', season, ...year?.value } };
}

/** "[the] six months", "[the] first nine months" */
function parseDefiniteCount(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const ordered = word[at] === 'first' || word[at] === 'final';
  const quantity = parseQuantity(atoms, ordered ? at + 1 : at);
  const unit = UNITS.get(word[quantity?.end ?? -1] ?? '');
  if (!quantity || !unit?.plural || (quantity.value === null && !ordered)) return undefined;
  const amount = quantity.value === null ? null : quantity.value * unit.count;
  return { end: quantity.end + 1, meaning: { kind: 'duration', amount, unit: unit.unit } };
}
