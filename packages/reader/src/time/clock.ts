import { type Atoms, DIGITS, spaced, written } from './atoms.ts';
import { parseDate } from './dates.ts';
import { WEEKDAYS, ZONES } from './lexicon.ts';
import type { Meaning, Parsed } from './meaning.ts';
import { parseCardinal } from './numbers.ts';

/** The day a clock time without a date belongs to: the one under discussion. */
export const THAT_DAY: Meaning = { kind: 'unit', unit: 'day', shift: 0, base: 'mention' };

/** A clock time: "9 a.m. EST Tuesday", "17:30 GMT", "noon Saturday", "10 o'clock". */
export function parseClock(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const time = parseHour(atoms, at);
  if (!time) return undefined;
  let { end } = time;
  let zone = '';
  const named = ZONES.get(atoms.word[end] ?? '');
  if (named !== undefined && isUpperCase(atoms, end)) {
    zone = named;
    end++;
  }
  const day = parseDayAfter(atoms, end);
  return {
    end: day?.end ?? end,
    value: { kind: 'clock', hour: time.value.hour, minute: time.value.minute, zone, of: day?.value ?? THAT_DAY },
  };
}

interface Hour {
  hour: number;
  /** Null where the words name none. */
  minute: number | null;
}

function parseHour(atoms: Atoms, at: number): Parsed<Hour> | undefined {
  const { word } = atoms;
  if (word[at] === 'noon' || word[at] === 'midday') return { end: at + 1, value: { hour: 12, minute: 0 } };
  if (word[at] === 'midnight') return { end: at + 1, value: { hour: 24, minute: 0 } };
  const hour = word[at] === DIGITS ? Number(written(atoms, at)) : parseCardinal(atoms, at)?.value;
  if (hour === undefined || hour > 24) return undefined;
  let end = at + 1;
  let minute: number | null = null;
  if (
    word[at] === DIGITS &&
    (word[end] === ':' || word[end] === '.') &&
    word[end + 1] === DIGITS &&
    !spaced(atoms, end) &&
    !spaced(atoms, end + 1)
  ) {
    if (atoms.end[end + 1]! - atoms.start[end + 1]! !== 2) return undefined;
    minute = Number(written(atoms, end + 1));
    if (minute > 59) return undefined;
    end += 2;
    if (word[end] === ':' && word[end + 1] === DIGITS && !spaced(atoms, end)) end += 2;
  }
  const half = parseHalf(atoms, end);
  if (half) {
    if (hour > 12 || hour < 1) return undefined;
    return { end: half.end, value: { hour: (hour % 12) + half.value, minute } };
  }
  if (word[end] === 'o' && (word[end + 1] === "'" || word[end + 1] === '’') && word[end + 2] === 'clock')
    return { end: end + 3, value: { hour, minute } };
  const zoned = ZONES.has(word[end] ?? '') && isUpperCase(atoms, end);
  if (word[at] === DIGITS && word[at + 1] === ':' && minute !== null && end === at + 3)
    return { end, value: { hour, minute } };
  if (word[at] === DIGITS && zoned && (minute !== null || atoms.end[at]! - atoms.start[at]! === 4))
    return { end, value: { hour, minute } };
  return undefined;
}

/** "a.m.", "pm", "in the morning": 0 or 12 hours. */
function parseHalf(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  if (word[at] === 'am' && !spaced(atoms, at)) return { end: at + 1, value: 0 };
  if (word[at] === 'pm') return { end: at + 1, value: 12 };
  if (word[at] === 'am' && word[at - 1] === DIGITS) return { end: at + 1, value: 0 };
  if (
    (word[at] === 'a' || word[at] === 'p') &&
    word[at + 1] === '.' &&
    word[at + 2] === 'm' &&
    !spaced(atoms, at + 1) &&
    !spaced(atoms, at + 2)
  ) {
    return { end: word[at + 3] === '.' && !spaced(atoms, at + 3) ? at + 4 : at + 3, value: word[at] === 'p' ? 12 : 0 };
  }
  if (word[at] === 'in' && word[at + 1] === 'the') {
    if (word[at + 2] === 'morning') return { end: at + 3, value: 0 };
    if (word[at + 2] === 'afternoon' || word[at + 2] === 'evening') return { end: at + 3, value: 12 };
  }
  return undefined;
}

/** The date right after a clock time. */
function parseDayAfter(atoms: Atoms, at: number): Parsed<Meaning> | undefined {
  const { word } = atoms;
  let next = word[at] === ',' ? at + 1 : at;
  if (word[next] === 'on') next++;
  const relative = DAYS.get(word[next] ?? '');
  if (relative !== undefined)
    return { end: next + 1, value: { kind: 'unit', unit: 'day', shift: relative, base: 'anchor' } };
  const date = parseDate(atoms, next);
  if (date && (date.value.kind === 'day' || (date.value.kind === 'weekday' && WEEKDAYS.has(word[next]!)))) return date;
  return undefined;
}

/** Days by their distance from today. */
export const DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
]);

function isUpperCase(atoms: Atoms, at: number): boolean {
  const text = written(atoms, at);
  return text === text.toUpperCase();
}
