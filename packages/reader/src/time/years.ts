import { type Atoms, DIGITS, isApostrophe, spaced, width, written } from './atoms.ts';
import { TEMPORAL_PREPOSITIONS } from './function-words.ts';
import { DETERMINERS } from './lexicon.ts';
import type { Parsed, Phrase, YearReference } from './meaning.ts';
import { parseOrdinal, parseYear } from './numbers.ts';
import { DECADES } from './numerals.ts';

/** Years that a bare number is read as, where no preposition says that it is one. */
const COMMON_YEARS = { first: 1900, last: 2040 } as const;

/** A year, decade or century alone: "1998", "nineteen ninety-six", "1990s", "'80s", "[the] eighties", "11th century" */
export function parseEra(atoms: Atoms, at: number): Phrase | undefined {
  return parseDecade(atoms, at) ?? parseCentury(atoms, at) ?? parseYearAlone(atoms, at);
}

/** The year that a date's words go on to name: "of 1989", ", 1989", "last year", "of this year". */
export function parseYearAfter(atoms: Atoms, at: number): Parsed<YearReference> | undefined {
  const { word } = atoms;
  const comma = word[at] === ',';
  let next = comma || word[at] === 'of' ? at + 1 : at;
  if (word[next] === 'the' && word[at] === 'of') next++;
  const year = parseYear(atoms, next);
  if (year && (word[next] === DIGITS || !comma)) return { end: year.end, value: { year: year.value } };
  const determiner = DETERMINERS.get(word[next] ?? '');
  if (!determiner || comma || word[next + 1] !== 'year') return undefined;
  if (determiner.word === 'that' || determiner.word === 'same') return undefined;
  return { end: next + 2, value: { yearShift: determiner.shift } };
}

/** "1990s", "'80s", "eighties", and the century that "1800s" is */
function parseDecade(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const spoken = DECADES.get(word[at]!);
  if (spoken !== undefined) return word[at - 1] === 'the' ? literal(at + 1, `19${spoken}`) : undefined;
  const mark = isApostrophe(word[at]) || word[at] === '`' || word[at] === '‘';
  const digits = mark ? at + 1 : at;
  if (word[digits] !== DIGITS || (mark && spaced(atoms, digits)) || spaced(atoms, digits + 1)) return undefined;
  const suffix = isApostrophe(word[digits + 1]) ? digits + 2 : digits + 1;
  if (word[suffix] !== 's' || spaced(atoms, suffix)) return undefined;
  const value = Number(written(atoms, digits));
  if (value % 10 !== 0) return undefined;
  if (width(atoms, digits) === 4 && value >= 1000 && value < 2000 && value % 100 === 0)
    return literal(suffix + 1, String(value / 100));
  if (width(atoms, digits) === 4 && value >= 1000 && value < 2200) return literal(suffix + 1, String(value / 10));
  if (width(atoms, digits) === 2 && (mark || (value >= 20 && !isSomeonesAge(atoms, at))))
    return literal(suffix + 1, `19${value / 10}`);
  return undefined;
}

/** "in his 20s", "her late 40s" */
function isSomeonesAge(atoms: Atoms, at: number): boolean {
  const hyphen = atoms.word[at - 1] === '-' ? at - 1 : at;
  const owner = PARTS_OF_LIFE.has(atoms.word[hyphen - 1] ?? '') ? hyphen - 2 : hyphen - 1;
  return owner >= 0 && OWNERS.has(written(atoms, owner));
}

const PARTS_OF_LIFE: ReadonlySet<string> = new Set(['early', 'late', 'mid']);

const OWNERS: ReadonlySet<string> = new Set(['her', 'his', 'my', 'our', 'their', 'your']);

/** "11th century", "twentieth-century" */
function parseCentury(atoms: Atoms, at: number): Phrase | undefined {
  const ordinal = parseOrdinal(atoms, at);
  if (!ordinal || ordinal.value < 5 || ordinal.value > 22) return undefined;
  const noun = atoms.word[ordinal.end] === '-' ? ordinal.end + 1 : ordinal.end;
  if (atoms.word[noun] !== 'century') return undefined;
  return literal(noun + 1, String(ordinal.value - 1).padStart(2, '0'));
}

/** A year in digits or in words. Four digits can be anything, so that the uncommon ones need a preposition. */
function parseYearAlone(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const year = parseYear(atoms, at);
  if (!year) return undefined;
  if (word[at] !== DIGITS)
    return year.end === at + 1 || year.value === 2000 ? undefined : literal(year.end, `${year.value}`);
  const common = year.value >= COMMON_YEARS.first && year.value <= COMMON_YEARS.last;
  if (!common && !TEMPORAL_PREPOSITIONS.has(word[at - 1] ?? '')) return undefined;
  if (word[at + 1] === '/' || word[at + 1] === ':' || word[at - 1] === '/') return undefined;
  if (word[at - 1] === ':' && !spaced(atoms, at)) return undefined;
  // "555-2015"
  if (word[at - 1] === '-' && word[at - 2] === DIGITS && width(atoms, at - 2) !== 4 && !spaced(atoms, at))
    return undefined;
  if (word[at + 1] === '-' && word[at + 2] === DIGITS && width(atoms, at + 2) > 4) return undefined;
  return literal(year.end, String(year.value));
}

function literal(end: number, value: string): Phrase {
  return { end, meaning: { kind: 'literal', type: 'DATE', value } };
}
