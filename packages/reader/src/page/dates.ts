/**
 * The dates that pages state, as ISO 8601: to the day, or with time, and with the zone where the page gave one. `undefined` for what is no
 * date.
 *
 * @example isoDate('Mon, 18 Nov 2019 10:05:00 GMT') // '2019-11-18T10:05:00Z'
 */
export function isoDate(stated: string): string | undefined {
  const words = stated.trim().slice(0, 120);
  return fromIso(words) ?? fromEpoch(words) ?? fromWords(words);
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]{1,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?/i;

function fromIso(words: string): string | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(words);
  const match =
    compact ?? ISO.exec(words) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(words);
  if (match === null) return undefined;
  return assemble(
    Number(match[1]),
    Number(match[2]),
    Number(match[3]),
    clock(match[4], match[5], match[6]),
    zone(match[7]),
  );
}

/** Seconds or milliseconds since 1970, between 1990 and 2100. */
function fromEpoch(words: string): string | undefined {
  if (!/^\d{9,13}$/.test(words)) return undefined;
  const milliseconds = words.length > 11 ? Number(words) : Number(words) * 1000;
  if (milliseconds < 631152000000 || milliseconds > 4102444800000) return undefined;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\\.?';
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]{1,3}(?:of )?${MONTH},?[\\s-]{1,3}(\\d{4})\\b`, 'i');
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})\\b`, 'i');
const CLOCK =
  /\b(\d{1,2})[:.](\d{2})(?::(\d{2}))?(?:\s{0,2}([ap])\.?m\b\.?)?\s{0,2}(?:\(?(UTC|GMT|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|BST|CET|CEST|IST|JST|MSK|[+-]\d{2}:?\d{2})\b)?/i;

function fromWords(words: string): string | undefined {
  const dayFirst = DAY_FIRST.exec(words);
  const monthFirst = dayFirst === null ? MONTH_FIRST.exec(words) : null;
  const match = dayFirst ?? monthFirst;
  if (match === null) return undefined;
  const [day, month] = dayFirst === null ? [match[2], match[1]] : [match[1], match[2]];
  const rest = words.slice(0, match.index) + ' '.repeat(3) + words.slice(match.index + match[0].length);
  const time = CLOCK.exec(rest);
  const hour = time === null ? undefined : twelveHours(time[1], time[4]);
  return assemble(
    Number(match[3]),
    MONTHS.indexOf(month.toLowerCase()) + 1,
    Number(day),
    clock(hour, time?.[2], time?.[3]),
    zone(time?.[5]),
  );
}

function twelveHours(hour: string, half: string | undefined): string {
  if (half === undefined) return hour;
  return String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0));
}

function clock(hour: string | undefined, minute: string | undefined, second: string | undefined): string {
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return '';
  return `T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`;
}

/** Zones by name as news pages use them. "IST" is India's and "CST" America's there; "ET" is left out, for it changes with the season. */
const ZONES: Readonly<Record<string, string>> = {
  BST: '+01:00',
  CDT: '-05:00',
  CEST: '+02:00',
  CET: '+01:00',
  CST: '-06:00',
  EDT: '-04:00',
  EST: '-05:00',
  GMT: 'Z',
  IST: '+05:30',
  JST: '+09:00',
  MDT: '-06:00',
  MSK: '+03:00',
  MST: '-07:00',
  PDT: '-07:00',
  PST: '-08:00',
  UTC: 'Z',
  Z: 'Z',
};

function zone(words: string | undefined): string {
  if (words === undefined) return '';
  const offset = /^([+-]\d{2}):?(\d{2})?$/.exec(words);
  if (offset !== null) return `${offset[1]}:${offset[2] ?? '00'}`.replace(/^[+-]00:00$/, 'Z');
  return ZONES[words.toUpperCase()] ?? '';
}

function assemble(year: number, month: number, day: number, time: string, offset: string): string | undefined {
  if (year < 1600 || year > 2200 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return time === '' ? date : `${date}${time}${offset}`;
}
