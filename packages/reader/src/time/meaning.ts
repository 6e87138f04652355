import type { Unit } from './lexicon.ts';

/** TIMEX3 types. */
export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** What relative expressions are relative to: the anchor, or the last date that the text mentioned. */
export type Base = 'anchor' | 'mention';

/**
 * What an expression says, before any calendar is consulted. `shift` counts calendar units from the base: -1 is the
 * last, 0 this, 1 the next; absent where the words do not say.
 */
export type Meaning =
  | { kind: 'literal'; type: TimeType; value: string }
  | { kind: 'day'; month: number; day: number; year?: number; yearShift?: number; shift?: number }
  | { kind: 'month'; month: number; year?: number; yearShift?: number; shift?: number }
  | { kind: 'weekday'; weekday: number; shift?: number; base: Base }
  | { kind: 'season'; season: string; year?: number; yearShift?: number; shift?: number }
  | { kind: 'quarter'; quarter: number; year?: number; yearShift?: number }
  | { kind: 'half'; half: number; year?: number; yearShift?: number }
  | { kind: 'holiday'; month: number; day?: number; weekday?: number; nth?: number; year?: number; shift?: number }
  | { kind: 'week'; of: Meaning & { kind: 'day' } }
  | { kind: 'unit'; unit: Unit; shift: number; base: Base }
  | { kind: 'distance'; amount: number | null; unit: Unit; sign: -1 | 1; base: Base }
  | { kind: 'duration'; amount: number | null; unit: Unit }
  | { kind: 'part'; part: string; of: Meaning }
  | { kind: 'clock'; hour: number; minute: number | null; zone: string; of: Meaning };

/** A temporal expression as parsed: atoms `first` to `end`, exclusive. */
export interface Expression {
  first: number;
  end: number;
  meaning: Meaning;
  /** TIMEX3 `mod`. */
  mod?: string;
}

/** A piece of an expression: what it means and the atom after it. */
export interface Parsed<T> {
  end: number;
  value: T;
}
