import { type Atoms, isCapitalized, isNamePart } from './atoms.ts';
import { DAY_PARTS, DAYS, FREQUENCIES, MONTHS, REFERENCES, SEASONS, UNITS, WEEKDAYS } from './lexicon.ts';
import { anchorDay, type Phrase, reference } from './meaning.ts';
import { parseOrdinal, parseQuantity } from './numbers.ts';
import { durationValue } from './timex-values.ts';

/** "today", "the day before yesterday", "tonight", "overnight", "now", "recently", "the future" */
export function parseReference(atoms: Atoms, at: number): Phrase | undefined {
  if (isNamePart(atoms, at)) return undefined;
  const { word } = atoms;
  const name = word[at]!;
  const shift = DAYS.get(name);
  if (shift !== undefined) return { end: at + 1, meaning: anchorDay(shift) };
  if (name === 'tonight' || name === 'overnight') {
    return { end: at + 1, meaning: { kind: 'part', part: 'NI', of: anchorDay(0) } };
  }
  const value = REFERENCES.get(name);
  // "Now, he says" goes on with the talk
  if (name === 'now' && isCapitalized(atoms, at) && word[at + 1] === ',') return undefined;
  if (value !== undefined) return reference(at + 1, value);
  if (name === 'right' && word[at + 1] === 'now') return reference(at + 2, 'PRESENT_REF');
  if (name === 'more' && word[at + 1] === 'recently') return reference(at + 2, 'PAST_REF');
  if (name === 'future' && word[at - 1] === 'in') return reference(at + 1, 'FUTURE_REF');
  if (name === 'as' && word[at + 1] === 'soon' && word[at + 2] === 'as' && word[at + 3] === 'possible')
    return reference(at + 4, 'FUTURE_REF');
  return name === 'the' ? parseDefiniteReference(atoms, at + 1) : undefined;
}

/** "[the] past", "[the] near future", "[the] day after tomorrow" */
function parseDefiniteReference(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  if (word[at] === 'future') return reference(at + 1, 'FUTURE_REF');
  if (word[at] === 'near' && word[at + 1] === 'future') return reference(at + 2, 'FUTURE_REF');
  if (word[at] === 'past' && !UNITS.has(word[at + 1] ?? '')) return reference(at + 1, 'PAST_REF');
  if (word[at] !== 'day') return undefined;
  if (word[at + 1] === 'before' && word[at + 2] === 'yesterday') return { end: at + 3, meaning: anchorDay(-2) };
  if (word[at + 1] === 'after' && word[at + 2] === 'tomorrow') return { end: at + 3, meaning: anchorDay(2) };
  return undefined;
}

/** What recurs: "daily", "every Friday", "each year", "every two weeks", "every other day" */
export function parseSet(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const frequency = FREQUENCIES.get(word[at]!);
  if (frequency !== undefined && !isNamePart(atoms, at)) return set(at + 1, frequency);
  if (word[at] !== 'every' && word[at] !== 'each') return undefined;
  const name = word[at + 1] ?? '';
  const unit = UNITS.get(name);
  if (unit?.unit === 'weekend') return set(at + 2, 'XXXX-WXX-WE');
  if (unit && !unit.plural) return set(at + 2, durationValue(unit.count, unit.unit));
  const weekday = WEEKDAYS.get(name);
  if (weekday !== undefined) return set(at + 2, `XXXX-WXX-${weekday}`);
  const month = MONTHS.get(name);
  if (month !== undefined) return set(at + 2, `XXXX-${String(month).padStart(2, '0')}`);
  const season = SEASONS.get(name);
  if (season !== undefined) return set(at + 2, `XXXX-${season}`);
  const part = DAY_PARTS.get(name);
  if (part !== undefined) return set(at + 2, `XXXX-XX-XXT${part}`);
  return parseInterval(atoms, at + 1);
}

/** "[every] two weeks", "[every] other day", "[every] third year" */
function parseInterval(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  const count =
    word[at] === 'other' ? { end: at + 1, value: 2 } : (parseOrdinal(atoms, at) ?? parseQuantity(atoms, at));
  const unit = UNITS.get(word[count?.end ?? -1] ?? '');
  if (!count || count.value === null || !unit) return undefined;
  return set(count.end + 1, durationValue(count.value * unit.count, unit.unit));
}

function set(end: number, value: string): Phrase {
  return { end, meaning: { kind: 'literal', type: 'SET', value } };
}
