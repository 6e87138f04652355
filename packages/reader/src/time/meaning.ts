import type { Holiday } from './holidays.ts';
import type { Unit } from './lexicon.ts';

/** TIMEX3 types. */
export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** What relative expressions are relative to: the anchor, or the last date that the text mentioned. */
export type Base = 'anchor' | 'mention';

/** The year that a date's words name, outright or by its distance from the anchor's. */
export interface YearReference {
  year?: number;
  yearShift?: number;
}

/**
 * What an expression says, before any calendar is consulted. `shift` counts calendar units from the base: -1 is the
 * last, 0 this, 1 the next; absent where the words do not say.
 */
export type Meaning =
  | { kind: 'literal'; type: TimeType; value: string }
  | ({ kind: 'day'; month: number; day: number; shift?: number } & YearReference)
  | ({ kind: 'month'; month: number; shift?: number } & YearReference)
  | { kind: 'weekday'; weekday: number; shift?: number; base: Base }
  | ({ kind: 'season'; season: string; shift?: number } & YearReference)
  /** Quarter 0 is the one under discussion. */
  | ({ kind: 'quarter'; quarter: number } & YearReference)
  | ({ kind: 'half'; half: number } & YearReference)
  | { kind: 'holiday'; rule: Holiday; year?: number; shift?: number }
  | { kind: 'week'; of: Meaning & { kind: 'day' } }
  | { kind: 'unit'; unit: Unit; shift: number; base: Base }
  | { kind: 'distance'; amount: number | null; unit: Unit; sign: -1 | 1; base: Base }
  /** The amount is null where the words leave it open. */
  | { kind: 'duration'; amount: number | null; unit: Unit }
  | { kind: 'part'; part: string; of: Meaning }
  | { kind: 'clock'; hour: number; minute: number; zone: string; of: Meaning };

/** What names a period of the calendar. */
export type Dated = Exclude<Meaning, { kind: 'literal' | 'duration' | 'part' | 'clock' }>;

/** A value read from some atoms, and the atom after them. */
export interface Parsed<T> {
  end: number;
  value: T;
}

/** A temporal phrase: the atom after it, what it means, its TIMEX3 `mod`. */
export interface Phrase {
  end: number;
  meaning: Meaning;
  mod?: string;
}

/** The day under discussion, shifted: 0 is "that day". */
export function mentionedDay(shift: number): Meaning {
  return { kind: 'unit', unit: 'day', shift, base: 'mention' };
}

/** The day of the anchor, shifted: -1 is "yesterday". */
export function anchorDay(shift: number): Meaning {
  return { kind: 'unit', unit: 'day', shift, base: 'anchor' };
}

/** A date without a calendar: "PAST_REF", "PRESENT_REF", "FUTURE_REF". */
export function reference(end: number, value: string): Phrase {
  return { end, meaning: { kind: 'literal', type: 'DATE', value } };
}
