import type { Reading } from '@hearsay/reader/reading';
import type { Store } from '../store/store.ts';
import { storedReading } from '../store/stored-reading.ts';

/** The readings of revisions, by revision. Those of forgotten articles are not there. */
export async function readingsOf(store: Store, revisionIds: Iterable<number>): Promise<Map<number, Reading>> {
  const ids = [...new Set(revisionIds)];
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('revision')
    .select(['id', 'reading'])
    .where('id', 'in', store.listed(ids))
    .where('reading', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, reading }) => [id, storedReading(reading ?? new Uint8Array())]));
}
