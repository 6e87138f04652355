import { type Atoms, DIGITS, spaced, written } from './atoms.ts';
import type { Parsed } from './meaning.ts';
import { CARDINALS, ORDINALS } from './numerals.ts';

/**
 * How many: "24", "1,500", "2 1/2", "twenty-two", "two and a half", "a", "several". Null is what the words leave open:
 * "a few", "two to three".
 */
export function parseQuantity(atoms: Atoms, at: number): Parsed<number | null> | undefined {
  const { word } = atoms;
  const first = parseCount(atoms, at);
  if (!first || word[at] === 'a' || word[at] === 'an') return first;
  const { end, value } = first;
  if (value !== null && word[end] === 'and' && word[end + 1] === 'a' && word[end + 2] === 'half')
    return { end: end + 3, value: value + 0.5 };
  // "two-and-a-half"
  if (value !== null && word[end] === '-' && word[end + 1] === 'and' && word[end + 5] === 'half')
    return { end: end + 6, value: value + 0.5 };
  const joint = word[end] === '-' ? end + 1 : end;
  if (word[joint] !== 'to' && word[joint] !== 'or') return first;
  const last = parseCount(atoms, word[joint + 1] === '-' ? joint + 2 : joint + 1);
  return last && last.value !== null ? { end: last.end, value: null } : first;
}

function parseCount(atoms: Atoms, at: number): Parsed<number | null> | undefined {
  const { word } = atoms;
  switch (word[at]) {
    case DIGITS:
      return parseDigits(atoms, at);
    case 'a':
    case 'an':
      if (word[at + 1] === 'few') return { end: at + 2, value: null };
      if (word[at + 1] === 'couple') return { end: word[at + 2] === 'of' ? at + 3 : at + 2, value: 2 };
      if (word[at + 1] === 'dozen') return { end: at + 2, value: 12 };
      if (word[at + 1] === 'half') return { end: at + 2, value: 0.5 };
      return { end: at + 1, value: 1 };
    case 'another':
      return (word[at + 1] === 'another' ? undefined : parseCount(atoms, at + 1)) ?? { end: at + 1, value: 1 };
    case 'couple':
      return word[at + 1] === 'of' ? { end: at + 2, value: 2 } : undefined;
    case 'few':
    case 'several':
    case 'many':
      return { end: at + 1, value: null };
    case 'half':
      if (word[at + 1] === 'a' || word[at + 1] === 'an') return { end: at + 2, value: 0.5 };
      return word[at + 1] === '-' ? { end: at + 1, value: 0.5 } : undefined;
    default:
      return parseCardinal(atoms, at);
  }
}

/** A number in words below 1000: "twenty-two", "sixty", "five hundred". */
export function parseCardinal(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  const first = CARDINALS.get(word[at]!);
  if (first === undefined || first >= 100) return undefined;
  const joint = word[at + 1] === '-' ? at + 2 : at + 1;
  const unit = CARDINALS.get(word[joint] ?? '');
  if (first >= 20 && unit !== undefined && unit < 10) return { end: joint + 1, value: first + unit };
  if (word[at + 1] === 'hundred') return { end: at + 2, value: first * 100 };
  return { end: at + 1, value: first };
}

/** "third", "21st" */
export function parseOrdinal(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  if (word[at] === DIGITS) {
    const suffix = word[at + 1];
    if (spaced(atoms, at + 1) || !(suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th'))
      return undefined;
    return { end: at + 2, value: Number(written(atoms, at)) };
  }
  const ordinal = ORDINALS.get(word[at]!);
  if (ordinal !== undefined) return { end: at + 1, value: ordinal };
  if (word[at] === 'twenty' && word[at + 1] === '-') {
    const unit = ORDINALS.get(word[at + 2] ?? '');
    if (unit !== undefined && unit < 10) return { end: at + 3, value: 20 + unit };
  }
  return undefined;
}

/** A year in four digits, 1000 to 2199, that is no part of a longer number. */
export function parseYear(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  if (word[at] === DIGITS) {
    if (atoms.end[at]! - atoms.start[at]! !== 4) return undefined;
    const year = Number(written(atoms, at));
    if (year < 1000 || year > 2199 || continuesNumber(atoms, at)) return undefined;
    return { end: at + 1, value: year };
  }
  return parseSpokenYear(atoms, at);
}

/** "nineteen ninety-six", "two thousand four" */
function parseSpokenYear(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  if (word[at] === 'two' && word[at + 1] === 'thousand') {
    const rest = parseCardinal(atoms, at + 2);
    return rest && rest.value < 30 ? { end: rest.end, value: 2000 + rest.value } : { end: at + 2, value: 2000 };
  }
  const century = word[at] === 'nineteen' ? 1900 : word[at] === 'twenty' ? 2000 : word[at] === 'eighteen' ? 1800 : 0;
  if (century === 0) return undefined;
  const rest = parseCardinal(atoms, at + 1);
  return rest && rest.value >= 10 && rest.value < 100 ? { end: rest.end, value: century + rest.value } : undefined;
}

/** Whether digits are one part of "1,989", "19.89" or "$1989". */
export function continuesNumber(atoms: Atoms, at: number): boolean {
  const { word } = atoms;
  const next = word[at + 1];
  if ((next === ',' || next === '.') && word[at + 2] === DIGITS && !spaced(atoms, at + 1) && !spaced(atoms, at + 2))
    return true;
  if (next === '%' && !spaced(atoms, at + 1)) return true;
  if (at === 0 || spaced(atoms, at)) return false;
  const previous = word[at - 1]!;
  if ((previous === ',' || previous === '.') && at > 1 && word[at - 2] === DIGITS && !spaced(atoms, at - 1))
    return true;
  return previous === '$' || previous === '£' || previous === '€' || previous === '#';
}

function parseDigits(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  if (atoms.end[at]! - atoms.start[at]! > 6) return undefined;
  let value = Number(written(atoms, at));
  let end = at + 1;
  while (word[end] === ',' && word[end + 1] === DIGITS && !spaced(atoms, end) && !spaced(atoms, end + 1)) {
    if (atoms.end[end + 1]! - atoms.start[end + 1]! !== 3 || value > 1e9) return undefined;
    value = value * 1000 + Number(written(atoms, end + 1));
    end += 2;
  }
  if (word[end] === '.' && word[end + 1] === DIGITS && !spaced(atoms, end) && !spaced(atoms, end + 1)) {
    if (atoms.end[end + 1]! - atoms.start[end + 1]! > 3) return undefined;
    value = Number(`${value}.${written(atoms, end + 1)}`);
    end += 2;
  }
  const half = word[end] === '-' ? end + 1 : end;
  if (word[half] === DIGITS && word[half + 1] === '/' && word[half + 2] === DIGITS) {
    const part = Number(written(atoms, half)) / Number(written(atoms, half + 2));
    if (part > 0 && part < 1) return { end: half + 3, value: value + part };
  }
  return { end, value };
}
