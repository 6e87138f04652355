import { useState } from 'react';

/** Rows of a page that its reader ticks, to take them out of where they stand. */
export interface Picking<Item> {
  readonly isOn: boolean;
  readonly items: readonly Item[];
  has(item: Item): boolean;
  tick(items: readonly Item[], on: boolean): void;
  begin(): void;
  end(): void;
}

export function usePicking<Item>(keyOf: (item: Item) => number): Picking<Item> {
  const [picked, setPicked] = useState<ReadonlyMap<number, Item> | null>(null);
  return {
    isOn: picked !== null,
    items: picked === null ? [] : [...picked.values()],
    has: (item) => picked?.has(keyOf(item)) === true,
    tick: (items, on) => {
      const next = new Map(picked);
      for (const item of items) {
        if (on) next.set(keyOf(item), item);
        else next.delete(keyOf(item));
      }
      setPicked(next);
    },
    begin: () => setPicked(new Map()),
    end: () => setPicked(null),
  };
}
