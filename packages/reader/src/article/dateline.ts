import { STARTERS } from '../language/starters.ts';
import type { Dateline, Span } from '../reading.ts';
import { agencyCredit } from './agencies.ts';
import { DATELINE_CITIES } from './dateline-places.ts';

/** Where and when a report was filed, and the agency that stands with it: "PARIS, Aug 31 (Reuters) -". */
export interface FoundDateline {
  /** Absent where the line names an agency and nothing else. */
  dateline?: Dateline;
  /** Short name of the agency: "AP". */
  credit?: string;
}

/**
 * Finds the dateline at the start of one of a text's first blocks. Its span runs from the place to the dash or colon.
 * The date is ISO 8601; where the text has no year it is the last such day up to `published` (ISO 8601), or keeps
 * `XXXX-12-27` without one.
 *
 * @example findDateline('New York, Dec 27 The group has …', blocks)?.dateline // { place: 'New York', date: 'XXXX-12-27', … }
 */
export function findDateline(text: string, blocks: readonly Span[], published?: string): FoundDateline | undefined {
  for (const { start, end } of blocks.slice(0, BLOCKS_SEARCHED)) {
    const found = datelineAt(text.slice(start, Math.min(end, start + LONGEST_HEAD)), start, published);
    if (found) return found;
  }
  return undefined;
}

/** A dateline may stand below a headline, a byline and a caption. */
const BLOCKS_SEARCHED = 5;
const LONGEST_HEAD = 200;

const MONTHS = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May', 'May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sept', 'Sep'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
];
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, i) => names.map((name): [string, number] => [name.toUpperCase(), i + 1])),
);
const MONTH = MONTHS.flat()
  .flatMap((name) => [name, name.toUpperCase()])
  .join('|');
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY';
const DATE = `(?:(?:${MONTH})\\.? \\d{1,2}(?:, ?\\d{4})?|\\d{1,2} (?:${MONTH})\\.?(?:,? \\d{4})?)`;
/** Latin letters as ranges: \p{L} here took 90 ms to compile, at every start. */
const CAPITAL = 'A-ZÀ-ÖØ-Þ';
const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
const WORD = `(?!(?:${MONTH}|${WEEKDAY})\\b)[${CAPITAL}][${LETTER}.'’]{1,24}(?:-[${LETTER}]{1,20}){0,3}`;
const PLACE = `${WORD}(?:[ /](?:(?:de|la|al|of|upon|du|di|es|el|on|do|da|the) )?${WORD}){0,3}`;

/*
 * The parts of a dateline one after the other, each where the last one ended. As one pattern they took 15 ms to compile,
 * at every start; like this most texts need the first alone.
 */
const PLACE_PART = new RegExp(PLACE, 'y');
const BYLINE_PART = new RegExp(`By ${WORD}(?: (?:and )?${WORD}){1,5} (?=[${CAPITAL}]{2})`, 'y');
const REGION_PART = new RegExp(`, (${PLACE})`, 'y');
const DATE_PART = new RegExp(`,? (?:(?:${WEEKDAY}),? )?(${DATE})`, 'y');
const AGENCY_PART = new RegExp(` ?[([]([${LETTER}][${LETTER} /&.-]{1,38})[)\\]]`, 'y');
const MARK_PART = new RegExp(` ?([—–―:|]|--?)(?=\\s|$|["“‘'\\x60]{0,2}[${CAPITAL}])`, 'y');
const AGENCY_ALONE = new RegExp(`^[([]([${LETTER}][${LETTER} /&.-]{1,38})[)\\]] ?(?:[—–―:|]|--?)\\s`);

/** Words that stand before a dash or colon as labels, or before a date in prose. */
const LABELS =
  /^(?:UPDATED?|EXCLUSIVE|BREAKING|WATCH|VIDEO|PHOTOS?|CORRECTION|NOTE|ANALYSIS|OPINION|EDITORIAL|LIVE|REPORT|FACT|FACTBOX|TIMELINE|WARNING|NEWS|MORE|RELATED|READ|Q|A|THE|HEADLINE|REVIEW|INTERVIEW|SPECIAL|POLL|LETTERS?|ADVERTISEMENT|TRANSCRIPT|VIA|BY|FROM|AT|IN|ON|LAST)\b/iu;

function datelineAt(head: string, offset: number, published: string | undefined): FoundDateline | undefined {
  const alone = head[0] === '(' || head[0] === '[' ? AGENCY_ALONE.exec(head) : null;
  const aloneCredit = alone ? agencyCredit(alone[1]) : undefined;
  if (aloneCredit) return { credit: aloneCredit };
  const parts = partsOf(head);
  if (parts === undefined || !isDateline(parts, head.slice(parts.length))) return undefined;
  const { place, region, date, agency } = parts;
  const dateline: Dateline = {
    start: offset,
    end: offset + parts.length,
    place: region ? `${place}, ${region}` : place,
  };
  const iso = date ? isoDate(date, published) : undefined;
  if (iso) dateline.date = iso;
  const credit = agency ? agencyCredit(agency) : undefined;
  return credit ? { dateline, credit } : { dateline };
}

/** The opening of a text as the parts of a dateline, without a judgement whether it is one. */
interface Parts {
  place: string;
  region: string | undefined;
  /** Whether a comma parts the place, or the region, from the date. */
  comma: boolean;
  date: string | undefined;
  agency: string | undefined;
  mark: string | undefined;
  length: number;
}

function partsOf(head: string): Parts | undefined {
  let length = 0;
  const part = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = length;
    const match = pattern.exec(head);
    if (match === null) return undefined;
    length += match[0].length;
    return match[1] ?? match[0];
  };
  if (head.startsWith('By ')) part(BYLINE_PART);
  const place = part(PLACE_PART);
  if (place === undefined) return undefined;
  const region = head[length] === ',' ? part(REGION_PART) : undefined;
  const comma = head[length] === ',';
  const date = part(DATE_PART);
  const agency = part(AGENCY_PART);
  const mark = part(MARK_PART);
  return { place, region, comma: comma && date !== undefined, date, agency, mark, length };
}

/** Whether what matched is a dateline and no other opening of a sentence; `rest` is what follows it. */
function isDateline({ place, region, comma, date, agency, mark }: Parts, rest: string): boolean {
  if (LABELS.test(place) || !/^\s*(?:$|(?:["“‘'`«]|''|``)?[\p{Lu}\d])/u.test(rest)) return false;
  const isDash = mark !== undefined && mark !== ':' && mark !== '|';
  const capitals = place.length > 2 && place === place.toUpperCase();
  const known = DATELINE_CITIES.has(place) || DATELINE_CITIES.has(titleCase(place));
  if (agency && (agencyCredit(agency) || /^\p{Lu}{3,6}$/u.test(agency)))
    return capitals || known || isDash || date !== undefined;
  // "WALLACE: …" opens a transcript's line, "BREAKING NEWS - STORM" a headline.
  if (capitals && isDash) return /\p{Ll}/u.test(rest.slice(0, 30)) || (known && rest.trim() === '');
  // "Kelmouth, March 9 A letter …": no sentence of its own goes on like that.
  if (comma && STARTERS.has(firstWord(rest))) return true;
  if (date) return mark !== undefined || known || region !== undefined || capitals;
  return mark !== undefined && (known || (isDash && mark !== '-' && region !== undefined));
}

function firstWord(rest: string): string {
  return /^\s*(\S+)/u.exec(rest)?.[1] ?? '';
}

function titleCase(place: string): string {
  return place.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** ISO date of "Dec 27", "27 December 2015"; without a year the last such day up to three days after `published`. */
function isoDate(date: string, published: string | undefined): string | undefined {
  const month = MONTH_NUMBERS.get((/\p{L}+/u.exec(date)?.[0] ?? '').toUpperCase());
  const day = Number(/(?<!\d)\d{1,2}(?!\d)/u.exec(date)?.[0]);
  if (month === undefined || !(day >= 1 && day <= 31)) return undefined;
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const written = /\d{4}/u.exec(date)?.[0];
  if (written) return `${written}-${monthAndDay}`;
  const anchor = published === undefined ? null : /^(\d{4})-(\d\d)-(\d\d)/u.exec(published);
  if (!anchor) return `XXXX-${monthAndDay}`;
  const year = Number(anchor[1]);
  const dayOfYear = (m: number, d: number) => m * 31 + d;
  const after = dayOfYear(month, day) - dayOfYear(Number(anchor[2]), Number(anchor[3]));
  // A report is filed before it is published, save for time zones and a year's turn.
  const shift = after > 3 ? -1 : after < -368 ? 1 : 0;
  return `${String(year + shift).padStart(4, '0')}-${monthAndDay}`;
}
