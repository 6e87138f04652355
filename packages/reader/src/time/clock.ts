import { type Atoms, DIGITS, isApostrophe, isNamePart, spaced, width, written } from './atoms.ts';
import { parseDate } from './dates.ts';
import { DAY_PARTS, DAYS, ZONES } from './lexicon.ts';
import { anchorDay, mentionedDay, type Parsed, type Phrase } from './meaning.ts';
import { parseCardinal } from './numbers.ts';

interface Hour {
  hour: number;
  minute: number;
}

/**
 * A clock time with its zone and day: "9 a.m. EST Tuesday", "17:30 GMT", "9:30 Saturday night", "10 o'clock". As in
 * TimeBank, a zone in words belongs to the expression but not to its value.
 */
export function parseClock(atoms: Atoms, at: number): Phrase | undefined {
  const time = parseHour(atoms, at);
  if (!time) return undefined;
  const zone = parseZone(atoms, time.end);
  const day = parseDayAfter(atoms, zone ?? time.end);
  const of = day?.meaning ?? mentionedDay(0);
  const part = day && DAY_PARTS.get(atoms.word[day.end] ?? '');
  const late = part !== undefined && part !== 'MO' && time.value.hour < 12;
  return {
    end: day && part !== undefined ? day.end + 1 : (day?.end ?? zone ?? time.end),
    meaning: {
      kind: 'clock',
      hour: late ? time.value.hour + 12 : time.value.hour,
      minute: time.value.minute,
      zone: '',
      of,
    },
  };
}

function parseHour(atoms: Atoms, at: number): Parsed<Hour> | undefined {
  const { word } = atoms;
  if (isNamePart(atoms, at)) return undefined;
  if (word[at] === 'noon' || word[at] === 'midday') return { end: at + 1, value: { hour: 12, minute: 0 } };
  if (word[at] === 'midnight') return { end: at + 1, value: { hour: 24, minute: 0 } };
  const digits = word[at] === DIGITS;
  if (digits && width(atoms, at) === 4) return parseMilitary(atoms, at);
  const hour = digits ? Number(written(atoms, at)) : parseCardinal(atoms, at)?.value;
  if (hour === undefined || hour > 24) return undefined;
  const minute = digits ? parseMinute(atoms, at + 1) : undefined;
  const end = minute?.end ?? at + 1;
  const half = parseHalf(atoms, end);
  if (half) {
    if (hour > 12 || hour < 1) return undefined;
    return { end: half.end, value: { hour: (hour % 12) + half.value, minute: minute?.value ?? 0 } };
  }
  if (minute && ((word[at + 1] === ':' && CLOCK_CONTEXT.has(word[at - 1] ?? '')) || parseZone(atoms, end)))
    return { end, value: { hour, minute: minute.value } };
  if (word[end] === 'o' && isApostrophe(word[end + 1]) && word[end + 2] === 'clock')
    return { end: end + 3, value: { hour, minute: 0 } };
  return undefined;
}

/** Words before "3:15" that make it a time and no score or verse. */
const CLOCK_CONTEXT: ReadonlySet<string> = new Set([
  'about',
  'after',
  'around',
  'at',
  'before',
  'between',
  'by',
  'from',
  'since',
  'till',
  'to',
  'until',
]);

/** "0900 GMT": four digits are a time only before a zone. */
function parseMilitary(atoms: Atoms, at: number): Parsed<Hour> | undefined {
  const time = Number(written(atoms, at));
  const hour = Math.floor(time / 100);
  const minute = time % 100;
  if (hour > 24 || minute > 59 || !parseZone(atoms, at + 1)) return undefined;
  return { end: at + 1, value: { hour, minute } };
}

/** ":30", ".30", ":30:15" */
function parseMinute(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  if ((word[at] !== ':' && word[at] !== '.') || word[at + 1] !== DIGITS || width(atoms, at + 1) !== 2) return undefined;
  if (spaced(atoms, at) || spaced(atoms, at + 1)) return undefined;
  const value = Number(written(atoms, at + 1));
  if (value > 59) return undefined;
  const seconds = word[at + 2] === ':' && word[at + 3] === DIGITS && !spaced(atoms, at + 2);
  return { end: seconds ? at + 4 : at + 2, value };
}

/** "a.m.", "pm", "in the morning": 0 or 12 hours. */
function parseHalf(atoms: Atoms, at: number): Parsed<number> | undefined {
  const { word } = atoms;
  if (word[at] === 'am' && word[at - 1] === DIGITS) return { end: at + 1, value: 0 };
  if (word[at] === 'pm') return { end: at + 1, value: 12 };
  if (word[at] === 'in' && word[at + 1] === 'the') {
    if (word[at + 2] === 'morning') return { end: at + 3, value: 0 };
    if (word[at + 2] === 'afternoon' || word[at + 2] === 'evening') return { end: at + 3, value: 12 };
  }
  if ((word[at] !== 'a' && word[at] !== 'p') || word[at + 1] !== '.' || word[at + 2] !== 'm') return undefined;
  const stop = word[at + 3] === '.' && !spaced(atoms, at + 3);
  return { end: stop ? at + 4 : at + 3, value: word[at] === 'p' ? 12 : 0 };
}

/** "EST", "GMT", "Eastern", "ET", "local time" */
function parseZone(atoms: Atoms, at: number): number | undefined {
  if (atoms.word[at] === 'local' && atoms.word[at + 1] === 'time') return at + 2;
  if (!ZONES.has(atoms.word[at] ?? '')) return undefined;
  const text = written(atoms, at);
  const name = text.length > 4;
  if (name ? text.charAt(0) !== text.charAt(0).toUpperCase() : text !== text.toUpperCase()) return undefined;
  return name && atoms.word[at + 1] === 'time' ? at + 2 : at + 1;
}

/** The date right after a clock time. */
function parseDayAfter(atoms: Atoms, at: number): Phrase | undefined {
  const { word } = atoms;
  let next = word[at] === ',' ? at + 1 : at;
  if (word[next] === 'on') next++;
  const relative = DAYS.get(word[next] ?? '');
  if (relative !== undefined) return { end: next + 1, meaning: anchorDay(relative) };
  const date = next < atoms.count ? parseDate(atoms, next) : undefined;
  return date?.meaning.kind === 'day' || date?.meaning.kind === 'weekday' ? date : undefined;
}
