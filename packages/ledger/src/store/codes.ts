import type { Assertion } from '@hearsay/reader/reading';
import type { Polarity, StatusName } from '../questions/answers.ts';

/**
 * The values of columns that have few, those of `assertion` and a claim's status: the ledger holds the place in its list, one
 * byte for a word. A list only ever grows at its end.
 */
const VALUES = {
  act: ['statement', 'order', 'knowledge', 'intention', 'attitude'],
  kind: ['direct', 'indirect', 'mixed', 'narration', 'omission'],
  certainty: ['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu'],
  stance: ['acknowledges', 'distances', 'endorses'],
  polarity: ['for', 'against', 'observing'],
  status: ['unconfirmed', 'single-origin', 'corroborated', 'disputed', 'denied', 'retracted'],
} as const satisfies { [Column in 'act' | 'kind' | 'certainty']: readonly Assertion[Column][] } & {
  stance: readonly NonNullable<Assertion['stance']>[];
  polarity: readonly Polarity[];
  status: readonly StatusName[];
};

export type CodedColumn = keyof typeof VALUES;
export type Coded<Column extends CodedColumn> = (typeof VALUES)[Column][number];

/** What a column holds for a value. */
export function codeOf<Column extends CodedColumn>(column: Column, value: Coded<Column>): number {
  const values: readonly Coded<Column>[] = VALUES[column];
  return values.indexOf(value);
}

/** The value that a column holds. */
export function decoded<Column extends CodedColumn>(column: Column, code: number): Coded<Column> {
  const values: readonly Coded<Column>[] = VALUES[column];
  return values[code];
}

/** What a column holds for values that come from outside; those that are none of its own are left out. */
export function codesOf(column: CodedColumn, values: readonly string[]): number[] {
  const own: readonly string[] = VALUES[column];
  return values.map((value) => own.indexOf(value)).filter((code) => code >= 0);
}
