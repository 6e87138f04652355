import { z } from 'zod';
import type { Page } from './answers.ts';

/** Items on a page of any list. */
export const PAGE_ITEMS = 25;

/** After every id: PostgreSQL compares them as integers of 32 bits. */
export const LAST_ID = 2_147_483_647;

/** Lists are counted so far where counting on would cost more than the answer; such a total means "this many or more". */
export const MOST_COUNTED = 1000;

/** A cursor that no answer gave out, or that belongs to another list. */
export class UnknownCursorError extends Error {
  constructor() {
    super('the cursor is none that an answer gave; ask for the list from its beginning');
    this.name = 'UnknownCursorError';
  }
}

/** Where a list goes on: what its questions need to find the place again, not to be looked into by others. */
export function encodeCursor(place: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * The place in a list, or undefined at its beginning.
 * @throws {UnknownCursorError}
 */
export function decodeCursor<Place>(cursor: string | undefined, place: z.ZodType<Place>): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new UnknownCursorError();
  }
}

/** The place in a list that is ordered by id. */
export const idPlace = z.tuple([z.int()]);
/** The place in a list that is ordered by time, then by id. */
export const timePlace = z.tuple([z.string(), z.int()]);

/** A page of rows that were asked for with one more than fits: the one too many says that the list goes on. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  total: number,
  place: (row: Row) => readonly (number | string)[],
  items: (rows: readonly Row[]) => readonly Item[],
  size: number = PAGE_ITEMS,
): Page<Item> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: [...items(shown)],
    total,
    next: rows.length > size && last !== undefined ? encodeCursor(place(last)) : null,
  };
}

export function emptyPage<Item>(): Page<Item> {
  return { items: [], total: 0, next: null };
}
