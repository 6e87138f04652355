import type { Store } from '../store/store.ts';

/** The id under which something stands now: where it was poured into another, that one's. Undefined where there is none. */
export async function standingId(
  store: Store,
  table: 'claim' | 'entity' | 'story',
  id: number,
): Promise<number | undefined> {
  const seen = new Set<number>();
  for (let at = id; !seen.has(at); ) {
    seen.add(at);
    const [row] = await store.query<{ merged_into: number | null }>(`select merged_into from ${table} where id = ?`, [
      at,
    ]);
    if (row === undefined) return undefined;
    if (row.merged_into === null) return at;
    at = row.merged_into;
  }
  return undefined;
}
