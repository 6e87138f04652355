import type { Time } from '../reading.ts';
import { type Atoms, cutAtoms } from './atoms.ts';
import { type Day, parseDay } from './calendar.ts';
import { parseRangeEnd } from './dates.ts';
import { directionOf } from './direction.ts';
import { type Expression, parseExpression } from './grammar.ts';
import { type Discourse, resolve } from './values.ts';

/** What dates are counted from: ISO 8601 days or times. The day of publication goes before the dateline's. */
export interface TimeAnchor {
  published?: string;
  dateline?: string;
}

/**
 * Finds the temporal expressions of a text, in order and without overlap, as TIMEX3 (ISO-TimeML): type, value, mod.
 * Offsets are UTF-16. Relative expressions are resolved against the anchor or the last date mentioned; without an
 * anchor what is unknown stays `X`.
 *
 *     findTimes('He spoke on Tuesday.', { published: '2015-12-27' })
 *     // [{ start: 12, end: 19, type: 'DATE', value: '2015-12-22' }]
 */
export function findTimes(text: string, anchor: TimeAnchor): Time[] {
  const atoms = cutAtoms(text);
  const day = anchorDay(anchor.published) ?? anchorDay(anchor.dateline);
  const discourse: Discourse = { anchor: day, mention: undefined, day: undefined, quarter: undefined };
  const times: Time[] = [];
  let previous: Expression | undefined;
  for (let at = 0; at < atoms.count; ) {
    const range = previous?.end === at ? parseRange(atoms, previous) : undefined;
    const expression = range ?? (atoms.word[at] === '' ? undefined : parseExpression(atoms, at));
    if (!expression) {
      at++;
      continue;
    }
    const { first, end, meaning, mod } = expression;
    const { type, value } = resolve(meaning, discourse, directionOf(atoms, first, end));
    times.push({
      start: atoms.start[first]!,
      end: atoms.end[end - 1]!,
      type,
      value,
      ...(mod === undefined ? {} : { mod }),
    });
    previous = expression;
    at = end;
  }
  return times;
}

/** Years that an anchor can be of: feeds that know no date write `0001-01-01`. */
const FIRST_ANCHOR_YEAR = 1000;

function anchorDay(iso: string | undefined): Day | undefined {
  const day = iso === undefined ? undefined : parseDay(iso);
  return day && day.year >= FIRST_ANCHOR_YEAR ? day : undefined;
}

/** The second day of "Jan. 3-5", after the first. */
function parseRange(atoms: Atoms, { end, meaning }: Expression): Expression | undefined {
  if (meaning.kind !== 'day') return undefined;
  const last = parseRangeEnd(atoms, end, meaning.month, meaning.day, meaning.year);
  return last && { first: end + 1, ...last };
}
