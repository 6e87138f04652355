import { type Atoms, DIGITS, spaced, written } from './atoms.ts';
import type { Phrase } from './meaning.ts';
import { parseOrdinal, parseYear } from './numbers.ts';
import { parseYearAfter } from './years.ts';

/** "third quarter", "fiscal 1990 first quarter", "third-period", "Q3 2015", "the 1988 period", "first half of 1989" */
export function parseQuarter(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  if (word[at] === 'q') return parseAbbreviated(atoms, at);
  let next = at;
  if (word[next] === 'fiscal') next++;
  const year = word[next] === DIGITS ? parseYear(atoms, next) : undefined;
  if (year) next = year.end;
  if (word[next] === 'fiscal' || word[next] === '-') next++;
  if (year && word[next] === 'period')
    return { end: next + 1, meaning: { kind: 'quarter', quarter: 0, year: year.value } };
  if (word[next] === 'last' && word[next + 1] === 'half') return parseHalf(atoms, next + 2, 2);

  const ordinal = parseOrdinal(atoms, next);
  if (!ordinal || ordinal.value > 4) return undefined;
  const hyphen = word[ordinal.end] === '-';
  const noun = hyphen ? ordinal.end + 1 : ordinal.end;
  if (word[noun] === 'half' && ordinal.value <= 2 && !hyphen) return parseHalf(atoms, noun + 1, ordinal.value);
  if (word[noun] !== 'quarter' && !(word[noun] === 'period' && hyphen)) return undefined;
  const after = year ? undefined : parseYearAfter(atoms, noun + 1);
  return {
    end: after?.end ?? noun + 1,
    meaning: { kind: 'quarter', quarter: ordinal.value, ...(year ? { year: year.value } : after?.value) },
  };
}

/** "year-earlier", "year-ago quarter": the period under discussion, a year before. */
export function parseYearEarlier(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  if (word[at] !== 'year' || word[at + 1] !== '-') return undefined;
  if (word[at + 2] !== 'earlier' && word[at + 2] !== 'ago') return undefined;
  let end = at + 3;
  if (word[end] === 'period' || word[end] === 'quarter') end++;
  else end = parseQuarter(atoms, end)?.end ?? end;
  return { end, meaning: { kind: 'distance', amount: 1, unit: 'year', sign: -1, base: 'mention' } };
}

/** "Q3", "Q3 2015" */
function parseAbbreviated(atoms: Atoms, at: number): Phrase | undefined {
  const quarter = atoms.word[at + 1] === DIGITS && !spaced(atoms, at + 1) ? Number(written(atoms, at + 1)) : 0;
  if (quarter < 1 || quarter > 4) return undefined;
  const year = parseYearAfter(atoms, at + 2);
  return { end: year?.end ?? at + 2, meaning: { kind: 'quarter', quarter, ...year?.value } };
}

/** "[first half] of 1989", "[second half] of the year" */
function parseHalf(atoms: Atoms, at: number, half: number): Phrase | undefined {
  const { word } = atoms;
  const year = parseYearAfter(atoms, at);
  if (year) return { end: year.end, meaning: { kind: 'half', half, ...year.value } };
  if (word[at] !== 'of' || word[at + 1] !== 'the' || word[at + 2] !== 'year') return undefined;
  return { end: at + 3, meaning: { kind: 'half', half, yearShift: 0 } };
}
